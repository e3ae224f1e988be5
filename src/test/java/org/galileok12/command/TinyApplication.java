package org.galileok12.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.galileok12.console.ApiSecurity;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.galileok12.run.RunResult;
import org.galileok12.run.UnknownDistrict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** An application around the command line whose districts end as their ids say. Not found by component scans. */
@EnableAutoConfiguration
@Import({SchedulerStart.class, SchedulerOfCheck.class, CredentialsProbe.class, ApiSecurity.class})
class TinyApplication {

    static final String DONE = "00000000000000000000000a";
    static final String HELD = "00000000000000000000000b";
    static final String SKIPPED = "00000000000000000000000c";
    static final String FAILED = "00000000000000000000000d";
    static final String POISONED = "00000000000000000000000e";
    static final String UNKNOWN = "00000000000000000000000f";

    @Bean
    DistrictSync districtSync(CamelContext camel, @Value("${clever.client-secret}") String secret) {
        return new FakeSync(camel, secret);
    }

    private record FakeSync(CamelContext camel, String secret) implements DistrictSync {
        @Override
        public RunResult sync(String district, boolean dryRun, Progress progress) {
            progress.records("users", 12);
            var outcome =
                    switch (district) {
                        case DONE -> Outcome.DONE;
                        case HELD -> Outcome.HELD;
                        case SKIPPED -> Outcome.SKIPPED;
                        case FAILED -> Outcome.FAILED;
                        case POISONED -> throw new IllegalStateException("poisoned");
                        default -> throw new UnknownDistrict(district);
                    };
            var report = JsonNodeFactory.instance
                    .objectNode()
                    .put("district", district)
                    .put("outcome", outcome.name())
                    .put("dryRun", dryRun);
            return new RunResult(district, 7, outcome, outcome == Outcome.DONE ? null : "a reason", report);
        }

        @Override
        public RunResult syncOrJoin(String district, Progress progress) {
            var result = sync(district, false, progress);
            return new RunResult(district, 8, result.outcome(), "joined", result.report());
        }

        @Override
        public List<String> districtsToSync() {
            return rosteringDistricts();
        }

        @Override
        public List<String> rosteringDistricts() {
            if (secret.equals("wrong")) {
                throw new RunRefused("Clever refuses the credentials.");
            }
            try (var template = camel.createProducerTemplate()) {
                template.sendBody("direct:tiny-log", "");
            } catch (IOException e) {
                throw new UncheckedIOException("The template does not close.", e);
            }
            return List.of(DONE, POISONED, HELD);
        }
    }
}

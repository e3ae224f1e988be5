package org.galileok12.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galileok12.run.HeldPlans;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.galileok12.run.RunResult;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Test code: one held plan, which answers with what it was told, so that a test sees what the API passes on. */
@TestConfiguration(proxyBeanMethods = false)
class StandInPlans {

    static final long RUN = 41;
    static final String PLAN = "abcd1234";
    static final long BROKEN_RUN = 42;

    @Bean
    @Primary
    HeldPlans standInPlans() {
        return new OnePlan();
    }

    private static final class OnePlan implements HeldPlans {

        @Override
        public ArrayNode open() {
            var plans = JsonNodeFactory.instance.arrayNode();
            plans.addObject().put("run", RUN).put("plan", PLAN);
            return plans;
        }

        @Override
        public RunResult approve(long run, String plan, String by, Progress progress) {
            if (run != RUN || !plan.equals(PLAN)) {
                throw new RunRefused("There is nothing to approve.");
            }
            var report =
                    JsonNodeFactory.instance.objectNode().put("outcome", "DONE").put("by", by);
            return new RunResult("a district", run, Outcome.DONE, null, report);
        }

        @Override
        public ObjectNode reject(long run, String by) {
            if (run == BROKEN_RUN) {
                throw new IllegalStateException("Key (last_name)=(Canary) already exists.");
            }
            return JsonNodeFactory.instance.objectNode().put("run", run).put("decidedBy", by);
        }
    }
}

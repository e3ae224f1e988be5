package org.galileok12.run;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.galileok12.clever.AuthorisedDistrict;

/** Runs districts through the route sync-district. */
final class CamelDistrictSync implements DistrictSync {

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");

    private final ProducerTemplate camel;

    CamelDistrictSync(ProducerTemplate camel) {
        this.camel = camel;
    }

    @Override
    public RunResult sync(String district, boolean dryRun, Progress progress) {
        if (!CLEVER_ID.matcher(district).matches()) {
            throw new RunRefused("'" + district + "' is not a district id of Clever: 24 hexadecimal digits.");
        }
        return run(progress, Map.of("district", district, "trigger", "command", "dryRun", dryRun));
    }

    /** Runs a district with these variables of the route sync-district. */
    RunResult run(Progress progress, Map<String, Object> variables) {
        var exchange = camel.send("direct:sync-district", it -> {
            it.setVariable("progress", progress);
            variables.forEach(it::setVariable);
        });
        var result = exchange.getVariable("result", RunResult.class);
        if (result != null) {
            return result;
        }
        throw refused(exchange.getException());
    }

    @Override
    public List<String> rosteringDistricts() {
        var exchange = camel.request("direct:clever-districts", it -> {});
        if (exchange.getException() != null) {
            throw refused(exchange.getException());
        }
        List<?> districts = exchange.getMessage().getBody(List.class);
        return districts.stream()
                .map(AuthorisedDistrict.class::cast)
                .filter(AuthorisedDistrict::rostering)
                .map(AuthorisedDistrict::district)
                .sorted()
                .toList();
    }

    static RunRefused refused(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RunRefused refused) {
                return refused;
            }
        }
        return new RunRefused(Failures.sentence(failure), failure);
    }
}

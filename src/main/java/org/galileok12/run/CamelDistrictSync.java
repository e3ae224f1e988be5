package org.galileok12.run;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.ProducerTemplate;
import org.galileok12.clever.AuthorisedDistrict;
import org.jspecify.annotations.Nullable;

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
    public RunResult syncOrJoin(String district, Progress progress) {
        while (true) {
            try {
                return sync(district, false, progress);
            } catch (RunUnderWay other) {
                var ended = await(district, other.run());
                if (ended != null) {
                    return ended;
                }
            }
        }
    }

    /** Null when the run has not ended, but its node is silent; and when it was a dry run, which published nothing. */
    private @Nullable RunResult await(String district, long run) {
        var exchange = camel.request("direct:await-run", it -> it.setVariable("awaited", run));
        if (exchange.getException() != null) {
            throw refused(exchange.getException());
        }
        var row = (Map<?, ?>) exchange.getMessage().getBody(List.class).get(0);
        if (Boolean.TRUE.equals(row.get("waiting"))) {
            throw new RunRefused("The service is stopping; run " + run + " goes on.");
        }
        if (Boolean.TRUE.equals(row.get("dry_run"))) {
            return null;
        }
        return switch (String.valueOf(row.get("state"))) {
            case "RUNNING" -> null;
            case "ABANDONED" ->
                new RunResult(
                        district,
                        run,
                        Outcome.FAILED,
                        "The run was abandoned: " + row.get("reason"),
                        StoredReport.read((String) row.get("report")));
            default ->
                new RunResult(
                        district,
                        run,
                        Outcome.valueOf(String.valueOf(row.get("state"))),
                        (String) row.get("reason"),
                        StoredReport.read((String) row.get("report")));
        };
    }

    @Override
    public List<String> rosteringDistricts() {
        return listed("direct:clever-districts");
    }

    @Override
    public List<String> districtsToSync() {
        return listed("direct:districts-to-sync");
    }

    private List<String> listed(String route) {
        var exchange = camel.request(route, it -> {});
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

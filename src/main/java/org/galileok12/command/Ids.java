package org.galileok12.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the ids that people type, or says in a sentence what is wrong with them, before anything is started. */
final class Ids {

    private static final Pattern DISTRICT = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern RUN = Pattern.compile("[1-9][0-9]{0,17}");

    private static final Pattern PLAN = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern OUR_ID = Pattern.compile("[0-9]{1,18}");

    private Ids() {}

    /** @throws ParameterException when it is neither a Clever id nor one of ours */
    static void requireId(CommandSpec spec, String id) {
        if (!DISTRICT.matcher(id).matches() && !OUR_ID.matcher(id).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + id + "' is neither a Clever id (24 hexadecimal digits) nor an id of Galileo (a number).");
        }
    }

    /** @throws ParameterException when one is given that is none */
    static void requireDistrict(CommandSpec spec, @Nullable String district) {
        if (district != null) {
            district(spec, district);
        }
    }

    /** @throws ParameterException when it is none */
    static String district(CommandSpec spec, String text) {
        if (!DISTRICT.matcher(text).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is not a district id of Clever (24 hexadecimal digits).");
        }
        return text;
    }

    /** @throws ParameterException when it is none */
    static long run(CommandSpec spec, String text) {
        if (!RUN.matcher(text).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "'" + text + "' is not the number of a run, as its report shows it.");
        }
        return Long.parseLong(text);
    }

    /** @throws ParameterException when it is none */
    static void requirePlan(CommandSpec spec, String text) {
        if (!PLAN.matcher(text).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + text + "' is not the hash of a plan: 16 hexadecimal digits, as a report shows them.");
        }
    }
}

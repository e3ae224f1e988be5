package org.galileok12.command;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses what cannot be an id before anything is started. */
final class Ids {

    private static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern OUR_ID = Pattern.compile("[0-9]{1,18}");

    private Ids() {}

    static void requireId(CommandSpec spec, String id) {
        if (!CLEVER_ID.matcher(id).matches() && !OUR_ID.matcher(id).matches()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + id + "' is neither a Clever id (24 hexadecimal digits) nor an id of Galileo (a number).");
        }
    }

    static void requireDistrict(CommandSpec spec, @Nullable String district) {
        if (district != null && !CLEVER_ID.matcher(district).matches()) {
            throw new ParameterException(
                    spec.commandLine(), "'" + district + "' is not a district id of Clever (24 hexadecimal digits).");
        }
    }
}

package org.galileok12.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.galileok12.sso.Role;
import org.galileok12.sso.SsoSwitch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets the people of a district sign in from Clever, or no longer. */
@Command(
        name = "sso",
        description = "Switch single sign-on of a district on or off, or show how it stands.",
        mixinStandardHelpOptions = true)
final class SsoCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    static CommandLine with(Bootstrap bootstrap) {
        return new CommandLine(new SsoCommand())
                .addSubcommand(new On(bootstrap))
                .addSubcommand(new Off(bootstrap))
                .addSubcommand(new Show(bootstrap));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: sso on, sso off or sso show.");
    }

    @Command(
            name = "on",
            description = "Let people of the district sign in from Clever.",
            mixinStandardHelpOptions = true)
    static final class On extends OfDistrict<SsoSwitch> {

        @Option(
                names = "--role",
                paramLabel = "<role>",
                description =
                        "Only in this role: district_admin, staff, teacher or student; may be repeated. Without it the roles stay as they are, at first all.")
        private List<String> roles = List.of();

        @Option(
                names = "--respect-launch-date",
                negatable = true,
                description = "Keep people out until Clever's launch date of the district. At first they are let in.")
        private @Nullable Boolean respectLaunchDate;

        @Mixin
        private final DecidedBy by = new DecidedBy();

        private Set<Role> wanted = Set.of();

        On(Bootstrap bootstrap) {
            super(bootstrap, SsoSwitch.class, SsoCommand::text);
        }

        @Override
        void look() {
            by.name();
            wanted = roles.stream().map(this::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        }

        @Override
        JsonNode answer(SsoSwitch sso, String district) {
            return sso.on(district, wanted.isEmpty() ? null : wanted, respectLaunchDate, by.name());
        }

        private Role role(String text) {
            for (var role : Role.values()) {
                if (role.code().equals(text)) {
                    return role;
                }
            }
            throw new ParameterException(
                    spec.commandLine(),
                    "'" + text + "' is no role that signs in. Take district_admin, staff, teacher or student.");
        }
    }

    @Command(
            name = "off",
            description = "Let nobody of the district sign in any more, and end their sessions.",
            mixinStandardHelpOptions = true)
    static final class Off extends OfDistrict<SsoSwitch> {

        @Mixin
        private final DecidedBy by = new DecidedBy();

        Off(Bootstrap bootstrap) {
            super(bootstrap, SsoSwitch.class, SsoCommand::text);
        }

        @Override
        void look() {
            by.name();
        }

        @Override
        JsonNode answer(SsoSwitch sso, String district) {
            return sso.off(district, by.name());
        }
    }

    @Command(
            name = "show",
            description = "Show how single sign-on of the district stands.",
            mixinStandardHelpOptions = true)
    static final class Show extends OfDistrict<SsoSwitch> {

        Show(Bootstrap bootstrap) {
            super(bootstrap, SsoSwitch.class, SsoCommand::text);
        }

        @Override
        JsonNode answer(SsoSwitch sso, String district) {
            return sso.show(district);
        }
    }

    private static String text(JsonNode answer) {
        var roles = StreamSupport.stream(answer.path("roles").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        return "District " + answer.path("district").asText() + ": single sign-on is "
                + (answer.path("on").asBoolean() ? "on for " + roles : "off")
                + (answer.path("respectLaunchDate").asBoolean()
                        ? ", from the launch date on ("
                                + answer.path("launchDate").asText("none is known") + ")"
                        : "")
                + "."
                + (answer.path("sessionsEnded").asInt() > 0
                        ? " Sessions ended: " + answer.path("sessionsEnded").asInt() + "."
                        : "")
                + (answer.path("disconnectedAt").isTextual() ? " The district is disconnected: nobody comes in." : "")
                + (answer.has("published") && !answer.path("published").asBoolean()
                        ? " It has no published roster yet."
                        : "");
    }
}

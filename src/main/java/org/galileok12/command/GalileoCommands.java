package org.galileok12.command;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.galileok12.run.UnusableQuestion;
import org.springframework.context.ApplicationContextInitializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/**
 * The whole command line of the service. Returns the documented exit code and never exits the process itself; what goes
 * wrong is a sentence on the error stream, never a stack trace.
 */
@Command(
        name = "galileo-clever",
        description = "Copies district rosters from Clever into Galileo's database.",
        mixinStandardHelpOptions = true,
        versionProvider = GalileoCommands.Version.class,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.FAILED,
        footer = {
            "",
            "Exit codes: 0 done, 2 held, 3 skipped, 1 failed, 64 bad usage or environment.",
            "Settings come from the environment; see the README."
        })
public final class GalileoCommands {

    private final Class<?> application;
    private final List<ApplicationContextInitializer<?>> initializers;

    /**
     * @param application the Spring Boot application to start
     * @param initializers run before anything is checked or started; the demo brings its database with one
     */
    public GalileoCommands(Class<?> application, List<ApplicationContextInitializer<?>> initializers) {
        this.application = application;
        this.initializers = List.copyOf(initializers);
    }

    /** Runs one command to its end; {@code serve} ends when the application is stopped. Prints to the process's streams. */
    public int run(String[] arguments) {
        var charset = Charset.defaultCharset();
        return run(arguments, new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset));
    }

    int run(String[] arguments, PrintWriter out, PrintWriter err) {
        var bootstrap = new Bootstrap(application, initializers);
        var line = new CommandLine(this)
                .addSubcommand(new ServeCommand(bootstrap))
                .addSubcommand(new SyncCommand(bootstrap))
                .addSubcommand(new HeldCommand(bootstrap))
                .addSubcommand(new ApproveCommand(bootstrap))
                .addSubcommand(new RejectCommand(bootstrap))
                .addSubcommand(new CheckCommand(bootstrap))
                .addSubcommand(new RollbackCommand(bootstrap))
                .addSubcommand(new HoldCommand(bootstrap))
                .addSubcommand(new ReleaseCommand(bootstrap))
                .addSubcommand(new ExplainCommand(bootstrap))
                .addSubcommand(new RosterCommand(bootstrap))
                .addSubcommand(new DisconnectCommand(bootstrap))
                .addSubcommand(new PurgeCommand(bootstrap))
                .addSubcommand(new DistrictsCommand(bootstrap))
                .addSubcommand(new DistrictCommand(bootstrap))
                .addSubcommand(new AcceptCommand(bootstrap))
                .addSubcommand(new DeclineCommand(bootstrap))
                .addSubcommand(new PauseCommand(bootstrap))
                .addSubcommand(new ResumeCommand(bootstrap))
                .addSubcommand(SsoCommand.with(bootstrap))
                .addSubcommand(new ScheduleCommand(bootstrap))
                .addSubcommand(EventsCommand.with(bootstrap))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(GalileoCommands::badUsage)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        return arguments.length == 0 ? line.execute("serve") : line.execute(arguments);
    }

    private static int badUsage(ParameterException e, String[] arguments) {
        var command = e.getCommandLine();
        command.getErr().println(e.getMessage());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    private static int failed(Exception e, CommandLine command) {
        if (e instanceof CannotStart start) {
            start.lines().forEach(command.getErr()::println);
            return start.exitCode();
        }
        command.getErr().println(Sentence.of(e));
        return e instanceof UnusableQuestion ? ExitCode.USAGE : ExitCode.FAILED;
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = GalileoCommands.class.getPackage().getImplementationVersion();
            return new String[] {"galileo-clever " + (version == null ? "(not packaged)" : version)};
        }
    }
}

package org.galileok12.simulator;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The local Clever in a process of its own, its pages rendered before it says {@code READY <port> <records> <bytes>}.
 *
 * <p>Serves until its standard input ends or it is terminated. {@code POST /__local/variant?name=changed} shows the
 * changed roster instead, rendered before that request is answered with {@code {"records":…,"bytes":…}}; {@code
 * name=night} that after an ordinary night, {@code name=heavy} one in which every student changed; {@code name=base} goes
 * back. Memory holds one variant at a time.
 *
 * <p>People sign in by {@link SignIn#sessionOf} as cookie. {@code POST /__local/sign-in} counts the calls of that, and lets
 * them hang: see {@link SignInAnswers}.
 */
@Command(name = "local-clever", mixinStandardHelpOptions = true)
public final class LocalCleverMain implements Callable<Integer> {

    @Option(names = "--students", defaultValue = "10000")
    private int students;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Option(names = "--port", defaultValue = "0")
    private int port;

    @Option(names = "--page-size", defaultValue = "2000")
    private int pageSize;

    @Option(names = "--api-version", defaultValue = "v3.1")
    private String version = "v3.1";

    @Option(names = "--contacts", description = "With contacts, about one per student.")
    private boolean contacts;

    @Option(names = "--change", defaultValue = "0.02", description = "Fraction that differs in the changed variant.")
    private double change;

    @Option(names = "--rate-limit", defaultValue = "1000000000", description = "Requests a minute.")
    private int rateLimit;

    @Option(names = "--redirect-uri", description = "Where browsers may be sent after signing in; can be repeated.")
    private String[] redirectUris = {};

    @Option(names = "--oidc", description = "The application has OpenID Connect.")
    private boolean oidc;

    @Option(names = "--fresh", description = "Clever has just read the student information system.")
    private boolean fresh;

    private LocalCleverMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LocalCleverMain()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        GeneratedRoster all = GeneratedRoster.of(students, seed);
        GeneratedRoster base = contacts ? all : all.withoutContacts();
        GeneratedDistrict district = new GeneratedDistrict(base).renderAll(version, pageSize);
        if (fresh) {
            district.lastSync(Clock.systemUTC().instant());
        }
        try (LocalClever clever = LocalClever.start(port).rateLimit(rateLimit, Duration.ofMinutes(1))) {
            clever.serve(district);
            clever.withoutRecording().signIn().redirectUris(redirectUris).oidc(oidc);
            clever.onVariant(name -> {
                district.show(variant(base, name));
                district.renderAll(version, pageSize);
                return "{\"records\":" + district.records() + ",\"bytes\":" + district.bytes() + "}";
            });
            System.out.println("READY " + clever.port() + " " + district.records() + " " + district.bytes());
            while (System.in.read() >= 0) {
                // Whatever is typed, only the end of the input means something.
            }
        }
        return 0;
    }

    private GeneratedRoster variant(GeneratedRoster base, String name) {
        return switch (name) {
            case "changed" -> base.changed(change, seed + 1);
            case "night" -> base.afterNight(seed + 2);
            case "heavy" -> base.everyStudentChanged(seed + 3);
            default -> base;
        };
    }
}

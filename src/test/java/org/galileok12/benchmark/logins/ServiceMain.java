package org.galileok12.benchmark.logins;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.LocalClever;
import org.galileok12.sso.SsoSwitch;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service as {@code serve} runs it, told by its standard input when to synchronise, and ending with it. Says {@code READY
 * <port> <management port>}, and {@code SYNCED <runs> <seconds of them together>} after each order.
 */
public final class ServiceMain {

    private final ConfigurableApplicationContext context;
    private final DistrictSync syncs;
    private final AtomicBoolean goOn = new AtomicBoolean();

    private ServiceMain(ConfigurableApplicationContext context) {
        this.context = context;
        this.syncs = context.getBean(DistrictSync.class);
    }

    public static void main(String[] settings) throws Exception {
        try (var context = start(List.of(settings))) {
            System.out.println("READY " + port(context, "server") + " " + port(context, "management"));
            new ServiceMain(context).obey();
        }
    }

    static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(GalileoClever.class).run(settings.toArray(String[]::new));
    }

    /** What an operator would set for this database and this Clever, on this machine only; no night's sync of its own. */
    static List<String> settings(String databaseUrl, String cleverUrl, int port, Path keys, boolean oidc) {
        return List.of(
                "--galileo.serve=true",
                "--sync.cron=0 0 0 1 1 ? 2099",
                "--sync.discover-cron=0 0 0 1 1 ? 2099",
                "--server.port=" + port,
                "--management.server.port=0",
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres",
                "--clever.api-url=" + cleverUrl,
                "--clever.oauth-url=" + cleverUrl,
                "--clever.client-id=" + LocalClever.CLIENT_ID,
                "--clever.client-secret=" + LocalClever.CLIENT_SECRET,
                "--galileo.sso.public-url=http://127.0.0.1:" + port,
                "--galileo.sso.login-url=" + LoginBenchmark.PRODUCT,
                "--galileo.sso.plain-http=true",
                "--galileo.sso.oidc=" + oidc,
                "--galileo.sso.keys=" + keys,
                "--logging.level.root=warn");
    }

    static int port(ConfigurableApplicationContext context, String of) {
        var name = of.equals("server") ? "local.server.port" : "local.management.port";
        return context.getEnvironment().getRequiredProperty(name, Integer.class);
    }

    /** One sync of the only district, after which its people may sign in. */
    static double prepare(ConfigurableApplicationContext context) {
        var seconds = new ServiceMain(context).sync();
        var district = context.getBean(DistrictSync.class).rosteringDistricts().get(0);
        context.getBean(SsoSwitch.class).on(district, null, null, "benchmark");
        return seconds;
    }

    private void obey() throws Exception {
        var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var thread = Executors.newSingleThreadExecutor();
        Future<?> going = thread.submit(() -> {});
        for (var order = read(orders); !order.isEmpty(); order = read(orders)) {
            switch (order) {
                case "prepare" -> synced(1, prepare(context));
                case "sync" -> synced(1, sync());
                case "keep-syncing" -> {
                    goOn.set(true);
                    going = thread.submit(this::keepSyncing);
                }
                default -> {
                    goOn.set(false);
                    going.get();
                }
            }
        }
        thread.shutdownNow();
    }

    /** Without a pause, until told to stop; the one under way comes to its end. */
    private void keepSyncing() {
        var runs = 0;
        var seconds = 0.0;
        while (goOn.get()) {
            seconds += sync();
            runs++;
        }
        synced(runs, seconds);
    }

    private double sync() {
        var district = syncs.rosteringDistricts().get(0);
        var start = System.nanoTime();
        var result = syncs.sync(district, false, Progress.NONE);
        if (result.outcome() != Outcome.DONE) {
            throw new IllegalStateException(
                    "A run of the benchmark ended " + result.outcome() + ": " + result.reason());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void synced(int runs, double seconds) {
        System.out.println("SYNCED " + runs + " " + seconds);
    }

    private static String read(BufferedReader orders) throws IOException {
        var order = orders.readLine();
        return order == null ? "" : order;
    }
}

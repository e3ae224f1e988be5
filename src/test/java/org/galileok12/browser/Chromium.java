package org.galileok12.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of this machine. Never downloads one: without it a test is skipped, with a sentence. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Chromium() {}

    static Path orSkip() {
        var found = onPath();
        assumeTrue(found.isPresent(), "None of " + NAMES + " is on the PATH: tests in a browser are skipped.");
        return found.orElseThrow();
    }

    static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static BrowserType.LaunchOptions launch(Path executable) {
        return new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(arguments());
    }

    /** Chromium's sandbox refuses to run as root, as builds in containers do. */
    static List<String> arguments() {
        var arguments = new ArrayList<>(List.of("--disable-dev-shm-usage", "--lang=en"));
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox");
        }
        return arguments;
    }

    private static Optional<Path> onPath() {
        var folders =
                List.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator));
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

package org.galileok12.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.galileok12.simulator.SignInCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever does not get in sees why, what happens next, and a code by which support finds the attempt. */
class RefusedInBrowserTest extends BrowserScenario {

    @AfterEach
    void switchOn() {
        town.signingIn(true);
    }

    @Test
    void somebody_who_is_not_rostered_reads_why() {
        var nora = town.district.student("Nora Nye", town.north);
        // Long before the snapshot: the next sync is no promise.
        nora.set("/created", "2020-01-01T00:00:00.000Z");
        portalLogin(nora);

        assertThat(page.locator(".code").textContent()).matches("[2-9A-Z]{8}");
        assertThat(reason()).isEqualTo("not_rostered");
        assertThat(page.content()).doesNotContain("Nora");
        screenshot("not-rostered");
    }

    @Test
    void somebody_of_a_district_that_is_off_reads_why() {
        town.signingIn(false);
        portalLogin(town.ana);

        assertThat(reason()).isEqualTo("sso_off");
        assertThat(page.content()).doesNotContain("Ana");
        screenshot("district-off");
    }

    @Test
    void a_parent_reads_why() {
        var parent = town.district.contact("Paula García", town.ana);
        town.sync();
        portalLogin(parent);

        assertThat(reason()).isEqualTo("contact");
    }

    @Test
    void while_clever_is_down_people_read_that_it_is_not_them() {
        town.clever.signIn().on(SignInCall.TOKEN).answer(503);
        portalLogin(town.ana);

        assertThat(reason()).isEqualTo("clever_down");
        screenshot("clever-down");
    }

    @Test
    void cancelling_at_clever_is_no_error() {
        town.clever.signIn().as(town.ana).onRedirect().error("access_denied");
        page.navigate(town.url + "/login");
        clickLink("Log in with Clever");

        assertThat(reason()).isEqualTo("cancelled");
    }

    @Test
    void a_refused_pupil_gets_in_with_try_again_once_the_cause_is_gone() {
        town.clever.signIn().on(SignInCall.TOKEN).answer(503);
        portalLogin(town.ana);
        clickLink("Try again");

        assertThat(signedInName()).isEqualTo("Ana García");
    }

    @Test
    void a_browser_without_cookies_is_told_so_after_one_redirect(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("Default"));
        Files.writeString(
                folder.resolve("Default").resolve("Preferences"),
                "{\"profile\":{\"default_content_setting_values\":{\"cookies\":2}}}");
        town.clever.signIn().as(town.ana);
        try (var blocked = playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(executable)
                                .setArgs(Chromium.arguments()))) {
            profile.close();
            profile = blocked;
            page = blocked.newPage();
            page.navigate(town.clever.url() + "/portal");
            page.locator("#galileo").click();

            assertThat(reason()).isEqualTo("cookies_needed");
            assertThat(blocked.cookies()).isEmpty();
            // From the portal alone: our own redirect shows that cookies are blocked, before anybody is sent to Clever.
            assertThat(town.clever.signIn().calls(SignInCall.AUTHORIZE)).isEqualTo(1);
            assertThat(town.clever.signIn().calls(SignInCall.TOKEN)).isZero();
            screenshot("cookies-needed");
        }
    }
}

package org.galileok12.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page on a small phone, a phone and a Chromebook, and for people who use it without eyes or mouse. */
class ScreensInBrowserTest extends BrowserScenario {

    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

    @ParameterizedTest
    @ValueSource(ints = {320, 375, 1366})
    void no_page_scrolls_sideways(int width) {
        use(new Browser.NewContextOptions().setViewportSize(width, 640).setHasTouch(width < 500));

        everyPage(name -> {
            screenshot(name + "-" + width);
            assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(name)
                    .isEqualTo(0);
        });
    }

    /** 24 by 24 pixels are WCAG 2.2's least for what is tapped; ours are larger. */
    @Test
    void what_is_tapped_is_large_enough_for_a_finger() {
        use(new Browser.NewContextOptions().setViewportSize(320, 640));

        everyPage(name -> assertThat(page.locator("button, a.button").all())
                .as(name)
                .allSatisfy(button -> assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(40)));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void no_page_has_a_barrier_that_axe_finds(ColorScheme scheme) {
        use(new Browser.NewContextOptions().setColorScheme(scheme));

        everyPage(name -> assertThat(
                        new AxeBuilder(page).withTags(WCAG_AA).analyze().getViolations())
                .as(name)
                .isEmpty());
    }

    @Test
    void the_keyboard_alone_signs_in() {
        page.navigate(town.url + "/login");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent"))
                .asString()
                .contains("Log in with Clever");
        page.keyboard().press("Enter");
        pick(town.ben);

        assertThat(signedInName()).isEqualTo("Ben Okafor");
    }

    @Test
    void a_browser_in_spanish_reads_spanish() {
        use(new Browser.NewContextOptions().setLocale("es-MX"));
        page.navigate(town.url + "/login");

        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("es");
        assertThat(text()).contains("Clever").doesNotContain("Use your school account");
    }

    /** Walks through all pages; the product is kept from answering once, so that the hand-off stays on the screen. */
    private void everyPage(Consumer<String> look) {
        page.navigate(town.url + "/login");
        look.accept("log-in");

        town.clever.signIn().as(town.eva);
        clickLink("Log in with Clever");
        page.locator("button[name=role]").first().waitFor();
        look.accept("roles");

        page.route(town.product.loginUrl(), route -> route.abort("aborted"));
        click("Continue as Teacher");
        page.locator("#hand-off").waitFor();
        look.accept("hand-off");
        page.unroute(town.product.loginUrl());
        click("Continue");
        // The first hand-off may be used: a new one begins with the choice.
        click("Continue as Teacher");
        waitForProduct();
        look.accept("product");

        page.navigate(town.url + "/login");
        look.accept("signed-in");
        page.navigate(town.url + "/logout");
        look.accept("log-out");
        click("Log out");
        page.getByText("You are logged out").waitFor();
        look.accept("logged-out");

        town.clever.signIn().as(town.district.student("Max Newman", town.north));
        page.navigate(town.url + "/login");
        clickLink("Log in with Clever");
        page.locator(".code").waitFor();
        look.accept("refusal");
    }
}

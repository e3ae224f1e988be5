package org.galileok12.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One browser a class, a new profile without any cookie for each test, and words for what people do in it. */
@SuppressWarnings("NullAway.Init")
abstract class BrowserScenario {

    static Town town;
    static Path executable;
    static Playwright playwright;
    static Browser browser;

    BrowserContext profile;
    Page page;

    @BeforeAll
    static void launch() {
        executable = Chromium.orSkip();
        town = Town.get();
        playwright = Chromium.driver();
        browser = playwright.chromium().launch(Chromium.launch(executable));
    }

    @AfterAll
    static void quit() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void open() {
        use(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(800, 560));
    }

    @AfterEach
    void close() {
        profile.close();
        town.clever.signIn().heal().asTheBrowserSays();
    }

    /** A new profile in place of the one before. */
    void use(Browser.NewContextOptions options) {
        if (profile != null) {
            profile.close();
        }
        profile = browser.newContext(options);
        profile.setDefaultTimeout(15_000);
        page = profile.newPage();
    }

    /** In Clever's portal as this person; whoever was there before is logged out of Clever. */
    void openPortalAs(ListedPerson who) {
        page.navigate(town.clever.url() + "/portal");
        var out = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out of Clever"));
        if (out.isVisible()) {
            out.click();
        }
        pick(who);
        page.locator("#galileo").waitFor();
    }

    /** On the local Clever's page that asks who to be. */
    void pick(ListedPerson who) {
        page.locator("button[value='" + who.id() + "']").click();
    }

    void portalLogin(ListedPerson who) {
        openPortalAs(who);
        page.locator("#galileo").click();
    }

    void click(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void clickLink(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).click();
    }

    void waitForProduct() {
        page.waitForURL(town.product.url() + "/**");
    }

    /** The name that the product shows. */
    String signedInName() {
        waitForProduct();
        return page.locator("#who").textContent();
    }

    String text() {
        return page.locator("main").innerText();
    }

    /** How the attempt ended of which the page shows the code. */
    String reason() {
        return town.reason(page.locator(".code").textContent());
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
    }
}

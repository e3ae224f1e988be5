package org.galileok12.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.nio.file.Path;
import java.util.List;
import org.galileok12.simulator.FreePort;
import org.galileok12.sso.Keytool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** S62: what a real browser makes of the cookies, over HTTPS as in production. Clever is another site than the service. */
@SuppressWarnings("NullAway.Init")
class CookiesInBrowserTest extends BrowserScenario {

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext service;
    private static String url;

    @BeforeAll
    static void startWithHttps() {
        Chromium.orSkip();
        var keys = folder.resolve("https.p12");
        Keytool.pair(keys, "https", "localhost", "-ext", "san=dns:localhost");
        url = "https://localhost:" + FreePort.any();
        town.clever.signIn().redirectUris(url + Town.CALLBACK, town.url + Town.CALLBACK);
        service = RunningService.start(
                town.database,
                town.clever,
                url,
                town.product.loginUrl(),
                "server.ssl.key-store=" + keys,
                "server.ssl.key-store-password=" + Keytool.PASSWORD);
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
            town.clever.signIn().redirectUris(town.url + Town.CALLBACK);
        }
    }

    @BeforeEach
    void trustTheCertificate() {
        use(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
        // The product knows the other service only; this is about the way to it.
        page.route(town.product.url() + "/**", route -> route.abort("aborted"));
    }

    @Test
    void s62_cookies_are_host_only_secure_out_of_scripts_reach_and_lax() {
        begin();
        var pending = cookies();
        pick(town.ana);
        page.locator("#hand-off").waitFor();

        assertThat(pending).extracting(each -> each.name).containsExactly("__Host-galileo-login");
        assertThat(cookies()).extracting(each -> each.name).contains("__Host-galileo-session");
        assertThat(cookies()).allSatisfy(cookie -> {
            assertThat(cookie.name).startsWith("__Host-");
            assertThat(cookie.secure).isTrue();
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(cookie.path).isEqualTo("/");
            assertThat(cookie.domain).isEqualTo("localhost");
        });
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
    }

    /** Why they are not Strict: the answer comes from Clever's site, and a browser leaves Strict cookies out there. */
    @Test
    void s62_with_strict_the_state_would_be_lost() {
        begin();
        var pending = cookies().get(0);
        profile.clearCookies();
        var strict = new JsonObject();
        strict.addProperty("name", pending.name);
        strict.addProperty("value", pending.value);
        strict.addProperty("url", url + "/");
        strict.addProperty("path", "/");
        strict.addProperty("secure", true);
        strict.addProperty("httpOnly", true);
        strict.addProperty("sameSite", "Strict");
        profile.newCDPSession(page).send("Network.setCookie", strict);
        assertThat(cookies())
                .singleElement()
                .satisfies(each -> assertThat(each.sameSite).isEqualTo(SameSiteAttribute.STRICT));
        pick(town.ana);
        page.waitForURL(url + Town.CALLBACK + "*");

        assertThat(reason()).isEqualTo("cookies_needed");
        assertThat(cookies()).extracting(each -> each.name).doesNotContain("__Host-galileo-session");
    }

    private void begin() {
        page.navigate(url + "/login");
        clickLink("Log in with Clever");
        page.locator("button[name=person]").first().waitFor();
    }

    private List<Cookie> cookies() {
        return profile.cookies(url);
    }
}

package org.galileok12.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.galileok12.simulator.ListedPerson;
import org.junit.jupiter.api.Test;

class SignInInBrowserTest extends BrowserScenario {

    @Test
    void the_icon_in_clevers_portal_leads_to_the_class_list() {
        portalLogin(town.ana);

        assertThat(signedInName()).isEqualTo("Ana García");
        assertThat(page.locator("dl").innerText()).contains("Student", "6+", "North Middle School", "Lincoln Unified");
        assertThat(page.locator(".places").innerText()).contains("Mathematics 6", "Science 6", "Tom Weber");
        assertThat(page.url()).isEqualTo(town.product.url() + "/");
        screenshot("class-list");
    }

    @Test
    void log_in_with_clever_leads_to_the_class_list() {
        page.navigate(town.url + "/login");
        screenshot("sign-in");
        clickLink("Log in with Clever");
        pick(town.tom);

        assertThat(signedInName()).isEqualTo("Tom Weber");
        assertThat(page.locator(".places").innerText())
                .contains("Mathematics 6")
                .doesNotContain("Science 6");
    }

    @Test
    void an_instant_login_link_leads_to_the_class_list() {
        page.navigate(
                town.clever.url() + "/oauth/instant-login?client_id=local-client&district_id=" + town.district.id());
        pick(town.ben);

        assertThat(signedInName()).isEqualTo("Ben Okafor");
    }

    @Test
    void a_deep_link_leads_to_its_class() {
        var maths = town.db
                .sql("select id from galileo.section where clever_id = ?")
                .param(town.maths.id())
                .query(Long.class)
                .single();
        page.navigate(town.url + "/login?return_to=/classes/" + maths);
        clickLink("Log in with Clever");
        pick(town.tom);
        waitForProduct();

        assertThat(page.url()).isEqualTo(town.product.url() + "/classes/" + maths);
        assertThat(text()).contains("García, Ana", "Okafor, Ben");
    }

    @Test
    void whoever_has_two_roles_chooses_and_may_change() {
        portalLogin(town.eva);
        page.waitForURL(town.url + "/**");
        screenshot("choose-a-role");
        click("Continue as Teacher");
        waitForProduct();
        assertThat(page.locator("dl").innerText()).contains("Teacher");

        clickLink("Change role");
        click("Continue as School staff");
        waitForProduct();
        assertThat(page.locator("dl").innerText()).contains("Staff");
        assertThat(signedInName()).isEqualTo("Eva Lindqvist");
    }

    @Test
    void on_a_shared_device_the_next_pupil_never_meets_the_one_before() {
        portalLogin(town.ana);
        assertThat(signedInName()).isEqualTo("Ana García");
        var before = sessionsOf(town.ana);

        portalLogin(town.ben);

        assertThat(signedInName()).isEqualTo("Ben Okafor");
        assertThat(page.locator(".places").innerText()).doesNotContain("Science 6");
        assertThat(sessionsOf(town.ana)).isEqualTo(before - 1);
        page.navigate(town.product.url());
        assertThat(signedInName()).isEqualTo("Ben Okafor");
    }

    @Test
    void the_button_of_a_hand_off_that_did_not_arrive_posts_another_one() {
        var posted = new CopyOnWriteArrayList<String>();
        // The browser stays on our page, as it does while the product does not answer.
        profile.route(town.product.loginUrl(), route -> {
            posted.add(route.request().postData());
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        portalLogin(town.ana);
        page.waitForCondition(() -> posted.size() == 1);

        click("Continue");
        page.waitForCondition(() -> posted.size() == 2);

        assertThat(posted).doesNotHaveDuplicates();
    }

    @Test
    void the_back_button_shows_nothing_after_log_out() {
        portalLogin(town.ana);
        waitForProduct();
        clickLink("Mathematics 6");
        click("Log out");
        page.waitForURL("**/goodbye");

        page.goBack();
        assertThat(text()).contains("You are not signed in").doesNotContain("Ana");
        page.goBack();
        assertThat(text()).contains("You are not signed in").doesNotContain("Ana");
    }

    @Test
    void the_back_button_signs_nobody_in_after_log_out_of_the_login_page() {
        portalLogin(town.eva);
        page.waitForURL(town.url + "/signing-in*");
        var before = sessionsOf(town.eva);
        click("Log out");
        assertThat(text()).contains("You are logged out");

        page.goBack();
        assertThat(page.content()).doesNotContain("Eva Lindqvist", "name=\"token\"");
        assertThat(sessionsOf(town.eva)).isEqualTo(before - 1);
    }

    @Test
    void a_pupil_who_left_is_out_of_the_product_after_the_sync() {
        var zoe = town.district.student("Zoe Adler", town.north);
        town.sync();
        portalLogin(zoe);
        assertThat(signedInName()).isEqualTo("Zoe Adler");

        zoe.remove();
        town.sync();
        town.clock.forward(Duration.ofSeconds(11));
        page.reload();

        assertThat(text()).contains("You are not in Galileo any more");
        assertThat(town.sessions()).doesNotContain(town.principal(zoe));
    }

    @Test
    void the_browser_asks_nobody_but_clever_the_service_and_the_product() {
        var asked = new ConcurrentSkipListSet<String>();
        var codes = new ConcurrentSkipListSet<String>();
        profile.onRequest(request -> {
            asked.add(URI.create(request.url()).getAuthority());
            var referer = request.headers().getOrDefault("referer", "");
            if (referer.contains("code=") || referer.contains("state=")) {
                codes.add(referer);
            }
        });
        portalLogin(town.ana);
        waitForProduct();

        assertThat(asked)
                .containsExactlyInAnyOrder(
                        URI.create(town.url).getAuthority(),
                        URI.create(town.clever.url()).getAuthority(),
                        URI.create(town.product.url()).getAuthority());
        assertThat(codes).isEmpty();
    }

    @Test
    void without_scripts_one_more_click_signs_in() {
        use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        portalLogin(town.ana);
        click("Continue");

        assertThat(signedInName()).isEqualTo("Ana García");
    }

    /** Other tests' browsers have theirs. */
    private static int sessionsOf(ListedPerson who) {
        return Collections.frequency(town.sessions(), town.principal(who));
    }
}

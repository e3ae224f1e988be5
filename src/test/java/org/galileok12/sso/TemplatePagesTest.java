package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.galileok12.house.Canaries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.csrf.DefaultCsrfToken;

class TemplatePagesTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action|srcset|data|formaction)=\"([^\"]*)\"");
    private static final Pattern HEADING = Pattern.compile("<h1[ >]");

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMITTED")
    void a_refusal_has_its_status_and_code_and_is_kept_nowhere(Reason reason) throws Exception {
        var response = ShownPages.refused(ShownPages.request("en"), reason);

        assertThat(response.getStatus()).isEqualTo(reason.status());
        assertThat(response.getContentType()).isEqualTo("text/html;charset=UTF-8");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getContentAsString()).contains(ShownPages.CODE);
        assertThat(response.getContentAsString().contains("href=\"/oauth2/authorization/clever\""))
                .isEqualTo(TemplatePages.AGAIN.contains(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void every_page_is_a_whole_page_in_its_language(String language) {
        assertThat(ShownPages.all(language)).allSatisfy((name, html) -> {
            assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"" + language + "\">");
            assertThat(html).contains("<main>", "name=\"viewport\" content=\"width=device-width, initial-scale=1\"");
            assertThat(HEADING.matcher(html).results()).hasSize(1);
            assertThat(html).doesNotContain("??", "th:", "{0}", "<!-- ");
            assertThat(html).doesNotContain("style=", "onclick", "<script>", "javascript:");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void a_page_loads_and_links_nothing_but_our_own_and_posts_to_the_product_only(String language) {
        assertThat(ShownPages.all(language))
                .allSatisfy((name, html) -> assertThat(ADDRESS.matcher(html).results())
                        .isNotEmpty()
                        .allSatisfy(address -> assertThat(address.group(1))
                                .matches(path -> path.matches("/[a-z].*") || path.equals(ShownPages.LOGIN_URL))));
        assertThat(ShownPages.all(language).values())
                .filteredOn(html -> html.contains(ShownPages.LOGIN_URL))
                .singleElement()
                .asString()
                .contains("<form method=\"post\" id=\"hand-off\" action=\"" + ShownPages.LOGIN_URL
                        + "\" data-again=\"/signing-in\">");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es                       | es
            es-MX,en;q=0.5           | es
            en-US                    | en
            fr,es;q=0.4,en;q=0.8     | en
            fr                       | en
            *                        | en
            zh-Hans-CN,es-419;q=0.3  | es
            """)
    void s86_the_first_language_of_the_browser_that_we_have_is_taken(String wanted, String language) throws Exception {
        var response = ShownPages.refused(ShownPages.request(wanted), Reason.SSO_OFF);

        assertThat(response.getHeader("Content-Language")).isEqualTo(language);
    }

    @Test
    void s86_a_browser_without_a_language_reads_english() {
        var response = ShownPages.refused(new MockHttpServletRequest(), Reason.SSO_OFF);

        assertThat(response.getHeader("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMITTED")
    void nothing_of_a_request_is_shown(Reason reason) throws Exception {
        var request = ShownPages.request("en");
        request.setQueryString("code=" + Canaries.TOKEN + "&error_description=<script>alert(1)</script>");
        request.addParameter("code", Canaries.TOKEN);
        request.addParameter("error_description", "<script>alert(1)</script>");
        request.addParameter("error_uri", "https://evil.example");
        request.addHeader("Referer", "https://evil.example");
        request.setServerName("evil.example");

        assertThat(ShownPages.refused(request, reason).getContentAsString())
                .isEqualTo(ShownPages.refusal("en", reason));
    }

    @Test
    void s77_a_name_is_text_whatever_it_looks_like() {
        var html = ShownPages.page(
                "en",
                "hand-off",
                Map.of(
                        "name",
                        "<img src=x onerror=alert(1)>' \" __${7*7}__ #{page.name}",
                        "csrf",
                        new DefaultCsrfToken("h", "_csrf", "\"><b>"),
                        "loginUrl",
                        ShownPages.LOGIN_URL,
                        "token",
                        "\"><script>"));

        assertThat(html)
                .contains("&lt;img src=x onerror=alert(1)&gt;", "__${7*7}__ #{page.name}")
                .doesNotContain("<img", "<b>", "\"><script>");
    }

    @Test
    void several_roles_are_offered_with_the_highest_first() {
        var html = ShownPages.all("en").get("roles");

        assertThat(html)
                .containsSubsequence(
                        "Continue as District admin",
                        "Continue as School staff",
                        "Continue as Teacher",
                        "Continue as Student");
        assertThat(html).contains("<input type=\"hidden\" name=\"return_to\" value=\"/classes/7\">");
    }

    @Test
    void who_arrives_later_is_told_when() {
        assertThat(ShownPages.refusal("en", Reason.ARRIVES_LATER)).contains("Thursday, 2:00 AM MST");
        assertThat(ShownPages.refusal("es", Reason.ARRIVES_LATER)).contains("jueves, 2:00 MST");
    }
}

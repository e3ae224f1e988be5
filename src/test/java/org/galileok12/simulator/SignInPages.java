package org.galileok12.simulator;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The local Clever's pages. Plain HTML without scripts; everything that comes from outside is escaped. */
final class SignInPages {

    private static final int SHOWN = 12;
    private static final Map<String, String> HEADINGS = headings();
    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1"><title>%s</title>
            <style>
              body { margin: 0; background: #f2f5fa; color: #1b2a41; font: 16px/1.5 system-ui, sans-serif }
              header { background: #436cf0; color: #fff; padding: .6rem 1rem; font-weight: 700 }
              main { max-width: 44rem; margin: 0 auto; padding: 1rem }
              h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-bottom: .3rem }
              ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem }
              button, input, .icon { font: inherit; border: 1px solid #436cf0; border-radius: .4rem; padding: .35rem .7rem;
                background: #fff; color: #1b2a41 }
              button { cursor: pointer } small { color: #51607a }
              .icon { display: inline-block; text-align: center; text-decoration: none; padding: 1rem }
              .icon svg { display: block; margin: 0 auto .4rem }
            </style></head>
            <body><header>Local Clever</header><main>
            <h1>%s</h1>
            %s
            </main></body></html>
            """;

    private SignInPages() {}

    static Response trouble(String sentence) {
        return page(400, "Clever cannot do that", "<p>" + htmlEscape(sentence) + "</p>");
    }

    /** The school picker. */
    static Response districts(String path, Map<String, String> kept, List<? extends JsonNode> districts) {
        String links = districts.stream()
                .map(each -> {
                    Map<String, String> query = new LinkedHashMap<>(kept);
                    query.put("district_id", each.path("id").asText());
                    return "<li><a class=\"icon\" href=\"" + htmlEscape(SignInDesk.withQuery(path, query)) + "\">"
                            + htmlEscape(each.path("name").asText()) + "</a></li>";
                })
                .collect(Collectors.joining());
        return page(200, "Where is your school?", "<ul>" + links + "</ul>");
    }

    /** Everybody found, by role: a click signs in and goes on with the request that led here. */
    static Response people(String path, Map<String, String> kept, String search, List<Candidate> found) {
        StringBuilder html = new StringBuilder("<p>Made-up people of a stand-in for Clever. Who are you?</p>");
        html.append("<form method=\"get\" action=\"").append(htmlEscape(path)).append("\">");
        kept.forEach((name, value) -> html.append(hidden(name, value)));
        html.append(
                        "<input name=\"q\" aria-label=\"Name, Clever id or grade\" placeholder=\"Name, Clever id or grade\"")
                .append(" value=\"")
                .append(htmlEscape(search))
                .append("\"> <button>Search</button></form>");
        html.append("<form method=\"post\" action=\"/sign-in\">");
        html.append(hidden("next", kept.isEmpty() ? path : SignInDesk.withQuery(path, kept)));
        HEADINGS.forEach((role, heading) -> html.append(group(
                heading, found.stream().filter(each -> each.role().equals(role)).toList())));
        return page(200, "Log in to Clever", html.append("</form>").toString());
    }

    static Response portal(Candidate who, String icon) {
        return page(
                200,
                "Clever portal",
                "<p>Signed in to Clever as <strong id=\"who\">" + htmlEscape(who.name()) + "</strong> ("
                        + htmlEscape(who.role().replace('_', ' ')) + ").</p>"
                        + "<p><a class=\"icon\" id=\"galileo\" href=\"" + htmlEscape(icon) + "\">"
                        + "<svg width=\"48\" height=\"48\" viewBox=\"0 0 48 48\" aria-hidden=\"true\">"
                        + "<circle cx=\"24\" cy=\"24\" r=\"22\" fill=\"#0b6e4f\"/>"
                        + "<path d=\"M14 30 34 16M18 34l4-9\" stroke=\"#fff\" stroke-width=\"4\" stroke-linecap=\"round\"/>"
                        + "</svg>Galileo</a></p>"
                        + "<form method=\"post\" action=\"/sign-out\"><button>Log out of Clever</button></form>");
    }

    private static String group(String heading, List<Candidate> people) {
        if (people.isEmpty()) {
            return "";
        }
        String buttons = people.stream()
                .limit(SHOWN)
                .map(each -> "<li><button name=\"person\" value=\"" + htmlEscape(each.id()) + "\">"
                        + htmlEscape(each.name()) + " <small>" + htmlEscape(each.detail()) + "</small></button></li>")
                .collect(Collectors.joining());
        String more = people.size() > SHOWN ? "<small>and " + (people.size() - SHOWN) + " more: search</small>" : "";
        return "<h2>" + heading + "</h2><ul>" + buttons + "</ul>" + more;
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + htmlEscape(name) + "\" value=\"" + htmlEscape(value) + "\">";
    }

    private static Response page(int status, String title, String content) {
        return Answer.html(status, FRAME.formatted(title, title, content));
    }

    private static Map<String, String> headings() {
        Map<String, String> headings = new LinkedHashMap<>();
        headings.put("student", "Students");
        headings.put("teacher", "Teachers");
        headings.put("staff", "Staff");
        headings.put("district_admin", "District admins");
        headings.put("contact", "Parents and guardians");
        return headings;
    }
}

package org.galileok12.demo.product;

import java.util.List;
import java.util.Map;
import org.galileok12.demo.product.HandOffVerifier.HandOff;
import org.galileok12.demo.product.Roster.Place;
import org.galileok12.demo.product.Roster.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Writes the product's pages. What comes from anywhere else is escaped. */
final class Screens {

    private static final Map<String, String> ROLES =
            Map.of("district_admin", "District admin", "staff", "Staff", "teacher", "Teacher", "student", "Student");

    private final String issuer;

    /** @param issuer where galileo-clever is */
    Screens(String issuer) {
        this.issuer = text(issuer);
    }

    String home(HandOff who, Profile profile, List<Place> places) {
        var facts = new StringBuilder(fact("Role", ROLES.getOrDefault(who.role(), "")));
        facts.append(fact("Grade", profile.grade()))
                .append(fact("School", profile.school()))
                .append(fact("District", profile.district()));
        var isInClasses = who.role().equals("student") || who.role().equals("teacher");
        var list = new StringBuilder();
        for (var place : places) {
            var name = text(place.name());
            list.append("<li>")
                    .append(isInClasses ? "<a href=\"/classes/" + place.id() + "\">" + name + "</a>" : name)
                    .append("<small>")
                    .append(text(place.detail()))
                    .append("</small></li>");
        }
        return page("Home", signedIn(who, profile), """
                <h1>Hello, %s</h1>
                <dl>%s</dl>
                <h2>%s</h2>
                <ul class="places">%s</ul>
                """.formatted(
                        text(profile.name()),
                        facts,
                        isInClasses ? "Your classes" : "Your schools",
                        places.isEmpty() ? "<li>None yet.</li>" : list));
    }

    String classPage(HandOff who, Profile profile, Place place, List<String> students) {
        var list = new StringBuilder();
        students.forEach(name -> list.append("<li>").append(text(name)).append("</li>"));
        return page(
                place.name(), signedIn(who, profile), """
                <p><a href="/">All classes</a></p>
                <h1>%s</h1>
                <p>%s</p>
                <ol class="students">%s</ol>
                """.formatted(text(place.name()), text(place.detail()), list));
    }

    String signedOut() {
        return page("Sign in", "", """
                <h1>Welcome to Galileo</h1>
                <p>You are not signed in.</p>
                <p><a class="button" href="%s/login">Sign in</a></p>
                """.formatted(issuer));
    }

    String goodbye() {
        return page("Goodbye", "", """
                <h1>You are logged out of Galileo</h1>
                <p>Is this a shared computer? Then <a href="%s/logout">log out of the login page</a> and of Clever too.</p>
                <p><a class="button" href="%s/login">Sign in again</a></p>
                """.formatted(issuer, issuer));
    }

    /** The same for every reason: which one it was is in the log. */
    String refused() {
        return page("Not signed in", "", """
                <h1>That did not work</h1>
                <p>You are not signed in. Please start again.</p>
                <p><a class="button" href="%s/login">Start again</a></p>
                """.formatted(issuer));
    }

    String ended() {
        return page("Not signed in", "", """
                <h1>You are not in Galileo any more</h1>
                <p>Your school took you off its list. Ask your teacher.</p>
                """);
    }

    String unknown() {
        return page("Not found", "", """
                <h1>There is no such page</h1>
                <p><a href="/">Home</a></p>
                """);
    }

    private String signedIn(HandOff who, Profile profile) {
        return """
                <p>Signed in as <strong id="who">%s</strong></p>
                %s<form method="post" action="/logout"><button>Log out</button></form>
                """.formatted(
                        text(profile.name()),
                        who.roles().size() > 1 ? "<a href=\"" + issuer + "/signing-in\">Change role</a>" : "");
    }

    private static String text(String value) {
        return HtmlUtils.htmlEscape(value, "UTF-8");
    }

    private static String fact(String name, @Nullable String value) {
        return value == null || value.isBlank() ? "" : "<div><dt>" + name + "</dt><dd>" + text(value) + "</dd></div>";
    }

    private static String page(String title, String head, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Galileo</title>
                <link rel="stylesheet" href="/style.css">
                </head>
                <body>
                <header><p class="brand">Galileo</p>%s</header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(text(title), head, main);
    }
}

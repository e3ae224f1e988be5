package org.galileok12.demo.product;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.galileok12.demo.product.HandOffVerifier.HandOff;
import org.galileok12.demo.product.HandOffVerifier.HandOffRefused;
import org.galileok12.demo.product.Roster.Profile;
import org.galileok12.demo.product.Sessions.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Answers every request of the product: a page only to who is signed in, and only as long as they may be. */
final class Front implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final Pattern CLASS = Pattern.compile("/classes/(\\d{1,18})");
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final HandOffVerifier verifier;
    private final Sessions sessions;
    private final ActivePeople people;
    private final Roster roster;
    private final Screens screens;
    private final String issuer;
    private final Clock clock;

    Front(
            HandOffVerifier verifier,
            Sessions sessions,
            ActivePeople people,
            Roster roster,
            Screens screens,
            StandIn.Settings settings) {
        this.verifier = verifier;
        this.sessions = sessions;
        this.people = people;
        this.roster = roster;
        this.screens = screens;
        this.issuer = settings.issuer();
        this.clock = settings.clock();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var call = new Call(exchange);
        try {
            answer(call);
        } catch (DataAccessException | SQLException e) {
            LOG.warn("The product's database does not answer.");
            call.page(503, screens.refused());
        } finally {
            exchange.close();
        }
    }

    private void answer(Call call) throws IOException, SQLException {
        switch (call.request()) {
            case "POST /login" -> signIn(call);
            case "POST /logout" -> {
                sessions.end(call.session());
                call.clearSession();
                call.redirect("/goodbye");
            }
            case "GET /goodbye" -> call.page(200, screens.goodbye());
            case "GET /style.css" -> call.style();
            case "GET /login" -> call.redirect("/");
            default -> show(call);
        }
    }

    /** The old session ends whoever it was of: pupils share devices. */
    private void signIn(Call call) throws IOException, SQLException {
        try {
            if (!call.comesFrom(issuer)) {
                throw new HandOffRefused("another site posted it");
            }
            var who = verifier.verify(call.form("token"));
            call.session(sessions.replace(call.session(), who).id());
            call.redirect(page(who.returnTo()));
        } catch (HandOffRefused e) {
            LOG.warn("{}", e.getMessage());
            call.page(403, screens.refused());
        }
    }

    /** Only pages that there are: an address is never put together from what came with a request. */
    private static String page(@Nullable String asked) {
        return asked != null && CLASS.matcher(asked).matches() ? asked : "/";
    }

    private void show(Call call) throws IOException {
        var session = sessions.find(call.session()).orElse(null);
        if (session == null) {
            call.page(call.request().equals("GET /") ? 200 : 403, screens.signedOut());
            return;
        }
        var profile = isGone(session) ? null : roster.profile(session.who()).orElse(null);
        if (profile == null) {
            sessions.end(session.id());
            call.clearSession();
            call.page(403, screens.ended());
            return;
        }
        show(call, session.who(), profile);
    }

    private void show(Call call, HandOff who, Profile profile) throws IOException {
        var isInClasses = who.role().equals("student") || who.role().equals("teacher");
        var asked = CLASS.matcher(call.path());
        if (call.request().equals("GET /")) {
            call.page(200, screens.home(who, profile, isInClasses ? roster.classes(who) : roster.schools(who)));
        } else if (call.request().startsWith("GET ") && asked.matches()) {
            var id = Long.parseLong(asked.group(1));
            var place =
                    roster.classes(who).stream().filter(each -> each.id() == id).findFirst();
            if (place.isPresent()) {
                call.page(200, screens.classPage(who, profile, place.get(), roster.students(who, id)));
            } else {
                call.page(404, screens.unknown());
            }
        } else {
            call.page(404, screens.unknown());
        }
    }

    private boolean isGone(Session session) {
        if (clock.instant().isBefore(session.askedAt().plus(ASK_AGAIN))) {
            return false;
        }
        sessions.asked(session);
        return people.isGone(session.who());
    }
}

package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Keeps of a login what {@link SignedIn} holds and by which state it came, hashed, as one line of text, and nothing else: no
 * token, and no Java object that a row of the database could turn into another one. A text that cannot be read means: nobody. Safe
 * to share.
 */
final class SessionMemory implements SecurityContextRepository {

    static final String ATTRIBUTE = "signedIn";

    private static final int PARTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(SessionMemory.class);

    /** Nothing of an earlier login in the same browser is carried over, not even its session's id. */
    static void replace(Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        var earlier = request.getSession(false);
        if (earlier != null) {
            earlier.invalidate();
        }
    }

    /**
     * For somebody whom Clever named and who does not come in: at a shared device whoever was signed in before is not there any
     * more.
     *
     * @param databaseIsAway the session's row cannot be deleted then, and its cookie goes all the same
     */
    static void leave(
            SsoCookies cookies, HttpServletRequest request, HttpServletResponse response, boolean databaseIsAway) {
        if (SsoCookies.value(request, cookies.session()) == null) {
            return;
        }
        cookies.remove(response, cookies.session());
        if (databaseIsAway) {
            return;
        }
        try {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        } catch (RuntimeException e) {
            // Its message may quote a row.
            LOG.warn(
                    "A session was not ended by an unexpected {}; its cookie is.",
                    e.getClass().getName());
        }
    }

    static OAuth2AuthenticationToken authentication(SignedIn who) {
        return new OAuth2AuthenticationToken(who, who.getAuthorities(), CleverRegistration.ID);
    }

    /** {@code 12:345:teacher:staff,teacher:} and the mark of the login. */
    static String text(SignedIn who, String login) {
        return "%d:%d:%s:%s:%s"
                .formatted(
                        who.districtId(),
                        who.personId(),
                        who.role().code(),
                        who.roles().stream().map(Role::code).collect(Collectors.joining(",")),
                        login);
    }

    static Optional<SignedIn> read(@Nullable Object text) {
        var parts = parts(text);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignedIn(
                    Integer.parseInt(parts[0]),
                    Long.parseLong(parts[1]),
                    Role.of(parts[2]),
                    Arrays.stream(parts[3].split(",", -1)).map(Role::of).toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof SignedIn who) {
            var login = login(request);
            request.getSession(true).setAttribute(ATTRIBUTE, text(who, login));
        } else {
            var session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(ATTRIBUTE);
            }
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) != null;
    }

    /**
     * Whether who is signed in came by the very login that this callback is of. At a shared device somebody else may be there
     * still, since a login that names nobody ends no session.
     */
    boolean isOfThisLogin(HttpServletRequest callback) {
        return remembered(callback)
                .equals(Optional.of(PendingLogins.mark(callback.getParameter(OAuth2ParameterNames.STATE))));
    }

    /** At a callback the one that comes in; afterwards, for another role, still that one. */
    private static String login(HttpServletRequest request) {
        return Arrivals.isCallback(request)
                ? PendingLogins.mark(request.getParameter(OAuth2ParameterNames.STATE))
                : remembered(request).orElse("");
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        var session = request.getSession(false);
        var text = session == null ? null : session.getAttribute(ATTRIBUTE);
        return read(text).map(who -> parts(text)[PARTS - 1]);
    }

    private static String[] parts(@Nullable Object text) {
        return text instanceof String line ? line.split(":", -1) : new String[0];
    }

    private static SecurityContext context(HttpServletRequest request) {
        var session = request.getSession(false);
        var who = session == null ? Optional.<SignedIn>empty() : read(session.getAttribute(ATTRIBUTE));
        return who.map(SessionMemory::authentication)
                .map(SecurityContextImpl::new)
                .orElseGet(SecurityContextImpl::new);
    }
}

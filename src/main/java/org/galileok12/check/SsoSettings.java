package org.galileok12.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Checks the settings of single sign-on as a person would set them: nothing at all, or addresses that browsers can be sent to. */
final class SsoSettings {

    /** Hosts that need no TLS. */
    static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

    /** The same as what does not let a node start (SsoProperties in package sso). */
    private static final int THREADS_LEFT = 20;

    private final UnaryOperator<@Nullable String> properties;

    SsoSettings(UnaryOperator<@Nullable String> properties) {
        this.properties = properties;
    }

    /** Without a login address of the product single sign-on is off, and nothing else of it is looked at. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        var loginUrl = value("galileo.sso.login-url");
        if (loginUrl.isEmpty()) {
            return problems;
        }
        truth("galileo.sso.oidc", problems);
        truth("galileo.sso.plain-http", problems);
        if (!isAddress(loginUrl, true)) {
            problems.add("GALILEO_LOGIN_URL is not the address of the product's login. Set it to one like"
                    + " https://app.galileo.example/login, or to nothing to leave single sign-on off.");
        }
        var publicUrl = value("galileo.sso.public-url");
        if (publicUrl.isEmpty()) {
            problems.add("GALILEO_PUBLIC_URL is not set, but GALILEO_LOGIN_URL is. Set it to where browsers reach this"
                    + " service, such as https://clever.example.org.");
        } else if (!isAddress(publicUrl, value("galileo.sso.plain-http").equals("true"))
                || !URI.create(publicUrl).getPath().replace("/", "").isEmpty()) {
            problems.add("GALILEO_PUBLIC_URL is not scheme, host and perhaps a port. Set it to one like"
                    + " https://clever.example.org (http:// only for localhost, with GALILEO_SSO_PLAIN_HTTP=true).");
        }
        if (value("galileo.sso.plain-http").equals("true") && publicUrl.startsWith("https:")) {
            problems.add(
                    "GALILEO_SSO_PLAIN_HTTP is 'true', but GALILEO_PUBLIC_URL begins with https://. Leave it unset:"
                            + " cookies without Secure are for http://localhost only.");
        }
        threads(problems);
        return problems;
    }

    private void threads(List<String> problems) {
        var atOnce = number("galileo.sso.logins-at-once", 1, problems);
        var waiting = number("galileo.sso.logins-waiting", 0, problems);
        var threads = number("server.tomcat.threads.max", 1, problems);
        if (atOnce.isPresent() && waiting.isPresent() && threads.isPresent()) {
            var needed = atOnce.getAsLong() + waiting.getAsLong() + THREADS_LEFT;
            if (threads.getAsLong() < needed) {
                problems.add(("SERVER_TOMCAT_THREADS_MAX is %d, too few for GALILEO_SSO_LOGINS_AT_ONCE (%d),"
                                + " GALILEO_SSO_LOGINS_WAITING (%d) and %d for everything else. Set it to %d or"
                                + " more, or one of these two to less.")
                        .formatted(threads.getAsLong(), atOnce.getAsLong(), waiting.getAsLong(), THREADS_LEFT, needed));
            }
        }
    }

    /** Empty when there is none, or none that is good. */
    private OptionalLong number(String property, long smallest, List<String> problems) {
        var value = value(property);
        if (value.matches("\\d{1,9}") && Long.parseLong(value) >= smallest) {
            return OptionalLong.of(Long.parseLong(value));
        }
        if (!value.isEmpty()) {
            problems.add(EnvironmentCheck.variable(property) + " is '" + value + "'. Set it to a whole number, "
                    + smallest + " or more.");
        }
        return OptionalLong.empty();
    }

    private void truth(String property, List<String> problems) {
        var value = value(property);
        if (!Set.of("", "true", "false").contains(value)) {
            problems.add(EnvironmentCheck.variable(property) + " is '" + value + "'. Set it to true or false.");
        }
    }

    private static boolean isAddress(String value, boolean localWithoutTls) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme())
                            || localWithoutTls && "http".equals(uri.getScheme()) && LOCAL.contains(uri.getHost()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String value(String property) {
        var value = properties.apply(property);
        return value == null ? "" : value.strip();
    }
}

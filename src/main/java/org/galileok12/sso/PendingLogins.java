package org.galileok12.sso;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Guarantees that a login which was sent to Clever is taken once, in time, and by the browser that began it, on whatever node. It
 * is kept by {@code routes/sso-pending.camel.yaml} in one statement each; state and cookie are stored as hashes. Safe to share.
 */
final class PendingLogins {

    private final ProducerTemplate camel;

    PendingLogins(ProducerTemplate camel) {
        this.camel = camel;
    }

    /** The oldest ones of the browser make room. */
    void save(String state, String browser, PendingLogin login) {
        send("direct:save-pending-login", it -> {
            it.setVariable("stateHash", hash(state));
            it.setVariable("browserHash", hash(browser));
            it.setVariable("nonce", login.nonce());
            it.setVariable("codeVerifier", login.codeVerifier());
            it.setVariable("returnTo", login.returnTo());
            it.setVariable("district", login.district());
        });
    }

    /**
     * Takes the login, so that nobody can take it again.
     *
     * @param wish told by name what this browser began the login for, if anything, also when it cannot be taken any more
     * @throws Refused when there is none, or it is another browser's, or too old, or was taken before
     */
    PendingLogin take(String state, String browser, BiConsumer<String, Object> wish) {
        var answer = send("direct:take-pending-login", it -> {
            it.setVariable("stateHash", hash(state));
            it.setVariable("browserHash", hash(browser));
        });
        List<?> rows = answer.getMessage().getBody(List.class);
        var row = (Map<?, ?>) rows.get(0);
        Map.of(Wishes.RETURN_TO, "return_to", Wishes.DISTRICT, "district").forEach((name, column) -> {
            if (row.get(column) instanceof String wished) {
                wish.accept(name, wished);
            }
        });
        switch (String.valueOf(row.get("outcome"))) {
            case "taken" -> {
                return new PendingLogin(
                        (String) row.get("nonce"),
                        (String) row.get("code_verifier"),
                        (String) row.get("return_to"),
                        (String) row.get("district"));
            }
            case "foreign" -> throw new Refused(Reason.FOREIGN_STATE);
            case "spent" -> throw new Refused(Reason.SPENT_STATE);
            case "expired" -> throw new Refused(Reason.EXPIRED_STATE);
            default -> throw new Refused(Reason.UNKNOWN_STATE);
        }
    }

    /** By what a session is known to be of the login that had this state. */
    static String mark(@Nullable String state) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(state));
    }

    private Exchange send(String route, Consumer<Exchange> variables) {
        var exchange = camel.request(route, variables::accept);
        Exception failure = exchange.getException();
        if (failure != null) {
            throw new Refused(Trouble.isOfDatabase(failure) ? Reason.ROSTER_DOWN : Reason.FAILED, failure);
        }
        return exchange;
    }

    private static byte[] hash(@Nullable String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }
}

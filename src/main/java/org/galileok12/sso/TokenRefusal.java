package org.galileok12.sso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/** Decides what it means that Clever gives no token for a code. Clever's words are looked at, and never shown or logged. */
final class TokenRefusal {

    private static final int LOOKED_AT = 4_000;

    private TokenRefusal() {}

    static Reason reason(ClientHttpResponse answer) throws IOException {
        var status = answer.getStatusCode();
        if (status.is5xxServerError() || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            return Reason.CLEVER_DOWN;
        }
        var words = new String(answer.getBody().readNBytes(LOOKED_AT), StandardCharsets.UTF_8)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return status.is4xxClientError() ? reason(status, words) : Reason.CLEVER_UNREADABLE;
    }

    private static Reason reason(HttpStatusCode status, String words) {
        if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
                || words.contains("invalid client")
                || words.contains("unauthorized client")) {
            return Reason.CREDENTIALS_REFUSED;
        }
        // Before invalid_grant, which may be the code of both.
        if (words.contains("redirect uri")) {
            return Reason.REDIRECT_MISMATCH;
        }
        return words.contains("invalid grant") ? Reason.CODE_SPENT : Reason.CLEVER_UNREADABLE;
    }
}

package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.galileok12.benchmark.logins.KeptConnection.Reply;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SignIn;

/** What a login cannot do without, each alone: as many requests to the service that do nothing, and what is asked of Clever. */
final class Floor {

    static final String KEYS = "/.well-known/jwks.json";

    private static final int REQUESTS = 3;
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final String BASIC = "Basic "
            + Base64.getEncoder()
                    .encodeToString(
                            (LocalClever.CLIENT_ID + ":" + LocalClever.CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));

    private Floor() {}

    /** Three requests for the public keys. */
    static Visit service() {
        return (service, clever, number, begin) -> {
            var from = System.nanoTime();
            for (int i = 0; i < REQUESTS; i++) {
                ok(service.get(KEYS, ""));
            }
            return took(from, begin);
        };
    }

    /** The visit at Clever, the exchange of the code, and who that is. */
    static Visit clever(IntFunction<String> people, String redirectUri, boolean oidc) {
        var back = URLEncoder.encode(redirectUri, StandardCharsets.UTF_8);
        var authorize = "/oauth/authorize?response_type=code&state=floor&client_id=" + LocalClever.CLIENT_ID
                + "&redirect_uri=" + back;
        var form = "grant_type=authorization_code&redirect_uri=" + back + "&code=";
        return (service, clever, number, begin) -> {
            var from = System.nanoTime();
            var person = people.apply(number);
            var code =
                    only(CODE, clever.get(authorize, SignIn.sessionOf(person)).location());
            var token = only(
                    TOKEN, ok(clever.post("/oauth/tokens", BASIC, form + code)).body());
            if (!oidc) {
                ok(clever.authorized("/v3.0/me", "Bearer " + token));
                ok(clever.authorized("/v3.1/users/" + person, "Bearer " + token));
            }
            return took(from, begin);
        };
    }

    private static Login took(long from, long begin) {
        var now = System.nanoTime();
        return new Login(now - from, now - from, now - begin);
    }

    private static Reply ok(Reply reply) throws LoginFailed {
        if (reply.status() != 200) {
            throw new LoginFailed("floor", reply.status());
        }
        return reply;
    }

    private static String only(Pattern pattern, String text) throws IOException {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new LoginFailed("floor without " + pattern, 0);
        }
        return found.group(1);
    }
}

package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Answers the calls of signing in, counts them, and lets them go wrong. Any other path is left to the roster's answers. */
final class SignInAnswers {

    static final String ATTACKERS_KEYS = "/attacker/keys";
    static final String KEYS = "/oauth/certs";
    private static final Pattern USER = Pattern.compile("/v3\\.[01]/users/[^/]+");

    private final SignIn signIn;
    private final SignInDesk desk;
    private final SignInApi api;

    SignInAnswers(SignIn signIn) {
        this.signIn = signIn;
        this.desk = new SignInDesk(signIn);
        this.api = new SignInApi(signIn);
    }

    boolean knows(String method, String path) {
        return switch (path) {
            case "/oauth/tokens", "/sign-in", "/sign-out", "/__local/sign-in" -> method.equals("POST");
            case "/oauth/authorize",
                    "/oauth/instant-login",
                    "/portal",
                    "/userinfo",
                    "/.well-known/openid-configuration",
                    KEYS,
                    ATTACKERS_KEYS -> method.equals("GET");
            case "/v3.0/me", "/v3.1/me" -> method.equals("GET");
            default -> method.equals("GET") && USER.matcher(path).matches();
        };
    }

    Response answer(SignInRequest request) {
        return switch (request.path()) {
            case "/oauth/authorize" -> counted(SignInCall.AUTHORIZE, request, desk::authorize);
            case "/oauth/instant-login" -> counted(SignInCall.AUTHORIZE, request, desk::instantLogin);
            case "/portal" -> desk.portal(request);
            case "/sign-in" -> desk.signIn(request);
            case "/sign-out" -> desk.signOut();
            case "/oauth/tokens" -> counted(SignInCall.TOKEN, request, api::token);
            case "/userinfo" -> counted(SignInCall.USERINFO, request, api::userinfo);
            case "/.well-known/openid-configuration" ->
                counted(SignInCall.DISCOVERY, request, asked -> api.discovery());
            case KEYS -> counted(SignInCall.KEYS, request, asked -> api.keys());
            case ATTACKERS_KEYS -> api.attackersKeys();
            case "/__local/sign-in" -> control(request);
            case "/v3.0/me", "/v3.1/me" -> counted(SignInCall.ME, request, api::me);
            default -> counted(SignInCall.USER, request, api::user);
        };
    }

    private Response counted(SignInCall call, SignInRequest request, Function<SignInRequest, Response> normal) {
        signIn.counter(call).increment();
        PageFault fault = signIn.faults.take("", call.name(), 1);
        if (fault == null) {
            return normal.apply(request);
        }
        fault.runBefore();
        return fault.apply(normal.apply(request));
    }

    /**
     * For a test in another JVM: {@code ?hang=TOKEN} lets a call hang from now on, {@code ?hang=none} heals; answers how often
     * each call was made since then.
     */
    private Response control(SignInRequest request) {
        ObjectNode counts = PageWriter.JSON.createObjectNode();
        for (SignInCall call : SignInCall.values()) {
            counts.put(call.name(), signIn.calls(call));
        }
        String hang = request.parameter("hang");
        if (hang.equals("none")) {
            signIn.heal();
        } else if (!hang.isEmpty()) {
            signIn.on(SignInCall.valueOf(hang)).hanging().always();
        }
        return Answer.json(200, counts.toString());
    }

    static Response json(JsonNode body) {
        return Answer.json(200, body.toString(), HttpHeader.httpHeader("cache-control", "no-store"));
    }
}

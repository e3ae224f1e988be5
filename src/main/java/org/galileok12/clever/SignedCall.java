package org.galileok12.clever;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Lets only the documented requests out, and signs them at the last moment, so that no token is ever part of an
 * exchange. The route names the district in an internal header, which is removed before sending. Safe for concurrent
 * use.
 */
final class SignedCall implements ExecChainHandler {

    /** Internal request header that says whose token signs the call; never sent. */
    static final String DISTRICT = "X-Galileo-District";

    private final Calls permitted;
    private final CleverTokens tokens;
    private final String basic;

    SignedCall(Calls permitted, CleverTokens tokens, String clientId, String clientSecret) {
        this.permitted = permitted;
        this.tokens = tokens;
        this.basic = "Basic "
                + Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Header district = request.getFirstHeader(DISTRICT);
        request.removeHeaders(DISTRICT);
        request.setHeader(HttpHeaders.AUTHORIZATION, signature(request, district == null ? "" : district.getValue()));
        return chain.proceed(request, scope);
    }

    private String signature(ClassicHttpRequest request, String district) {
        if (permitted.isTokenList(request)) {
            return basic;
        }
        if (!permitted.isApi(request) && !permitted.isTokenInfo(request)) {
            throw new ContractBroken(Calls.name(request) + " at " + request.getAuthority()
                    + " is not one of the requests this service makes, so it was not sent."
                    + " Check the route that set cleverUri.");
        }
        String token = tokens.bearer(district);
        if (token == null) {
            throw new CleverRefused("No Clever token of district " + district + " is in memory, so "
                    + Calls.name(request) + " was not sent.");
        }
        return "Bearer " + token;
    }
}

package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/**
 * Takes the access tokens out of the answers of {@code /oauth/tokens} before a route sees them. An answer about one
 * district offers its tokens to {@link CleverTokens}; the list of all districts only loses them. What is not JSON is
 * emptied, since a broken answer may still hold a token. Safe for concurrent use.
 */
final class TokensWithheld implements ExecChainHandler {

    private static final String TOKEN = "access_token";

    private final CleverTokens tokens;
    private final ObjectMapper json;

    TokensWithheld(CleverTokens tokens, ObjectMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse answer = chain.proceed(request, scope);
        HttpEntity entity = answer.getEntity();
        if (entity != null && Calls.TOKENS.equals(Calls.path(request))) {
            boolean oneDistrict = request.getPath().contains("&district=");
            byte[] body = EntityUtils.toByteArray(entity);
            answer.setEntity(
                    new ByteArrayEntity(without(body, oneDistrict), ContentType.parseLenient(entity.getContentType())));
        }
        return answer;
    }

    private byte[] without(byte[] body, boolean offer) {
        try {
            JsonNode list = json.readTree(body);
            for (JsonNode item : list.path("data")) {
                if (item instanceof ObjectNode object) {
                    withhold(object, offer);
                }
            }
            // Wherever else one may be: nothing of that name passes.
            list.findParents(TOKEN).forEach(parent -> ((ObjectNode) parent).remove(TOKEN));
            return json.writeValueAsBytes(list);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private void withhold(ObjectNode item, boolean offer) {
        String id = item.path("id").asText("");
        String token = item.path(TOKEN).asText("").trim();
        item.remove(TOKEN);
        if (offer && !id.isEmpty() && !token.isEmpty()) {
            tokens.offer(id, token);
        }
    }
}

package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clever's {@code /oauth/tokens} and {@code /oauth/tokeninfo}: who has let the application in. Items have no wrapping of their own. */
final class TokenList {

    private final String clientId;
    private final String clientSecret;
    private volatile int pageSize = Integer.MAX_VALUE;

    TokenList(String clientId, String clientSecret) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /** Spreads the list over pages; Clever does not say whether it ever does. */
    void pageSize(int items) {
        pageSize = items;
    }

    Response answer(String authorization, Map<String, String> query, Collection<ServedDistrict> districts) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(authorization)) {
            return Answer.json(401, "{\"error\":\"invalid_client\",\"error_description\":\"Client credentials.\"}");
        }
        if (!"district".equals(query.get("owner_type"))) {
            return Answer.json(400, "{\"error\":\"invalid_request\",\"error_description\":\"owner_type\"}");
        }
        String only = query.getOrDefault("district", "");
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (ServedDistrict district : districts) {
            if (only.isEmpty() || only.equals(district.id())) {
                district.authorisations().forEach(each -> items.add(item(district.id(), each)));
            }
        }
        return Answer.json(
                200, page(items, only, query.getOrDefault("starting_after", "")).toString());
    }

    /** Clever's {@code /oauth/tokeninfo}: what the token that signs the request is for. */
    Response info(String authorization, @Nullable ServedDistrict owner) {
        if (owner == null) {
            return Answer.json(401, "{\"error\":\"invalid_token\"}");
        }
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("client_id", owner.clientId());
        owner.authorisations().stream()
                .filter(each -> authorization.equals("Bearer " + each.token()))
                .forEach(each -> each.scopes().forEach(info.withArray("scopes")::add));
        return Answer.json(200, info.toString());
    }

    private ObjectNode page(ArrayNode items, String only, String after) {
        String self = "/oauth/tokens?owner_type=district" + (only.isEmpty() ? "" : "&district=" + only);
        List<ObjectNode> rest = new ArrayList<>();
        boolean reached = after.isEmpty();
        for (var each : items) {
            if (reached) {
                rest.add((ObjectNode) each);
            }
            reached |= each.path("id").asText().equals(after);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        rest.stream().limit(pageSize).forEach(data::add);
        ArrayNode links = body.putArray("links");
        links.addObject().put("rel", "self").put("uri", self + (after.isEmpty() ? "" : "&starting_after=" + after));
        if (rest.size() > pageSize) {
            String last = data.get(data.size() - 1).path("id").asText();
            links.addObject().put("rel", "next").put("uri", self + "&starting_after=" + last);
        }
        return body;
    }

    private static ObjectNode item(String district, Authorisation authorisation) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", authorisation.id()).put("created", Moments.text(authorisation.created()));
        item.putObject("owner").put("type", "district").put("id", district);
        item.put("access_token", authorisation.token());
        authorisation.scopes().forEach(item.putArray("scopes")::add);
        return item;
    }
}

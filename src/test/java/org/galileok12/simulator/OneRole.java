package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first people of one role, as {@code /users?role=student} lists them. Looks through all people: for small limits. */
final class OneRole {

    private static final int LOOKED_AT = 1000;

    private OneRole() {}

    static String page(String version, Map<String, String> query, ServedDistrict owner) {
        String role = Objects.requireNonNull(query.get("role"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "100"));
        ObjectNode page = PageWriter.JSON.createObjectNode();
        var data = page.putArray("data");
        @Nullable String after = query.get("starting_after");
        do {
            RenderedPage all = owner.page(new PageQuery(version, "users", LOOKED_AT, true, after, null));
            for (JsonNode item : read(all).path("data")) {
                if (data.size() < limit && item.path("data").path("roles").has(role)) {
                    data.add(item);
                }
            }
            after = all.nextAfter();
        } while (after != null && data.size() < limit);
        String self = "/" + version + "/users?limit=" + limit + "&role=" + role;
        var links = page.putArray("links");
        links.addObject().put("rel", "self").put("uri", self);
        if (data.size() == limit) {
            String last = data.get(limit - 1).path("data").path("id").asText();
            links.addObject().put("rel", "next").put("uri", self + "&starting_after=" + last);
        }
        return page.toString();
    }

    private static JsonNode read(RenderedPage page) {
        try {
            return PageWriter.JSON.readTree(page.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A page of the local Clever is no JSON.", e);
        }
    }
}

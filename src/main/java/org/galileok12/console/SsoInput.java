package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galileok12.sso.Role;
import org.jspecify.annotations.Nullable;

/**
 * Takes what is said about single sign-on from a request, or answers what would fit.
 *
 * @param roles null when they are not named
 * @param respectLaunchDate null when it is not named
 */
record SsoInput(
        boolean on, @Nullable Set<Role> roles, @Nullable Boolean respectLaunchDate) {

    private static final int MOST_IDS = 1000;

    static SsoInput of(@Nullable JsonNode body) {
        if (body == null || !body.path("on").isBoolean()) {
            throw new BadInput(
                    "Send {\"on\": true or false}, with \"roles\" and \"respectLaunchDate\" if they change.");
        }
        var on = body.path("on").asBoolean();
        if (!on && (body.has("roles") || body.has("respectLaunchDate"))) {
            throw new BadInput("\"roles\" and \"respectLaunchDate\" go with \"on\": true only.");
        }
        return new SsoInput(on, roles(body), flag(body));
    }

    /** The ids of a batch. */
    static List<String> ids(@Nullable JsonNode body) {
        var ids = new ArrayList<String>();
        var list = body == null ? null : body.get("ids");
        if (list == null || !list.isArray() || list.isEmpty() || list.size() > MOST_IDS) {
            throw new BadInput("Send {\"ids\": [1 to %d ids]}.".formatted(MOST_IDS));
        }
        list.forEach(id -> ids.add(Input.key(id.asText())));
        return ids;
    }

    static Instant moment(@Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new BadInput("Say ?since= as a moment like 2026-11-25T08:00:00Z.");
        }
    }

    private static @Nullable Set<Role> roles(JsonNode body) {
        if (!body.has("roles")) {
            return null;
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var name : body.path("roles")) {
            for (var role : Role.values()) {
                if (name.isTextual() && role.code().equals(name.asText())) {
                    roles.add(role);
                }
            }
        }
        if (roles.isEmpty() || roles.size() != body.path("roles").size()) {
            throw new BadInput("\"roles\" are one or more of district_admin, staff, teacher and student, each once.");
        }
        return roles;
    }

    private static @Nullable Boolean flag(JsonNode body) {
        var flag = body.path("respectLaunchDate");
        if (flag.isMissingNode()) {
            return null;
        }
        if (!flag.isBoolean()) {
            throw new BadInput("\"respectLaunchDate\" is true or false.");
        }
        return flag.asBoolean();
    }
}

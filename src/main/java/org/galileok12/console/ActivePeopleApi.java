package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galileok12.sso.ActivePeople;
import org.galileok12.sso.ConditionalOnSso;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the product whose sessions to end; numbers and roles only. Not there on a node to which nobody signs in. */
@RestController
@ConditionalOnSso
final class ActivePeopleApi {

    private final ActivePeople people;

    ActivePeopleApi(ActivePeople people) {
        this.people = people;
    }

    @GetMapping("/api/sso/active/{id}")
    JsonNode active(@PathVariable String id, @RequestParam(required = false) @Nullable String district) {
        var found = (ObjectNode)
                people.of(List.of(Input.key(id)), districtOrNull(district)).get(0);
        return found.without("id");
    }

    @PostMapping("/api/sso/active")
    JsonNode active(@RequestBody(required = false) @Nullable JsonNode body) {
        var ids = SsoInput.ids(body);
        var district = body == null ? null : body.path("district").asText(null);
        return people.of(ids, districtOrNull(district));
    }

    @GetMapping("/api/sso/deactivated")
    JsonNode deactivated(
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String district) {
        return people.leftSince(SsoInput.moment(since), districtOrNull(district));
    }

    private static @Nullable String districtOrNull(@Nullable String district) {
        return district == null ? null : Input.district(district);
    }
}

package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import org.galileok12.run.EventSwitch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Clever's events of a district: looked at, switched on and off. */
@RestController
@ConditionalOnWebApplication
final class EventSwitchApi {

    private final EventSwitch events;

    EventSwitchApi(EventSwitch events) {
        this.events = events;
    }

    @GetMapping("/api/districts/{district}/events")
    JsonNode show(@PathVariable String district) {
        return events.show(Input.district(district));
    }

    @PostMapping("/api/districts/{district}/events")
    JsonNode decide(
            @PathVariable String district, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        var id = Input.district(district);
        if (body == null || !body.path("on").isBoolean()) {
            throw new BadInput("Send {\"on\": true or false}.");
        }
        return body.path("on").asBoolean() ? events.on(id, by.getName()) : events.off(id, by.getName());
    }
}

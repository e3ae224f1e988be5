package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import org.galileok12.run.PublishHolds;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The publish hold of a district: put on, looked at, lifted for the plan that was seen. */
@RestController
@ConditionalOnWebApplication
final class PublishHoldApi {

    private final PublishHolds holds;

    PublishHoldApi(PublishHolds holds) {
        this.holds = holds;
    }

    @PostMapping("/api/districts/{district}/hold")
    JsonNode hold(@PathVariable String district, Principal by) {
        return holds.hold(Input.district(district), by.getName());
    }

    @GetMapping("/api/districts/{district}/release")
    JsonNode withheld(@PathVariable String district) {
        return holds.withheld(Input.district(district));
    }

    @PostMapping("/api/districts/{district}/release")
    JsonNode release(
            @PathVariable String district, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        return holds.release(Input.district(district), Input.plan(body), by.getName());
    }
}

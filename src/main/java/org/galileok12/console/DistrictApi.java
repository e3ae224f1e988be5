package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import org.galileok12.district.Districts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Districts on their way to their schedule: listed, shown, looked at anew, and decided about by the account that is signed in. */
@RestController
@ConditionalOnWebApplication
final class DistrictApi {

    private final Districts districts;

    DistrictApi(Districts districts) {
        this.districts = districts;
    }

    @GetMapping("/api/districts")
    JsonNode list() {
        return districts.list();
    }

    @GetMapping("/api/districts/{district}")
    JsonNode show(@PathVariable String district) {
        return districts.show(Input.district(district), false);
    }

    /** Answers when Clever has been asked. */
    @PostMapping("/api/districts/{district}/probe")
    JsonNode probe(@PathVariable String district) {
        return districts.show(Input.district(district), true);
    }

    @PostMapping("/api/districts/{district}/accept")
    JsonNode accept(
            @PathVariable String district, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        return districts.accept(Input.district(district), Input.planIfAny(body), by.getName());
    }

    @PostMapping("/api/districts/{district}/decline")
    JsonNode decline(
            @PathVariable String district, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        return districts.decline(Input.district(district), Input.reason(body), by.getName());
    }

    @PostMapping("/api/districts/{district}/pause")
    JsonNode pause(@PathVariable String district, Principal by) {
        return districts.pause(Input.district(district), by.getName());
    }

    @PostMapping("/api/districts/{district}/resume")
    JsonNode resume(@PathVariable String district, Principal by) {
        return districts.resume(Input.district(district), by.getName());
    }
}

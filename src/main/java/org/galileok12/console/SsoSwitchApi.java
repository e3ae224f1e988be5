package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import org.galileok12.sso.SsoSwitch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Single sign-on of a district: looked at, switched on for roles, switched off. */
@RestController
@ConditionalOnWebApplication
final class SsoSwitchApi {

    private final SsoSwitch sso;

    SsoSwitchApi(SsoSwitch sso) {
        this.sso = sso;
    }

    @GetMapping("/api/districts/{district}/sso")
    JsonNode show(@PathVariable String district) {
        return sso.show(Input.district(district));
    }

    @PostMapping("/api/districts/{district}/sso")
    JsonNode decide(
            @PathVariable String district, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        var id = Input.district(district);
        var wanted = SsoInput.of(body);
        return wanted.on()
                ? sso.on(id, wanted.roles(), wanted.respectLaunchDate(), by.getName())
                : sso.off(id, by.getName());
    }
}

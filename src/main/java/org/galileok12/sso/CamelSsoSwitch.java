package org.galileok12.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.galileok12.run.Questions;
import org.jspecify.annotations.Nullable;

/** Carries the switch out through the routes of sso-switch. */
final class CamelSsoSwitch implements SsoSwitch {

    private final Questions questions;

    CamelSsoSwitch(Questions questions) {
        this.questions = questions;
    }

    @Override
    public ObjectNode on(String district, @Nullable Set<Role> roles, @Nullable Boolean respectLaunchDate, String by) {
        var names =
                roles == null ? null : roles.stream().sorted().map(Role::code).collect(Collectors.joining(","));
        return decide(district, true, names, respectLaunchDate, by);
    }

    @Override
    public ObjectNode off(String district, String by) {
        return decide(district, false, null, null, by);
    }

    @Override
    public ObjectNode show(String district) {
        Questions.requireDistrict(district);
        return questions.ask(
                "direct:show-sso", "decided", ObjectNode.class, exchange -> exchange.setVariable("district", district));
    }

    private ObjectNode decide(
            String district, boolean on, @Nullable String roles, @Nullable Boolean respectLaunchDate, String by) {
        Questions.requireDistrict(district);
        return questions.ask("direct:switch-sso", "decided", ObjectNode.class, exchange -> {
            exchange.setVariable("district", district);
            exchange.setVariable("on", on);
            exchange.setVariable("roles", roles);
            exchange.setVariable("respectLaunchDate", respectLaunchDate);
            exchange.setVariable("by", by);
        });
    }
}

package org.galileok12.simulator;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What is wrong with the address that Clever sends the browser back to. Effects on the same fault add up. Describe it before
 * the request that meets it.
 */
public final class RedirectFault extends Fault<RedirectFault> {

    private volatile Consumer<Map<String, String>> effect = parameters -> {};

    RedirectFault() {}

    /** The state is not echoed. */
    public RedirectFault withoutState() {
        return without("state");
    }

    public RedirectFault state(String other) {
        return with("state", other);
    }

    /** An error in place of the code, with the state. */
    public RedirectFault error(String code) {
        return without("code").without("scope").with("error", code);
    }

    /** What third parties report of districts that have not let the application in. */
    public RedirectFault errorWithoutState(String code) {
        return error(code).withoutState();
    }

    public RedirectFault with(String parameter, String value) {
        return effect(parameters -> parameters.put(parameter, value));
    }

    public RedirectFault without(String parameter) {
        return effect(parameters -> parameters.remove(parameter));
    }

    void apply(Map<String, String> parameters) {
        effect.accept(parameters);
    }

    @Override
    RedirectFault self() {
        return this;
    }

    private RedirectFault effect(Consumer<Map<String, String>> next) {
        effect = effect.andThen(next);
        return this;
    }
}

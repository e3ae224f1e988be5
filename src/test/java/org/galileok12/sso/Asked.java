package org.galileok12.sso;

import org.galileok12.simulator.SignIn;
import org.galileok12.simulator.SignInCall;

/** How often Clever was asked for each thing, in one attempt or up to now. */
record Asked(int token, int me, int user, int discovery, int keys) {

    static final Asked NOTHING = new Asked(0, 0, 0, 0, 0);
    static final Asked TOKEN = new Asked(1, 0, 0, 0, 0);
    static final Asked TOKEN_AND_ME = new Asked(1, 1, 0, 0, 0);
    /** All that is asked for when a person is Clever's and the roster has the word. */
    static final Asked ALL = new Asked(1, 1, 1, 0, 0);

    static Asked upToNow(SignIn clever) {
        return new Asked(
                clever.calls(SignInCall.TOKEN),
                clever.calls(SignInCall.ME),
                clever.calls(SignInCall.USER) + clever.calls(SignInCall.USERINFO),
                clever.calls(SignInCall.DISCOVERY),
                clever.calls(SignInCall.KEYS));
    }

    Asked since(Asked before) {
        return new Asked(
                token - before.token,
                me - before.me,
                user - before.user,
                discovery - before.discovery,
                keys - before.keys);
    }

    /** Where it does not matter whether the keys were known already. */
    Asked withoutKeys() {
        return new Asked(token, me, user, 0, 0);
    }
}

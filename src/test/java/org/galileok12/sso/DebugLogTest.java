package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An operator who looks for a fault turns everything on. */
class DebugLogTest extends SsoScenario {

    @Test
    void not_even_at_debug_level_is_a_code_a_state_a_token_or_a_name_logged() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var others = (Logger) LoggerFactory.getLogger("wiremock");
        var before = root.getLevel();
        root.setLevel(Level.DEBUG);
        // The local Clever is the other side.
        others.setLevel(Level.INFO);
        try {
            signIn(browser);
            logOut(browser);
            browser.get(CALLBACK + "?code=stolen-code-1234&state=made-up-state-5678");
        } finally {
            root.setLevel(before);
        }

        assertThat(attempts.log().lines()).hasSizeGreaterThan(50).anyMatch(line -> line.startsWith("DEBUG"));
        attempts.nothingSecretIsLogged(browser);
    }
}

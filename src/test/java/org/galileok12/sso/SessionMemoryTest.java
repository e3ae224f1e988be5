package org.galileok12.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;

/** A session knows the login that it came by. */
class SessionMemoryTest {

    private static final SignedIn RUTH = new SignedIn(12, 345, Role.STAFF, List.of(Role.STAFF, Role.TEACHER));

    private final SessionMemory memory = new SessionMemory();
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void a_session_is_of_the_login_that_made_it_and_of_no_other() {
        assertThat(memory.isOfThisLogin(callback("hers"))).isFalse();

        save(RUTH, callback("hers"));

        assertThat(memory.isOfThisLogin(callback("hers"))).isTrue();
        assertThat(memory.isOfThisLogin(callback("another"))).isFalse();
        assertThat(SessionMemory.read(session.getAttribute(SessionMemory.ATTRIBUTE)))
                .hasValue(RUTH);
    }

    @Test
    void another_role_leaves_it_of_that_login() {
        save(RUTH, callback("hers"));

        save(new SignedIn(12, 345, Role.TEACHER, RUTH.roles()), request("/switch-role"));

        assertThat(memory.isOfThisLogin(callback("hers"))).isTrue();
    }

    @Test
    void a_text_that_cannot_be_read_is_of_no_login() {
        for (var text : List.of("", "12:345:staff:staff", "x:y:z::" + PendingLogins.mark("hers"))) {
            session.setAttribute(SessionMemory.ATTRIBUTE, text);

            assertThat(memory.isOfThisLogin(callback("hers"))).as(text).isFalse();
            assertThat(SessionMemory.read(text)).as(text).isEmpty();
        }
    }

    private void save(SignedIn who, MockHttpServletRequest request) {
        var context = new SecurityContextImpl(SessionMemory.authentication(who));
        memory.saveContext(context, request, new MockHttpServletResponse());
    }

    private MockHttpServletRequest callback(String state) {
        var request = request("/login/oauth2/code/clever");
        request.addParameter("state", state);
        return request;
    }

    private MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSession(session);
        return request;
    }
}

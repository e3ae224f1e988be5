package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Hands a person over to the product, each time with a new token, after the roster was asked once more. Who has several roles
 * chooses one first, of which the one acted in last stands at the top; the page's form posts the token, so that it never stands in an address.
 */
@Controller
@ConditionalOnSso
final class Landing {

    private final Admission admission;
    private final HandOff handOff;
    private final Wishes wishes;
    private final TemplatePages pages;
    private final SecurityContextRepository sessions;

    Landing(
            Admission admission,
            HandOff handOff,
            Wishes wishes,
            TemplatePages pages,
            SecurityContextRepository sessions) {
        this.admission = admission;
        this.handOff = handOff;
        this.wishes = wishes;
        this.pages = pages;
        this.sessions = sessions;
    }

    @GetMapping(SignInAnswers.LANDING)
    void land(
            @AuthenticationPrincipal SignedIn who,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var person = admission.look(who);
        var returnTo = wishes.returnTo(request);
        if (person.roles().size() == 1) {
            handOver(person, person.roles().get(0), returnTo, csrf, request, response);
            return;
        }
        var values = values(person, csrf);
        values.put("roles", choice(person, who.role()));
        values.put("returnTo", returnTo);
        pages.show(request, response, "roles", values);
    }

    /** Opened otherwise than by the form of the choice, such as by a reload: it is offered again. */
    @GetMapping("/switch-role")
    void choose(HttpServletRequest request, HttpServletResponse response) {
        SignInAnswers.redirect(response, wishes.landing(request));
    }

    /** A role that the person does not have, or not any more, leads back to the choice. */
    @PostMapping("/switch-role")
    void switchRole(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(name = "role", required = false) @Nullable String asked,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var person = admission.look(who);
        var role = role(person, asked);
        if (role.isEmpty()) {
            SignInAnswers.redirect(response, wishes.landing(request));
            return;
        }
        var acting = new SignedIn(who.districtId(), who.personId(), role.get(), person.roles());
        sessions.saveContext(new SecurityContextImpl(SessionMemory.authentication(acting)), request, response);
        handOver(person, role.get(), wishes.returnTo(request), csrf, request, response);
    }

    private void handOver(
            Person person,
            Role role,
            @Nullable String returnTo,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var values = values(person, csrf);
        values.put("loginUrl", handOff.loginUrl());
        values.put("again", wishes.landing(request));
        values.put("token", handOff.token(person, role, returnTo));
        // With no-referrer the post would come from "Origin: null", and the product could not tell that it is ours.
        response.setHeader(TemplatePages.REFERRER, "strict-origin");
        pages.show(request, response, "hand-off", values);
    }

    private static Map<String, @Nullable Object> values(Person person, CsrfToken csrf) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("name", person.displayName());
        values.put("csrf", csrf);
        return values;
    }

    /** The highest first, but before it the one acted in. */
    private static List<String> choice(Person person, Role last) {
        return Stream.concat(Stream.of(last).filter(person.roles()::contains), person.roles().stream())
                .distinct()
                .map(Role::code)
                .toList();
    }

    private static Optional<Role> role(Person person, @Nullable String asked) {
        return person.roles().stream().filter(role -> role.code().equals(asked)).findFirst();
    }
}

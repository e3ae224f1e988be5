package org.galileok12.sso;

import org.springframework.security.config.annotation.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;

/**
 * Sets Spring Security's OAuth 2 login up for Clever: who is admitted is asked of the roster once Clever has vouched for a person,
 * and nothing of Clever's is kept. Safe to share.
 */
final class OAuthClient {

    private final ClientRegistration clever;
    private final LoginStart start;
    private final AuthorizationRequests pending;
    private final TokenExchange tokens;
    private final CleverPeople people;
    private final Admission admission;
    private final SignInAnswers answers;

    OAuthClient(
            ClientRegistration clever,
            LoginStart start,
            AuthorizationRequests pending,
            TokenExchange tokens,
            CleverPeople people,
            Admission admission,
            SignInAnswers answers) {
        this.clever = clever;
        this.start = start;
        this.pending = pending;
        this.tokens = tokens;
        this.people = people;
        this.admission = admission;
        this.answers = answers;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.clientRegistrationRepository(new InMemoryClientRegistrationRepository(clever))
                .authorizedClientRepository(new NothingKept())
                .loginPage("/login")
                .authorizationEndpoint(
                        it -> it.authorizationRequestResolver(start).authorizationRequestRepository(pending))
                .tokenEndpoint(it -> it.accessTokenResponseClient(tokens))
                .userInfoEndpoint(it -> it.userService(people::loadUser).oidcUserService(new IdTokenPeople()))
                .authenticationDetailsSource(Correlation::of)
                .successHandler(answers)
                .failureHandler(answers)
                .withObjectPostProcessor(new AtStart())
                .withObjectPostProcessor(new AtCallback());
    }

    private OAuth2AuthenticationToken admitted(OAuth2LoginAuthenticationToken vouchedFor) {
        var person = (VerifiedPerson) vouchedFor.getPrincipal();
        try {
            var admitted = admission.admit(person.identity(), (String) vouchedFor.getDetails());
            var who = new SignedIn(
                    admitted.districtId(), admitted.personId(), admitted.roles().get(0), admitted.roles());
            return SessionMemory.authentication(who);
        } catch (Refused refused) {
            throw new AttemptWritten(refused);
        }
    }

    /** A login that cannot begin is a page, too. */
    private final class AtStart implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {
        @Override
        public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
            filter.setAuthenticationFailureHandler(answers);
            return filter;
        }
    }

    private final class AtCallback implements ObjectPostProcessor<OAuth2LoginAuthenticationFilter> {
        @Override
        public <F extends OAuth2LoginAuthenticationFilter> F postProcess(F filter) {
            filter.setAuthenticationResultConverter(OAuthClient.this::admitted);
            return filter;
        }
    }
}

package org.galileok12.sso;

import org.galileok12.clever.CleverException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Gives Clever a code for a token, once: Spring Security's exchange over a client that ends in time. Safe to share. */
final class TokenExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private final Silence cleversSilence;
    private final RestClientAuthorizationCodeTokenResponseClient spring;

    TokenExchange(ClientHttpRequestFactory requests, Silence cleversSilence) {
        this.cleversSilence = cleversSilence;
        var answers = new OAuth2AccessTokenResponseHttpMessageConverter();
        answers.setAccessTokenResponseConverter(new TokenAnswer());
        spring = new RestClientAuthorizationCodeTokenResponseClient();
        spring.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(answers);
                })
                .defaultStatusHandler(
                        status -> !status.isSameCodeAs(HttpStatusCode.valueOf(200)), (request, answer) -> {
                            throw new Refused(TokenRefusal.reason(answer));
                        })
                .build());
    }

    /** @throws Refused with what Clever's answer means */
    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest code) {
        cleversSilence.asked();
        try {
            var token = spring.getTokenResponse(code);
            cleversSilence.answered();
            return token;
        } catch (OAuth2AuthorizationException | CleverException e) {
            if (Trouble.find(CleverException.class, e) == null) {
                // A refusal is an answer, too.
                cleversSilence.answered();
            }
            throw new Refused(Trouble.ofClever(e));
        }
    }
}

package org.galileok12.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Lets nobody but the operator's account to the API, and the product's to what it asks of people's sessions. The management port
 * has no password, as ever: it must stay inside.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({Accounts.class, ApiErrors.class, UnknownPaths.class, ContainerErrors.Installed.class})
public class ApiSecurity {

    /** Would give each filter a series, and cost a login more than what it measures. */
    @Bean
    SecurityObservationSettings noSeriesForFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementPort(HttpSecurity http) throws Exception {
        return http.securityMatcher(ApiSecurity::isAtManagementPort)
                .authorizeHttpRequests(any -> any.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * No cross-site request can decide anything: the account is sent with each request and never kept in a cookie, a change
     * must come as JSON, which a form cannot send, and no other site is allowed by CORS.
     */
    @Bean
    @Order(10)
    SecurityFilterChain apiPort(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(
                        any -> any.requestMatchers("/api/sso/active", "/api/sso/active/*", "/api/sso/deactivated")
                                .hasAnyRole(Accounts.OPERATOR, Accounts.PRODUCT)
                                .anyRequest()
                                .hasRole(Accounts.OPERATOR))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, failure) -> askForAccount(response, failure)))
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, failure) ->
                        Answers.error(response, HttpStatus.FORBIDDEN, "The account may not do this.")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .cacheControl(Customizer.withDefaults()))
                .addFilterAfter(new JsonOnly(), AuthorizationFilter.class)
                .build();
    }

    private static void askForAccount(HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyPasswords) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            Answers.error(response, HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(failure.getMessage()));
        } else {
            response.setHeader("WWW-Authenticate", "Basic realm=\"galileo-clever\", charset=\"UTF-8\"");
            Answers.error(response, HttpStatus.UNAUTHORIZED, "Sign in with the operator's account.");
        }
    }

    private static boolean isAtManagementPort(HttpServletRequest request) {
        var context = WebApplicationContextUtils.getWebApplicationContext(request.getServletContext());
        return WebServerApplicationContext.hasServerNamespace(context, "management");
    }
}

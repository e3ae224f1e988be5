package org.galileok12.sso;

import java.time.Clock;
import java.util.ArrayList;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Lets browsers to the paths of single sign-on and to no other one, and tells them what these pages may do. The paths come before
 * the operator's (ApiSecurity in package console), which keeps all the rest.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSso
class SsoSecurity {

    private static final String[] OPEN = {"/login", "/logout", LoginStart.PATH + "/*", Arrivals.CALLBACKS + "*"};
    private static final String[] SIGNED_IN = {SignInAnswers.LANDING, "/switch-role"};
    private static final String[] PUBLIC = {"/sso/assets/**", "/.well-known/jwks.json"};

    /** Files and keys: for everybody, without cookies, and to be cached. */
    @Bean
    @Order(2)
    SecurityFilterChain ssoFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher(paths(PUBLIC))
                .authorizeHttpRequests(any -> any.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain ssoPages(
            HttpSecurity http,
            SsoProperties sso,
            SsoCookies cookies,
            SessionMemory sessions,
            SignInAnswers answers,
            OAuthClient oauth,
            Wishes wishes,
            LoginTime time,
            Silence cleversSilence,
            Clock clock,
            @Value("${server.tomcat.threads.max:200}") int threads)
            throws Exception {
        sso.requireFewerThan(threads);
        return http.securityMatcher(paths(OPEN, SIGNED_IN))
                .authorizeHttpRequests(any -> any.requestMatchers(paths(OPEN))
                        .permitAll()
                        .requestMatchers(paths(SIGNED_IN))
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2Login(oauth::configure)
                .securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(session -> session.sessionAuthenticationStrategy(SessionMemory::replace))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens(cookies)))
                .logout(logout -> logout.logoutSuccessHandler(
                        (request, response, who) -> SignInAnswers.redirect(response, "/logout")))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, failure) -> SignInAnswers.redirect(response, wishes.login(request)))
                        .accessDeniedHandler((request, response, failure) -> answers.forged(request, response)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(sso)))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .cacheControl(Customizer.withDefaults()))
                .addFilterAfter(new LastResort(answers), HeaderWriterFilter.class)
                .addFilterAfter(
                        new Crowd(sso.loginsAtOnce(), sso.loginsWaiting(), time, cleversSilence, answers::turnAway),
                        LastResort.class)
                .addFilterAfter(new Arrivals(answers, cookies), Crowd.class)
                .addFilterAfter(new SessionAge(sso.sessionMax(), clock), Arrivals.class)
                .build();
    }

    /** Nothing of anybody else's, no frame, and a form goes to us or to the product. */
    private static String policy(SsoProperties sso) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none';"
                + " frame-ancestors 'none'; form-action 'self' " + sso.productOrigin();
    }

    /** In a cookie: a session remembers who is signed in, and nothing else. */
    private static CookieCsrfTokenRepository csrfTokens(SsoCookies cookies) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookies.csrf());
        tokens.setCookieCustomizer(cookie ->
                cookie.path("/").httpOnly(true).secure(cookies.secure()).sameSite(SsoCookies.SAME_SITE));
        return tokens;
    }

    private static RequestMatcher paths(String[]... groups) {
        var matchers = new ArrayList<RequestMatcher>();
        for (var group : groups) {
            for (var path : group) {
                matchers.add(PathPatternRequestMatcher.withDefaults().matcher(path));
            }
        }
        return new OrRequestMatcher(matchers);
    }
}

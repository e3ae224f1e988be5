package org.galileok12.sso;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.galileok12.clever.BoundedClient;
import org.galileok12.clever.CleverProperties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Puts the protocol together. What a route names is there in every service; the rest only where people sign in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SsoProperties.class)
class SignOnConfiguration {

    @Bean
    PendingRules pendingRules(SsoProperties sso) {
        return new PendingRules(sso);
    }

    /** What browsers need. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSso
    static class Browsers {

        @Bean
        SsoCookies ssoCookies(SsoProperties sso) {
            return new SsoCookies(!sso.plainHttp());
        }

        @Bean
        SessionMemory sessionMemory() {
            return new SessionMemory();
        }

        @Bean
        SignInAnswers signInAnswers(
                Admission admission,
                SignIns signIns,
                Pages pages,
                SessionMemory sessions,
                SsoCookies cookies,
                Wishes wishes,
                SsoProperties sso) {
            return new SignInAnswers(admission, signIns, pages, sessions, cookies, wishes, sso);
        }

        @Bean
        OAuthClient oauthClient(
                ClientRegistration clever,
                ProducerTemplate camel,
                SsoCookies cookies,
                TokenExchange tokens,
                CleverPeople people,
                Admission admission,
                Wishes wishes,
                SignInAnswers answers) {
            var start = new LoginStart(new InMemoryClientRegistrationRepository(clever), wishes);
            var pending = new AuthorizationRequests(new PendingLogins(camel), clever, cookies);
            return new OAuthClient(clever, start, pending, tokens, people, admission, answers);
        }
    }

    /**
     * What calls Clever: on connections of its own, within one deadline for all calls of a login. Reading Clever's keys is for all
     * logins: that has a time-out for each of its two calls instead, and a login that needs them may take so much longer.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSso
    static class Calls {

        private static final int KEY_READERS = 2;

        @Bean
        ClientRegistration cleverRegistration(CleverProperties clever, SsoProperties sso) {
            return CleverRegistration.of(clever, sso);
        }

        @Bean
        LoginTime loginTime(SsoProperties sso) {
            return new LoginTime(sso.deadline());
        }

        @Bean
        Silence cleversSilence() {
            return new Silence(System::nanoTime);
        }

        @Bean(destroyMethod = "close", defaultCandidate = false)
        CloseableHttpClient ssoHttpClient(
                CleverProperties clever,
                SsoProperties sso,
                LoginTime time,
                @Qualifier("cleverAlarms") ScheduledThreadPoolExecutor alarms) {
            return new BoundedClient(
                            sso.loginsAtOnce(),
                            sso.connectTimeout(),
                            sso.maxBody().toBytes(),
                            clever.userAgent())
                    .open(alarms, time::left);
        }

        @Bean(defaultCandidate = false)
        HttpComponentsClientHttpRequestFactory ssoRequests(@Qualifier("ssoHttpClient") CloseableHttpClient client) {
            return new HttpComponentsClientHttpRequestFactory(client);
        }

        /** Of its own: what one login has left of its time must not decide whether the keys of all are read. */
        @Bean(destroyMethod = "close", defaultCandidate = false)
        CloseableHttpClient ssoKeysHttpClient(
                CleverProperties clever,
                SsoProperties sso,
                @Qualifier("cleverAlarms") ScheduledThreadPoolExecutor alarms) {
            return new BoundedClient(
                            KEY_READERS, sso.connectTimeout(), sso.maxBody().toBytes(), clever.userAgent())
                    .open(alarms, sso::keysTimeout);
        }

        @Bean
        TokenExchange tokenExchange(
                @Qualifier("ssoRequests") HttpComponentsClientHttpRequestFactory requests, Silence cleversSilence) {
            return new TokenExchange(requests, cleversSilence);
        }

        @Bean
        CleverPeople cleverPeople(
                @Qualifier("ssoRequests") HttpComponentsClientHttpRequestFactory requests,
                CleverProperties clever,
                @Qualifier("cleverJson") ObjectMapper json) {
            return new CleverPeople(requests, clever, json);
        }

        @Bean
        JwtDecoderFactory<ClientRegistration> idTokens(
                ClientRegistration registration,
                @Qualifier("ssoKeysHttpClient") CloseableHttpClient client,
                @Qualifier("cleverJson") ObjectMapper json,
                CleverProperties clever,
                SsoProperties sso,
                Clock clock) {
            var keys = new CleverKeys(
                    new HttpComponentsClientHttpRequestFactory(client),
                    CleverRegistration.address(clever.oauthUrl()),
                    json);
            return new IdTokens(registration, keys, sso.keysTimeout(), clock);
        }
    }
}

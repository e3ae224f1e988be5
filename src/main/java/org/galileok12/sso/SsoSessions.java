package org.galileok12.sso;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps sessions in PostgreSQL, so that any node knows who signed in at another, on the connections of single sign-on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSso
class SsoSessions {

    static final String TABLE = "sso.spring_session";

    /** Where a session can be looked at; everywhere else in the service there is none. */
    private static final List<String> PATHS =
            List.of("/login/*", "/oauth2/*", "/signing-in", "/switch-role", "/logout");

    @Bean
    JdbcIndexedSessionRepository ssoSessionRepository(@Qualifier("ssoPool") DataSource pool, SsoProperties sso) {
        // Each statement commits by itself: a session whose attribute is missing is nobody's, and a login waits for
        // four round trips less.
        var sessions =
                new JdbcIndexedSessionRepository(new JdbcTemplate(pool), TransactionOperations.withoutTransaction());
        sessions.setTableName(TABLE);
        new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
        sessions.setDefaultMaxInactiveInterval(sso.sessionIdle());
        sessions.setConversionService(textOnly());
        sessions.setIndexResolver(SsoSessions::name);
        return sessions;
    }

    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> ssoSessionFilter(
            JdbcIndexedSessionRepository sessions, SsoProperties sso) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<? extends Session>>(
                filter(sessions, new SsoCookies(!sso.plainHttp())));
        registration.setUrlPatterns(PATHS);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    private static SessionRepositoryFilter<? extends Session> filter(
            SessionRepository<? extends Session> sessions, SsoCookies cookies) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(cookies.session());
        cookie.setUseSecureCookie(cookies.secure());
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite(SsoCookies.SAME_SITE);
        cookie.setCookiePath("/");
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(resolver);
        return filter;
    }

    /** A session remembers text only: nothing in a row of the database becomes a Java object. */
    private static GenericConversionService textOnly() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, text -> ((String) text).getBytes(StandardCharsets.UTF_8));
        conversion.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return conversion;
    }

    private static Map<String, String> name(Session session) {
        return SessionMemory.read(session.getAttribute(SessionMemory.ATTRIBUTE))
                .map(who -> Map.of(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, who.getName()))
                .orElse(Map.of());
    }
}

package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes pages from {@code templates/sso} with the words of {@code messages/sso}, in the first of the browser's languages that
 * we have. Needs no view of Spring's: a filter can show one too. No page is ever kept by a browser. Safe to share.
 */
final class TemplatePages implements Pages {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    /** Where the same click may well work. */
    static final Set<Reason> AGAIN = Collections.unmodifiableSet(EnumSet.of(
            Reason.UNREADABLE,
            Reason.WRONG_METHOD,
            Reason.UNKNOWN_PROVIDER,
            Reason.NO_CODE,
            Reason.UNKNOWN_STATE,
            Reason.FOREIGN_STATE,
            Reason.EXPIRED_STATE,
            Reason.SPENT_STATE,
            Reason.COOKIES_NEEDED,
            Reason.STATE_LOST,
            Reason.TOO_BUSY,
            Reason.CANCELLED,
            Reason.PROVIDER_ERROR,
            Reason.CODE_SPENT,
            Reason.CLEVER_DOWN,
            Reason.CLEVER_SLOW,
            Reason.CLEVER_UNREADABLE,
            Reason.ID_TOKEN_REJECTED,
            Reason.IDENTITY_REJECTED,
            Reason.ROSTER_DOWN,
            Reason.FAILED));

    /** Where the account is refused: on a shared device it may be another person's. */
    static final Set<Reason> OTHER_ACCOUNT =
            Collections.unmodifiableSet(EnumSet.range(Reason.DISTRICT_UNKNOWN, Reason.ROLE_OFF));

    static final String REFERRER = "Referrer-Policy";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Wishes wishes;

    TemplatePages(Wishes wishes) {
        this.wishes = wishes;
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/sso/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages());
    }

    static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/sso");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Override
    public void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason, String correlation)
            throws IOException {
        response.setStatus(reason.status());
        show(
                request,
                response,
                "refusal",
                Map.of(
                        "reason", "reason." + reason.code(),
                        "nextSync", NextSync.in(language(request), request),
                        "again", AGAIN.contains(reason),
                        "start", wishes.start(request),
                        "other", OTHER_ACCOUNT.contains(reason),
                        "code", correlation));
    }

    /**
     * The page of this name, with values that are escaped where it shows them. The status stays as it is, and so does a policy of
     * referrers that was set.
     */
    void show(
            HttpServletRequest request,
            HttpServletResponse response,
            String page,
            Map<String, ? extends @Nullable Object> values)
            throws IOException {
        var language = language(request);
        var all = new HashMap<String, @Nullable Object>(values);
        all.put("language", language.toLanguageTag());
        var html = engine.process(page, new Context(language, all)).getBytes(StandardCharsets.UTF_8);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!response.containsHeader(REFERRER)) {
            response.setHeader(REFERRER, "no-referrer");
        }
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private static Locale language(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return LANGUAGES.get(0);
        }
        for (var wanted : Collections.list(request.getLocales())) {
            for (var ours : LANGUAGES) {
                if (ours.getLanguage().equals(wanted.getLanguage())) {
                    return ours;
                }
            }
        }
        return LANGUAGES.get(0);
    }
}

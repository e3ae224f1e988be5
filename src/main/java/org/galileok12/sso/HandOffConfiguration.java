package org.galileok12.sso;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.galileok12.rules.ReturnPaths;
import org.galileok12.rules.SsoRules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What hands a person over to the product, and the pages until then. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSso
class HandOffConfiguration implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofMinutes(10);

    @Bean
    SsoRules ssoRules(@Value("${routes.dir}") Path routes, SsoProperties sso) {
        var rules = SsoRules.load(routes.resolve("rules/sso.yaml"));
        rules.problem(sso.loginUrl()).ifPresent(sentence -> {
            throw new IllegalStateException(sentence);
        });
        return rules;
    }

    @Bean
    ReturnPaths returnPaths(SsoRules rules) {
        return rules.returnPaths();
    }

    @Bean
    Wishes wishes(ReturnPaths paths) {
        return new Wishes(paths::allowed);
    }

    @Bean
    SigningKeys signingKeys(SsoProperties sso) {
        return new SigningKeys(Objects.requireNonNullElse(sso.keys(), List.of()));
    }

    @Bean
    HandOff handOff(SigningKeys keys, SsoProperties sso, Clock clock) {
        return new HandOff(keys, sso.publicUrl(), sso.loginUrl(), clock);
    }

    @Bean
    TemplatePages pages(Wishes wishes) {
        return new TemplatePages(wishes);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/sso/assets/**")
                .addResourceLocations("classpath:/sso/assets/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
    }
}

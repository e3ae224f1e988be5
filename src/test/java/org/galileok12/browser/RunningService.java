package org.galileok12.browser;

import java.util.ArrayList;
import java.util.List;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.galileok12.sso.KeyFiles;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Starts the whole service with single sign-on, as an operator would: by settings alone. */
final class RunningService {

    static final String PRODUCT_USER = "galileo";
    static final String PRODUCT_PASSWORD = "product-password";

    private RunningService() {}

    static ConfigurableApplicationContext start(
            String database, LocalClever clever, String publicUrl, String loginUrl, String... more) {
        var settings = new ArrayList<>(List.of(
                "server.port=" + publicUrl.replaceFirst(".*:", ""),
                "management.server.port=0",
                "spring.datasource.url=" + database,
                "spring.datasource.username=postgres",
                "spring.datasource.password=postgres",
                "spring.datasource.hikari.minimum-idle=1",
                "clever.api-url=" + clever.url(),
                "clever.oauth-url=" + clever.url(),
                "clever.client-id=" + LocalClever.CLIENT_ID,
                "clever.client-secret=" + LocalClever.CLIENT_SECRET,
                "galileo.sso.public-url=" + publicUrl,
                "galileo.sso.login-url=" + loginUrl,
                "galileo.sso.keys=" + KeyFiles.rsa(),
                "galileo.product.user=" + PRODUCT_USER,
                "galileo.product.password-hash=" + new BCryptPasswordEncoder(10).encode(PRODUCT_PASSWORD)));
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.SERVLET)
                .run(settings.stream().map(each -> "--" + each).toArray(String[]::new));
    }
}

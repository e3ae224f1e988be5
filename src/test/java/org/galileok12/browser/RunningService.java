package org.galileok12.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.galileok12.GalileoClever;
import org.galileok12.simulator.LocalClever;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Starts the whole service with single sign-on, as an operator would: by settings alone. */
final class RunningService {

    static final String PRODUCT_USER = "galileo";
    static final String PRODUCT_PASSWORD = "product-password";

    private RunningService() {}

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static ConfigurableApplicationContext start(
            String database, LocalClever clever, String publicUrl, String loginUrl, String... more) throws IOException {
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
                "galileo.sso.keys=" + key(),
                "galileo.product.user=" + PRODUCT_USER,
                "galileo.product.password-hash=" + new BCryptPasswordEncoder(10).encode(PRODUCT_PASSWORD)));
        settings.addAll(List.of(more));
        return new SpringApplicationBuilder(GalileoClever.class)
                .web(WebApplicationType.SERVLET)
                .run(settings.stream().map(each -> "--" + each).toArray(String[]::new));
    }

    private static Path key() throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("RSA");
            pair.initialize(2048);
            var file = Files.createTempFile("hand-off", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(
                                            pair.generateKeyPair().getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no RSA keys.", e);
        }
    }
}

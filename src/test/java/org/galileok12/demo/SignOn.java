package org.galileok12.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.galileok12.demo.product.StandIn;
import org.galileok12.simulator.FreePort;
import org.galileok12.simulator.LocalClever;
import org.galileok12.sso.KeyFiles;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * What single sign-on needs in the demo: a product to enter, a key to sign hand-offs with, an account for the product's questions,
 * and the address at the local Clever that people come back from.
 */
final class SignOn implements AutoCloseable {

    private static final String PRODUCT = "demo-product";

    private final String service;
    /** A new one at each start: nothing in the demo outlives it. */
    private final Path key;

    private final String password;
    private final StandIn product;
    private final String portal;

    private SignOn(String service, Path key, String password, StandIn product, String portal) {
        this.service = service;
        this.key = key;
        this.password = password;
        this.product = product;
        this.portal = portal;
    }

    /** @param port of the service itself */
    static SignOn start(int port, EmbeddedPostgres postgres, LocalClever clever) {
        try {
            var service = "http://localhost:" + port;
            var password = UUID.randomUUID().toString();
            var product = StandIn.start(new StandIn.Settings(
                    FreePort.orAny(8082),
                    postgres.getPostgresDatabase(),
                    service,
                    service,
                    PRODUCT,
                    password,
                    Clock.systemUTC()));
            clever.signIn().redirectUris(service + "/login/oauth2/code/clever");
            return new SignOn(service, KeyFiles.rsa(), password, product, clever.url() + "/portal");
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's product did not start.", e);
        }
    }

    Map<String, Object> settings() {
        return Map.of(
                "galileo.sso.public-url",
                service,
                "galileo.sso.login-url",
                product.loginUrl(),
                "galileo.sso.keys",
                key.toString(),
                "galileo.sso.plain-http",
                "true",
                "galileo.product.user",
                PRODUCT,
                "galileo.product.password-hash",
                new BCryptPasswordEncoder(10).encode(password));
    }

    /** Where to begin, for a person at a terminal. */
    String invitation() {
        return """
                To sign in: %s
                  Be anybody of the district there, then click Galileo. Or begin with "Log in with Clever": %s/login
                  Either way ends in the product, here a stand-in: %s""".formatted(portal, service, product.url());
    }

    @Override
    public void close() throws IOException {
        product.close();
        Files.deleteIfExists(key);
    }
}

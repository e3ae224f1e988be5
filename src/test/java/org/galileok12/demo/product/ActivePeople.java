package org.galileok12.demo.product;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.galileok12.demo.product.HandOffVerifier.HandOff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks galileo-clever whether somebody may still be in. An answer that does not come ends nobody's session. */
final class ActivePeople {

    private static final Logger LOG = LoggerFactory.getLogger(ActivePeople.class);
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(DEADLINE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final String authorization;

    /** @param issuer GALILEO_PUBLIC_URL */
    ActivePeople(String issuer, String user, String password) {
        address = issuer + "/api/sso/active/";
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    boolean isGone(HandOff who) {
        var request = HttpRequest.newBuilder(URI.create(address + who.personId() + "?district=" + who.district()))
                .timeout(DEADLINE)
                .header("Authorization", authorization)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return !json.readTree(answer.body()).path("active").asBoolean(true);
            }
            LOG.warn("Whether a person is active is not known: {} was answered.", answer.statusCode());
        } catch (IOException e) {
            LOG.warn("Whether a person is active is not known: galileo-clever does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}

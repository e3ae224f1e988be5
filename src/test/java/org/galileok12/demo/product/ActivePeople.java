package org.galileok12.demo.product;

import com.fasterxml.jackson.databind.JsonNode;
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

    /** @param service galileo-clever as this product reaches it from inside; GALILEO_PUBLIC_URL is for browsers */
    ActivePeople(String service, String user, String password) {
        address = service + "/api/sso/active/";
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Gone is also who lost the role acted in: the session is one in that role. */
    boolean isGone(HandOff who) {
        var request = HttpRequest.newBuilder(URI.create(address + who.personId() + "?district=" + who.district()))
                .timeout(DEADLINE)
                .header("Authorization", authorization)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            switch (answer.statusCode()) {
                case 200 -> {
                    return !mayBeIn(json.readTree(answer.body()), who.role());
                }
                // It stays so until somebody sees to it, and until then nobody's session ends.
                case 401, 403, 404 ->
                    LOG.error(
                            "Nobody's session ends: galileo-clever answered {}. Correct the address inside, or the account of"
                                    + " GALILEO_PRODUCT_USER.",
                            answer.statusCode());
                default -> LOG.warn("Whether a person is active is not known: {} was answered.", answer.statusCode());
            }
        } catch (IOException e) {
            LOG.warn("Whether a person is active is not known: galileo-clever does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean mayBeIn(JsonNode answer, String role) {
        if (!answer.path("active").asBoolean()) {
            return false;
        }
        for (var each : answer.path("roles")) {
            if (each.asText().equals(role)) {
                return true;
            }
        }
        return false;
    }
}

package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Finds the {@code next} link of an answer, and allows it only when it stays on the same server and path. */
final class NextLink {

    private NextLink() {}

    /** Path and query of the next page, or null when there is none. A list of links that cannot be read is no end. */
    static @Nullable String of(JsonNode answer, String path, URI server) {
        JsonNode links = answer.path("links");
        if (!links.isArray()) {
            throw new ContractBroken("A page of " + path + " has no list 'links', so its end cannot be known.");
        }
        String next = null;
        for (JsonNode link : links) {
            if (!link.path("rel").isTextual()) {
                throw new ContractBroken(
                        "A page of " + path + " has a link without 'rel', so its end cannot be known.");
            }
            if ("next".equals(link.path("rel").textValue())) {
                String uri = link.path("uri").asText("");
                if (next != null || uri.isBlank() || !link.path("uri").isTextual()) {
                    throw new ContractBroken("A page of " + path + " has a next link that is double or has no uri.");
                }
                next = uri;
            }
        }
        return next == null ? null : checked(parsed(next, path), path, server);
    }

    private static String checked(URI next, String path, URI server) {
        if (!sameServer(next, server)) {
            throw new ContractBroken(
                    "The next link of " + path + " leaves the host " + server.getHost() + ". Not followed.");
        }
        if (!path.equals(next.getRawPath())) {
            throw new ContractBroken("The next link of " + path + " leads to another path. Not followed.");
        }
        return path + "?" + (next.getRawQuery() == null ? "" : next.getRawQuery());
    }

    private static URI parsed(String link, String path) {
        try {
            return new URI(link);
        } catch (URISyntaxException notAUri) {
            throw new ContractBroken("The next link of " + path + " is not a URI. Not followed.");
        }
    }

    /** A path, or the very same scheme, host and port. */
    private static boolean sameServer(URI next, URI server) {
        if (next.getScheme() == null && next.getRawAuthority() == null) {
            return true;
        }
        return server.getScheme().equalsIgnoreCase(next.getScheme())
                && server.getHost().equalsIgnoreCase(next.getHost())
                && next.getRawUserInfo() == null
                && Calls.port(server.getScheme(), server.getPort()) == Calls.port(next.getScheme(), next.getPort());
    }
}

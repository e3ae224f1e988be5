package org.galileok12.sso;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the public keys by which the product verifies a hand-off. */
@RestController
@ConditionalOnSso
final class PublishedKeys {

    /** A new key signs no earlier than this after it was published: docs/sso.md, "Keys and their rotation". */
    static final Duration CACHED = Duration.ofMinutes(5);

    private static final MediaType JWK_SET = MediaType.parseMediaType("application/jwk-set+json");

    private final SigningKeys keys;

    PublishedKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<String> keys() {
        return ResponseEntity.ok()
                .contentType(JWK_SET)
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(keys.published());
    }
}

package org.galileok12.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the product who signed in: a signed token for it alone, true for a minute, with a number of its own by which the product
 * takes it once. It holds no name and no address. Safe to share.
 */
final class HandOff {

    static final Duration LIFETIME = Duration.ofSeconds(60);

    private final SigningKeys keys;
    private final String issuer;
    private final String loginUrl;
    private final Clock clock;

    /**
     * @param issuer where browsers reach us
     * @param loginUrl the product's login address, which the token is for and is posted to
     */
    HandOff(SigningKeys keys, String issuer, String loginUrl, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.loginUrl = loginUrl;
        this.clock = clock;
    }

    String loginUrl() {
        return loginUrl;
    }

    /**
     * A new token each time.
     *
     * @param role the one acted in, one of the person's
     * @param returnTo a page of the allow-list
     */
    String token(Person person, Role role, @Nullable String returnTo) {
        if (!person.roles().contains(role)) {
            throw new IllegalArgumentException(person + " is no " + role.code() + ".");
        }
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(loginUrl)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .subject(Long.toString(person.id()))
                .claim("clever_id", person.cleverId())
                .claim("district", person.district())
                .claim("district_id", person.districtId())
                .claim("roles", person.roles().stream().map(Role::code).toList())
                .claim("role", role.code());
        if (person.grade() != null) {
            claims.claim("grade", grade(person));
        }
        if (returnTo != null) {
            claims.claim("return_to", returnTo);
        }
        return keys.sign(claims.build());
    }

    private static Map<String, @Nullable Object> grade(Person person) {
        var grade = new LinkedHashMap<String, @Nullable Object>();
        grade.put("label", person.grade());
        grade.put("min", person.gradeMin());
        grade.put("max", person.gradeMax());
        return grade;
    }
}

package org.galileok12.demo.product;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells who comes in by the form field {@code token} that galileo-clever had the browser post. A hand-off is good once, for a
 * minute, for one product. Safe to share; make one at start, for it keeps the keys.
 */
final class HandOffVerifier {

    private static final Duration LIFE = Duration.ofSeconds(60);
    /** So much may your clock and galileo-clever's differ. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final String issuer;
    private final String audience;
    private final DataSource database;
    private final Clock clock;
    private final DefaultJWTProcessor<SecurityContext> tokens = new DefaultJWTProcessor<>();

    /**
     * @param issuer GALILEO_PUBLIC_URL, letter for letter
     * @param audience GALILEO_LOGIN_URL, letter for letter
     * @param database yours, one for all your nodes; it has the table product.hand_off_seen
     */
    HandOffVerifier(String issuer, String audience, DataSource database, Clock clock) throws MalformedURLException {
        this.issuer = issuer;
        this.audience = audience;
        this.database = database;
        this.clock = clock;
        var keys = JWKSourceBuilder.create(
                        URI.create(issuer + "/.well-known/jwks.json").toURL(),
                        new DefaultResourceRetriever(2_000, 2_000, 100_000))
                // Read anew every 5 minutes, and for a key that is not known: a rotation needs nothing of you.
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(5).toMillis())
                .refreshAheadCache(false)
                .build();
        // You say the algorithm, never the token: one that says "none" or HS256 is refused.
        tokens.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        tokens.setJWTClaimsSetVerifier(null); // check() does it, by your clock
    }

    /** @throws SQLException when it cannot be known whether the hand-off was used before: let nobody in */
    HandOff verify(String token) throws HandOffRefused, SQLException {
        HandOff handOff;
        String jti;
        try {
            var claims = tokens.process(token, null);
            jti = check(claims);
            handOff = read(claims);
        } catch (KeySourceException e) {
            throw new HandOffRefused("galileo-clever's keys cannot be read");
        } catch (ParseException | NumberFormatException | BadJOSEException | JOSEException e) {
            // Without their messages, which may quote the token.
            throw new HandOffRefused("it is not one of galileo-clever's");
        }
        // Last, so that what is not genuine does not fill the table.
        require(isFirst(jti), "it was used before");
        return handOff;
    }

    private String check(JWTClaimsSet claims) throws HandOffRefused {
        var now = clock.instant();
        require(issuer.equals(claims.getIssuer()), "another issuer made it");
        require(List.of(audience).equals(claims.getAudience()), "it is meant for another product");
        var made = present(claims.getIssueTime()).toInstant();
        var ends = present(claims.getExpirationTime()).toInstant();
        require(!made.isAfter(now.plus(SKEW)), "its time has not come");
        require(ends.isAfter(now.minus(SKEW)), "its time is over");
        require(!ends.isAfter(made.plus(LIFE)), "it lives for too long");
        return present(claims.getJWTID());
    }

    /** The database decides, in one statement, so that of 20 posts at once on five nodes one is the first. */
    private boolean isFirst(String jti) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into product.hand_off_seen (jti) values (?) on conflict (jti) do nothing")) {
            insert.setString(1, jti);
            return insert.executeUpdate() == 1;
        }
    }

    private static HandOff read(JWTClaimsSet claims) throws ParseException, HandOffRefused {
        var grade = claims.getJSONObjectClaim("grade");
        return new HandOff(
                Long.parseLong(present(claims.getSubject())),
                present(claims.getStringClaim("clever_id")),
                present(claims.getIntegerClaim("district_id")),
                present(claims.getStringClaim("district")),
                present(claims.getStringClaim("role")),
                List.copyOf(present(claims.getStringListClaim("roles"))),
                grade == null || grade.get("label") == null
                        ? null
                        : new Grade(
                                present(grade.get("label")).toString(),
                                level(grade.get("min")),
                                level(grade.get("max"))),
                claims.getStringClaim("return_to"));
    }

    private static <T> T present(@Nullable T claim) throws HandOffRefused {
        if (claim == null) {
            throw new HandOffRefused("a claim is missing");
        }
        return claim;
    }

    private static void require(boolean holds, String otherwise) throws HandOffRefused {
        if (!holds) {
            throw new HandOffRefused(otherwise);
        }
    }

    private static int level(@Nullable Object claim) {
        return Integer.parseInt(String.valueOf(claim));
    }

    /**
     * Who comes in. Names are in the roster: schema galileo, table person.
     *
     * @param personId galileo.person.id, together with
     * @param districtId galileo.person.district_id
     * @param role the one acted in: district_admin, staff, teacher or student
     * @param roles all that the person may act in
     * @param grade a student's level; null for others, and where there is none
     * @param returnTo the page of yours that was asked for; null: your first page
     */
    record HandOff(
            long personId,
            String cleverId,
            int districtId,
            String district,
            String role,
            List<String> roles,
            @Nullable Grade grade,
            @Nullable String returnTo) {}

    /** {@code 6+} stands for 6 to 12. */
    record Grade(String label, int min, int max) {}

    /** Nobody comes in, for the reason said. Holds nothing of the token: it may be logged. */
    static final class HandOffRefused extends Exception {

        private static final long serialVersionUID = 1L;

        HandOffRefused(String why) {
            super("The hand-off is refused: " + why + ".");
        }
    }
}

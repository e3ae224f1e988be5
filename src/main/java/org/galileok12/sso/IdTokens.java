package org.galileok12.sso;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import org.galileok12.clever.CleverException;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Believes an id_token only if it is signed with RS256 by a key of Clever's, for us, and of this moment; Spring Security compares
 * the nonce. Keys are cached, survive an outage of Clever's for a day, and a token with an unknown key makes us look again only so
 * often. Who reads the keys has a time-out of its own, and whoever waits for that does so as long and no longer. Safe to share.
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration CACHED = Duration.ofMinutes(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofDays(1);

    private final CleverKeys keys;
    private final NimbusJwtDecoder nimbus;

    IdTokens(ClientRegistration clever, CleverKeys keys, Duration timeout, Clock clock) {
        // Two calls: where the keys are, and the keys.
        var longest = timeout.multipliedBy(2);
        this.keys = keys;
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, cached(keys, longest)));
        // Spring's validators look at the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        nimbus = new NimbusJwtDecoder(processor);
        nimbus.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        nimbus.setJwtValidator(validator(clever, clock));
    }

    @Override
    public JwtDecoder createDecoder(ClientRegistration clever) {
        return this::decode;
    }

    private Jwt decode(String token) {
        try {
            return nimbus.decode(token);
        } catch (JwtException e) {
            var noKeys = Trouble.find(KeySourceException.class, e);
            if (noKeys instanceof RateLimitReachedException) {
                throw new Refused(keys.areKnown() ? Reason.ID_TOKEN_REJECTED : Reason.CLEVER_DOWN, e);
            }
            throw new Refused(noKeys == null ? Reason.ID_TOKEN_REJECTED : reason(noKeys), e);
        }
    }

    /** Without a cause of ours somebody else was reading them for too long. */
    private static Reason reason(KeySourceException noKeys) {
        var isOurs = Trouble.find(Refused.class, noKeys) != null || Trouble.find(CleverException.class, noKeys) != null;
        return isOurs ? Trouble.ofClever(noKeys) : Reason.CLEVER_SLOW;
    }

    private static JWKSource<SecurityContext> cached(CleverKeys keys, Duration longest) {
        return JWKSourceBuilder.create(keys)
                .cache(CACHED.toMillis(), longest.toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_LOOKS.toMillis())
                .outageTolerant(OUTAGE.toMillis())
                .build();
    }

    private static OAuth2TokenValidator<Jwt> validator(ClientRegistration clever, Clock clock) {
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(clever);
        claims.setClockSkew(SKEW);
        claims.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(times, claims);
    }
}

package org.galileok12.sso;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/**
 * Reads of Clever's token answer the access token and the id_token, each only if it is what it must be. A refresh token is not
 * even read: nobody here could lose it.
 */
final class TokenAnswer implements Converter<Map<String, Object>, OAuth2AccessTokenResponse> {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,8000}");

    @Override
    public OAuth2AccessTokenResponse convert(Map<String, Object> answer) {
        var access = token(answer.get(OAuth2ParameterNames.ACCESS_TOKEN));
        var isBearer = answer.get(OAuth2ParameterNames.TOKEN_TYPE) instanceof String type
                && OAuth2AccessToken.TokenType.BEARER.getValue().equalsIgnoreCase(type);
        if (access == null || !isBearer) {
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        Map<String, Object> more = new HashMap<>();
        var id = token(answer.get(OidcParameterNames.ID_TOKEN));
        if (id != null) {
            more.put(OidcParameterNames.ID_TOKEN, id);
        }
        return OAuth2AccessTokenResponse.withToken(access)
                .tokenType(OAuth2AccessToken.TokenType.BEARER)
                .additionalParameters(more)
                .build();
    }

    private static @Nullable String token(@Nullable Object value) {
        return value instanceof String text && TOKEN.matcher(text).matches() ? text : null;
    }
}

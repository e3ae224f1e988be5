package org.galileok12.sso;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.regex.Pattern;
import org.galileok12.clever.CleverException;
import org.galileok12.clever.CleverProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks Clever whose token this is: {@code /me}, then {@code /users/{id}}, which must say the same. The token is not kept. Safe to
 * share.
 */
final class CleverPeople implements OAuth2UserService<OAuth2UserRequest, VerifiedPerson> {

    static final Pattern CLEVER_ID = Pattern.compile("[0-9a-f]{24}");

    private static final String ME = "/v3.0/me";
    private static final Set<String> PEOPLE =
            Set.of("user", "student", "teacher", "staff", "school_admin", "district_admin", "contact");

    private final RestClient clever;
    private final ObjectMapper json;
    private final String users;

    CleverPeople(ClientHttpRequestFactory requests, CleverProperties clever, ObjectMapper json) {
        this.clever = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(CleverRegistration.address(clever.apiUrl()))
                .build();
        this.json = json;
        this.users = "/" + clever.apiVersion() + "/users/{id}";
    }

    /** @throws Refused when Clever vouches for nobody */
    @Override
    public VerifiedPerson loadUser(OAuth2UserRequest granted) {
        var token = granted.getAccessToken().getTokenValue();
        var answer = get(ME, "", token);
        if (answer.isMissingNode()) {
            throw new Refused(Reason.IDENTITY_REJECTED);
        }
        var me = data(answer);
        var id = id(me, "id");
        var district = id(me, "district");
        if (!PEOPLE.contains(me.path("type").asText("user"))
                || !me.path("authorized_by").asText("district").equals("district")) {
            throw new Refused(Reason.IDENTITY_REJECTED);
        }
        return new VerifiedPerson(new Identity(id, district, created(id, district, get(users, id, token))));
    }

    /** Whom a district does not share Clever does not show us: then the roster has the word. */
    private static @Nullable Instant created(String id, String district, JsonNode answer) {
        if (answer.isMissingNode()) {
            return null;
        }
        var user = data(answer);
        if (!user.path("id").asText().equals(id)
                || !user.path("district").asText().equals(district)) {
            throw new Refused(Reason.IDENTITY_REJECTED);
        }
        return moment(user.path("created"));
    }

    /** Missing when Clever does not show it to the token. */
    private JsonNode get(String path, String id, String token) {
        try {
            return clever.get()
                    .uri(path, id)
                    .accept(MediaType.APPLICATION_JSON)
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchangeForRequiredValue((request, answer) -> read(answer));
        } catch (CleverException | RestClientException e) {
            throw new Refused(Trouble.ofClever(e));
        }
    }

    private JsonNode read(ClientHttpResponse answer) throws IOException {
        var status = answer.getStatusCode();
        if (status.is5xxServerError() || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            throw new Refused(Reason.CLEVER_DOWN);
        }
        if (status.is4xxClientError()) {
            return MissingNode.getInstance();
        }
        if (!status.isSameCodeAs(HttpStatus.OK)) {
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        JsonNode read;
        try {
            read = json.readTree(answer.getBody());
        } catch (IOException e) {
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        if (read.isMissingNode()) {
            // Nothing at all is not the same as being refused: it would pass for somebody who is not shown.
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        return read;
    }

    private static JsonNode data(JsonNode answer) {
        var data = answer.path("data");
        if (!data.isObject()) {
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        return data;
    }

    private static String id(JsonNode data, String field) {
        var id = data.path(field);
        if (!id.isTextual() || !CLEVER_ID.matcher(id.asText()).matches()) {
            throw new Refused(Reason.CLEVER_UNREADABLE);
        }
        return id.asText();
    }

    private static @Nullable Instant moment(JsonNode created) {
        try {
            return created.isTextual() ? Instant.parse(created.asText()) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What an application asks Clever when somebody signs in: a token for a code, who that is, and the public keys. */
final class SignInApi {

    private static final int LIMIT = 1200;

    private final SignIn signIn;
    private final String basic;

    SignInApi(SignIn signIn) {
        this.signIn = signIn;
        String credentials = signIn.clientId + ":" + signIn.clientSecret;
        this.basic = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    Response token(SignInRequest request) {
        if (!request.authorization().equals(basic)) {
            return refused(401, "invalid_client", "Client credentials.");
        }
        Map<String, String> sent = request.sent();
        if (!sent.getOrDefault("grant_type", "").equals("authorization_code")) {
            return refused(400, "unsupported_grant_type", "grant_type");
        }
        Grant grant = signIn.codes.redeem(
                sent.getOrDefault("code", ""),
                sent.getOrDefault("redirect_uri", ""),
                sent.getOrDefault("code_verifier", ""));
        if (grant == null) {
            return refused(400, "invalid_grant", "Invalid grant: invalid code");
        }
        ObjectNode answer =
                object().put("access_token", signIn.codes.token(grant)).put("token_type", "bearer");
        String idToken = signIn.hasOidc() ? signIn.idTokens.write(signIn.url(), grant) : null;
        if (idToken != null) {
            answer.put("id_token", idToken);
        }
        return SignInAnswers.json(answer);
    }

    Response me(SignInRequest request) {
        Grant grant = signIn.codes.bearer(request.authorization());
        if (grant == null) {
            return unauthorised();
        }
        String version = version(request);
        ObjectNode answer = object().put("type", "user");
        answer.putObject("data")
                .put("id", grant.person())
                .put("district", grant.district().id())
                .put("type", "user")
                .put("authorized_by", "district");
        ArrayNode links = answer.putArray("links");
        link(links, "self", "/me");
        link(links, "canonical", version + "/users/" + grant.person());
        link(links, "district", version + "/districts/" + grant.district().id());
        return known(grant, answer);
    }

    /** Oneself only. */
    Response user(SignInRequest request) {
        Grant grant = signIn.codes.bearer(request.authorization());
        if (grant == null) {
            return unauthorised();
        }
        String self = version(request) + "/users/" + grant.person();
        if (!request.path().equals(self)) {
            return Answer.json(404, "{\"message\":\"Resource not found\"}");
        }
        ObjectNode record = grant.record();
        if (version(request).equals("/v3.0")) {
            record = record.deepCopy();
            OlderVersion.strip("users", record);
        }
        ObjectNode answer = object();
        answer.set("data", record);
        ArrayNode links = answer.putArray("links");
        link(links, "self", self);
        related(grant.role()).forEach(each -> link(links, each, self + "/" + each));
        return known(grant, answer);
    }

    Response userinfo(SignInRequest request) {
        Grant grant = signIn.codes.bearer(request.authorization());
        if (grant == null) {
            return unauthorised();
        }
        ObjectNode record = grant.record();
        ObjectNode answer = object().put("sub", grant.person()).put("user_id", grant.legacyId());
        answer.put("multi_role_user_id", grant.person()).put("user_type", grant.role());
        answer.put("district_id", grant.district().id())
                .put("district", grant.district().id());
        answer.put("email", record.path("email").asText(""));
        answer.set("name", record.path("name"));
        ArrayNode schools = answer.putArray("schools");
        record.at("/roles/" + grant.role() + "/schools").forEach(schools::add);
        answer.put("given_name", record.at("/name/first").asText(""));
        answer.put("family_name", record.at("/name/last").asText(""));
        answer.put("email_verified", false).put("authorized_by", "district");
        return known(grant, answer);
    }

    Response discovery() {
        String url = signIn.url();
        ObjectNode document = object().put("issuer", url);
        document.put("authorization_endpoint", url + "/oauth/authorize");
        document.put("token_endpoint", url + "/oauth/tokens");
        document.put("userinfo_endpoint", url + "/userinfo");
        document.put("jwks_uri", url + SignInAnswers.KEYS);
        document.putArray("response_types_supported").add("code");
        document.putArray("subject_types_supported").add("public");
        document.putArray("id_token_signing_alg_values_supported").add("RS256");
        document.putArray("scopes_supported").add("openid");
        document.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic");
        return Answer.json(200, document.toString());
    }

    Response keys() {
        return Answer.json(
                200,
                PageWriter.JSON.valueToTree(signIn.idTokens.keys.publicSet()).toString());
    }

    Response attackersKeys() {
        ObjectNode document = object();
        document.putArray("keys")
                .add(PageWriter.JSON.<ObjectNode>valueToTree(
                        signIn.idTokens.keys.foreign().toPublicJWK().toJSONObject()));
        return Answer.json(200, document.toString());
    }

    private Response known(Grant grant, ObjectNode answer) {
        int used = grant.used().incrementAndGet();
        long reset = signIn.clock.instant().getEpochSecond() + 60;
        return Answer.json(
                200,
                answer.toString(),
                Answer.standing(new RateWindow.Standing(LIMIT, Math.max(0, LIMIT - used), reset, false)));
    }

    private static List<String> related(String role) {
        return switch (role) {
            case "student" -> List.of("district", "sections", "myContacts", "myTeachers", "schools");
            case "teacher" -> List.of("district", "sections", "myStudents", "schools");
            default -> List.of("district", "sections", "schools");
        };
    }

    private static void link(ArrayNode links, String rel, String uri) {
        links.addObject().put("rel", rel).put("uri", uri);
    }

    private static Response refused(int status, String error, String description) {
        ObjectNode answer = object().put("error", error).put("error_description", description);
        return Answer.json(status, answer.toString(), HttpHeader.httpHeader("cache-control", "no-store"));
    }

    private static Response unauthorised() {
        return Answer.json(401, "{\"message\":\"Invalid authorization.\"}");
    }

    /** {@code /v3.1} */
    private static String version(SignInRequest request) {
        return request.path().substring(0, 5);
    }

    private static ObjectNode object() {
        return PageWriter.JSON.createObjectNode();
    }
}

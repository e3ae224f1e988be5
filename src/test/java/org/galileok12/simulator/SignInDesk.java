package org.galileok12.simulator;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a browser meets at Clever: the authorize request, an Instant Login link, the portal, and the page to pick who to be. */
final class SignInDesk {

    private static final String SCOPE = "read:user_id read:sis";

    private final SignIn signIn;

    SignInDesk(SignIn signIn) {
        this.signIn = signIn;
    }

    Response authorize(SignInRequest request) {
        String redirectUri = request.parameter("redirect_uri");
        if (!request.parameter("client_id").equals(signIn.clientId)) {
            return SignInPages.trouble("No application has this client_id.");
        }
        if (!signIn.redirectUris().contains(redirectUri)) {
            return SignInPages.trouble("This redirect_uri is not one of the application's.");
        }
        if (!request.parameter("response_type").equals("code")) {
            return SignInPages.trouble("The response_type must be code.");
        }
        Grant who = signedIn(request);
        if (who == null) {
            return picker(request);
        }
        String code = signIn.codes.code(
                who, redirectUri, request.parameter("code_challenge"), request.parameter("code_challenge_method"));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code);
        if (request.query().containsKey("state")) {
            parameters.put("state", request.parameter("state"));
        }
        parameters.put("scope", SCOPE);
        RedirectFault fault = Fault.first(signIn.redirectFaults);
        if (fault != null) {
            fault.apply(parameters);
        }
        return sent(302, withQuery(redirectUri, parameters));
    }

    /** From an icon or a link somewhere: a code that the application did not ask for, without state. */
    Response instantLogin(SignInRequest request) {
        List<String> redirectUris = signIn.redirectUris();
        if (!request.parameter("client_id").equals(signIn.clientId) || redirectUris.isEmpty()) {
            return SignInPages.trouble("No application has this client_id, or it has no redirect URI.");
        }
        Grant who = signedIn(request);
        if (who == null) {
            return picker(request);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", signIn.codes.code(who, redirectUris.get(0), "", ""));
        parameters.put("scope", SCOPE);
        return sent(302, withQuery(redirectUris.get(0), parameters));
    }

    Response portal(SignInRequest request) {
        Grant who = signIn.browser(request);
        if (who == null) {
            return picker(request);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", signIn.clientId);
        parameters.put("district_id", who.district().id());
        return SignInPages.portal(Candidate.of(who.record()), withQuery("/oauth/instant-login", parameters));
    }

    Response signIn(SignInRequest request) {
        Map<String, String> sent = request.sent();
        String next = sent.getOrDefault("next", "/portal");
        String person = sent.getOrDefault("person", "");
        if (!next.startsWith("/") || next.startsWith("//") || !person.matches("[0-9a-f]{24}")) {
            return SignInPages.trouble("Nobody was picked.");
        }
        return sent(303, next, cookie(person, ""));
    }

    Response signOut() {
        return sent(303, "/portal", cookie("", "; Max-Age=0"));
    }

    /** The browser's person, unless another district was asked for. What a test has said stands above that. */
    private @Nullable Grant signedIn(SignInRequest request) {
        Grant who = signIn.browser(request);
        String district = request.parameter("district_id");
        boolean elsewhere = who != null
                && !district.isEmpty()
                && request.session().equals(who.person())
                && !who.district().id().equals(district);
        return elsewhere ? null : who;
    }

    private Response picker(SignInRequest request) {
        Map<String, String> kept = new LinkedHashMap<>(request.query());
        String search = kept.getOrDefault("q", "");
        kept.remove("q");
        List<ServedDistrict> districts = signIn.districts.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        ServedDistrict only =
                districts.size() == 1 ? districts.get(0) : signIn.districts.get(request.parameter("district_id"));
        if (only == null) {
            return SignInPages.districts(
                    request.path(),
                    kept,
                    districts.stream().map(ServedDistrict::districtRecord).toList());
        }
        return SignInPages.people(request.path(), kept, search, Candidate.of(only, search));
    }

    static String withQuery(String uri, Map<String, String> parameters) {
        return uri
                + parameters.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", uri.contains("?") ? "&" : "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpHeader cookie(String value, String more) {
        return HttpHeader.httpHeader(
                "set-cookie", SignInRequest.SESSION + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + more);
    }

    private static Response sent(int status, String location, HttpHeader... more) {
        List<HttpHeader> headers = new java.util.ArrayList<>(List.of(more));
        headers.add(HttpHeader.httpHeader("location", location));
        headers.add(HttpHeader.httpHeader("cache-control", "no-store"));
        return Answer.html(status, "", headers.toArray(HttpHeader[]::new));
    }
}

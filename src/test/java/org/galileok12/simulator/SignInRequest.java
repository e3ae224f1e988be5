package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.http.Cookie;
import com.github.tomakehurst.wiremock.http.Request;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request to the pages and endpoints of signing in; absent parts are "". */
record SignInRequest(
        String method,
        String path,
        Map<String, String> query,
        String authorization,
        String session,
        String contentType,
        String body) {

    /** The cookie that says who is signed in to the local Clever; holds a Clever id. */
    static final String SESSION = "local_clever_session";

    static SignInRequest of(Request request, String path, String query) {
        Cookie session = request.getCookies().get(SESSION);
        boolean posted = request.getMethod().getName().equals("POST");
        return new SignInRequest(
                request.getMethod().getName(),
                path,
                parsed(query),
                header(request, "Authorization"),
                session == null ? "" : session.getValue(),
                header(request, "Content-Type"),
                posted ? request.getBodyAsString() : "");
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** The members of a JSON object or the fields of a form. Empty for anything else. */
    Map<String, String> sent() {
        if (contentType.startsWith("application/x-www-form-urlencoded")) {
            return parsed(body);
        }
        Map<String, String> members = new HashMap<>();
        if (contentType.startsWith("application/json")) {
            json(body)
                    .properties()
                    .forEach(each -> members.put(each.getKey(), each.getValue().asText()));
        }
        return members;
    }

    static Map<String, String> parsed(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        each.substring(0, equals),
                        URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static JsonNode json(String body) {
        try {
            return PageWriter.JSON.readTree(body);
        } catch (IOException e) {
            return PageWriter.JSON.createObjectNode();
        }
    }

    private static String header(Request request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}

package org.galileok12.simulator;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Responses with the headers that Clever sends. */
final class Answer {

    private Answer() {}

    static Response json(int status, byte[] body, HttpHeader... more) {
        return of(status, "application/json; charset=utf-8", body, more);
    }

    static Response json(int status, String body, HttpHeader... more) {
        return json(status, body.getBytes(StandardCharsets.UTF_8), more);
    }

    /** What Clever answers on a path that it does not know: not JSON. */
    static Response unknownPath(String method, String path) {
        String html = "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Error</title></head><body><pre>Cannot " + method
                + " " + path + "</pre></body></html>\n";
        return html(404, html);
    }

    static Response html(int status, String body, HttpHeader... more) {
        return of(status, "text/html; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), more);
    }

    static HttpHeader[] standing(RateWindow.Standing standing) {
        return new HttpHeader[] {
            HttpHeader.httpHeader("cache-control", "no-store"),
            HttpHeader.httpHeader("x-ratelimit-bucket", "bearer"),
            HttpHeader.httpHeader("x-ratelimit-limit", String.valueOf(standing.limit())),
            HttpHeader.httpHeader("x-ratelimit-remaining", String.valueOf(standing.remaining())),
            HttpHeader.httpHeader("x-ratelimit-reset", String.valueOf(standing.resetSecond()))
        };
    }

    private static Response of(int status, String contentType, byte[] body, HttpHeader... more) {
        List<HttpHeader> headers = new ArrayList<>(List.of(more));
        headers.add(HttpHeader.httpHeader("content-type", contentType));
        headers.add(HttpHeader.httpHeader("x-request-id", UUID.randomUUID().toString()));
        return Response.response()
                .status(status)
                .headers(new HttpHeaders(headers))
                .body(body)
                .build();
    }
}

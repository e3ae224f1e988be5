package org.galileok12.console;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes changes only as small JSON: a form on another site cannot send that, and a browser asks us before a script does. */
final class JsonOnly extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int MOST_BYTES = 10_000;
    /** A thousand ids of Clever's with their commas and quotes. */
    private static final Map<String, Integer> MORE = Map.of("/api/sso/active", 40_000);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (!isJson(request.getContentType())) {
            Answers.error(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, Answers.sentence(415));
        } else if (request.getContentLengthLong() < 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            Answers.error(response, HttpStatus.LENGTH_REQUIRED, "Say the length of the body.");
        } else if (request.getContentLengthLong() > MORE.getOrDefault(request.getRequestURI(), MOST_BYTES)) {
            Answers.error(response, HttpStatus.PAYLOAD_TOO_LARGE, "The body is too long.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}

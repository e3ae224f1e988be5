package org.galileok12.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Writes what went wrong as JSON, in a sentence of ours: never a stack trace, never what the caller sent. */
final class Answers {

    private Answers() {}

    static ObjectNode error(String sentence) {
        return JsonNodeFactory.instance.objectNode().put("error", sentence);
    }

    static void error(HttpServletResponse response, HttpStatusCode status, String sentence) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(error(sentence).toString().getBytes(StandardCharsets.UTF_8));
    }

    static String sentence(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 404 -> "There is nothing here.";
            case 405 -> "This path does not take that method.";
            case 406 -> "Answers are JSON only.";
            case 415 -> "A change must be sent as application/json.";
            default ->
                status < 500 ? "The request was refused." : "The service met an unexpected error; its log says which.";
        };
    }
}

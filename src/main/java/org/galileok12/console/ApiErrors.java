package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.run.NotFound;
import org.galileok12.run.RunRefused;
import org.galileok12.run.UnknownDistrict;
import org.galileok12.run.UnusableQuestion;
import org.galileok12.sso.TooManyQuestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers every failure with a status and one sentence. */
@RestControllerAdvice
final class ApiErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<JsonNode> badInput(BadInput failure) {
        return answer(HttpStatus.BAD_REQUEST, String.valueOf(failure.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> notJson(HttpMessageNotReadableException failure) {
        return answer(HttpStatus.BAD_REQUEST, "The body is not JSON.");
    }

    /** A refusal with a cause is a failure of ours. */
    @ExceptionHandler
    ResponseEntity<JsonNode> refused(RunRefused failure) {
        return answer(status(failure), String.valueOf(failure.getMessage()));
    }

    private static HttpStatus status(RunRefused failure) {
        if (failure instanceof NotFound || failure instanceof UnknownDistrict) {
            return HttpStatus.NOT_FOUND;
        } else if (failure instanceof UnusableQuestion) {
            return HttpStatus.BAD_REQUEST;
        }
        return failure.getCause() == null ? HttpStatus.CONFLICT : HttpStatus.SERVICE_UNAVAILABLE;
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> tooMany(TooManyQuestions failure) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(Answers.error(String.valueOf(failure.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<JsonNode> anything(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            var status = known.getStatusCode().value();
            return ResponseEntity.status(status).body(Answers.error(Answers.sentence(status)));
        }
        // Its message may quote a row or the request.
        LOG.error(
                "A request of the API failed by an unexpected {}.",
                failure.getClass().getName());
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, Answers.sentence(500));
    }

    private static ResponseEntity<JsonNode> answer(HttpStatus status, String sentence) {
        return ResponseEntity.status(status).body(Answers.error(sentence));
    }
}

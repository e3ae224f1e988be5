package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers in our words what the servlet container would answer with a page, such as an address that it does not take. */
@RestController
final class UnknownPaths implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<JsonNode> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        return ResponseEntity.status(status).body(Answers.error(Answers.sentence(status)));
    }
}

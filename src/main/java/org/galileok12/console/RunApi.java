package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import org.galileok12.run.PastRuns;
import org.galileok12.run.Rollbacks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a run ended, and its undoing. */
@RestController
@ConditionalOnWebApplication
final class RunApi {

    private final PastRuns runs;
    private final Rollbacks rollbacks;

    RunApi(PastRuns runs, Rollbacks rollbacks) {
        this.runs = runs;
        this.rollbacks = rollbacks;
    }

    @GetMapping("/api/runs/{run}")
    JsonNode run(@PathVariable String run) {
        return runs.run(Input.run(run));
    }

    @PostMapping("/api/runs/{run}/rollback")
    JsonNode rollback(@PathVariable String run, Principal by) {
        return rollbacks.rollback(Input.run(run), by.getName());
    }
}

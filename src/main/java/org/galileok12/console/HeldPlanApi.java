package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import org.galileok12.run.HeldPlans;
import org.galileok12.run.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person, approved or rejected by the account that is signed in. */
@RestController
@ConditionalOnWebApplication
final class HeldPlanApi {

    private final HeldPlans plans;

    HeldPlanApi(HeldPlans plans) {
        this.plans = plans;
    }

    @GetMapping("/api/held")
    JsonNode open() {
        return plans.open();
    }

    /** Answers when the run that approval starts has ended, with its report. */
    @PostMapping("/api/runs/{run}/approve")
    JsonNode approve(@PathVariable String run, @RequestBody(required = false) @Nullable JsonNode body, Principal by) {
        return plans.approve(Input.run(run), Input.plan(body), by.getName(), Progress.NONE)
                .report();
    }

    @PostMapping("/api/runs/{run}/reject")
    JsonNode reject(@PathVariable String run, Principal by) {
        return plans.reject(Input.run(run), by.getName());
    }
}

package org.galileok12.console;

import com.fasterxml.jackson.databind.JsonNode;
import org.galileok12.run.Histories;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a row and why it is not here, without anybody's name and without what a column held. */
@RestController
@ConditionalOnWebApplication
final class HistoryApi {

    private final Histories histories;

    HistoryApi(Histories histories) {
        this.histories = histories;
    }

    @GetMapping("/api/explain/{key}")
    JsonNode explain(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String district,
            @RequestParam(required = false) @Nullable String entity) {
        return histories.explain(
                Input.key(key),
                district == null ? null : Input.district(district),
                entity == null ? null : Input.entity(entity),
                false);
    }
}

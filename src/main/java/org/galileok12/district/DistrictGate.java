package org.galileok12.district;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Decides from Clever's district record whether its roster may be read now, and whether it held still. Safe to share. */
public final class DistrictGate {

    private static final Map<String, String> REASONS = Map.of(
            "paused", "Clever has paused the district: its data are last year's",
            "pending", "Clever waits for the district to act",
            "error", "Clever cannot sync the district and has to act",
            "disconnected", "the district is disconnected in Clever");

    /** A sentence when the last good roster must stay; null when the district can be read. An absent state is no obstacle. */
    public @Nullable String skipReason(@Body JsonNode district) {
        var state = district.path("state").asText("");
        var reason = REASONS.get(state);
        return reason == null ? null : "%s (state '%s'); the last good roster stays.".formatted(reason, state);
    }

    /** When the district was last synced into Clever, as Clever writes it; null when Clever does not say. */
    public @Nullable String lastSync(@Body JsonNode district) {
        var lastSync = district.path("last_sync").asText("");
        return lastSync.isBlank() ? null : lastSync;
    }

    /** Whether last_sync is the same after the walk as before it. In: variables lastSyncBefore and lastSync. */
    public boolean heldStill(Exchange exchange) {
        return Objects.equals(exchange.getVariable("lastSyncBefore"), exchange.getVariable("lastSync"));
    }
}

package org.galileok12.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows how districts are found in Clever's list and what they need to be scheduled: {@code onboarding.yaml}. Immutable and safe to
 * share.
 *
 * @param polls polls in a row without a district before it may have left
 * @param mostMissing so many districts may be missing at once ...
 * @param shareMissing ... or such a share of those that are here
 * @param probes districts that one poll looks at
 * @param lastSyncHours within so many hours Clever must have read a district's SIS
 * @param gradeShare a larger share of students without an exact grade level is for a person to see
 * @param ready items of the checklist that a district needs to be ready
 * @param scheduled items that it needs besides to be scheduled
 * @param staleDays a published roster may be so many days old
 */
public record OnboardingRules(
        int polls,
        int mostMissing,
        double shareMissing,
        int probes,
        int lastSyncHours,
        double gradeShare,
        List<String> ready,
        List<String> scheduled,
        int staleDays) {

    public OnboardingRules {
        ready = List.copyOf(ready);
        scheduled = List.copyOf(scheduled);
    }

    /** Throws {@link BrokenRules} for a wrong file. */
    public static OnboardingRules load(Path file) {
        var content = RuleFile.read(file).valid();
        var discovery = content.path("discovery");
        return new OnboardingRules(
                discovery.path("polls").asInt(),
                discovery.path("at-once").path("districts").asInt(),
                discovery.path("at-once").path("share").asDouble(),
                discovery.path("probes").asInt(),
                content.path("last-sync-hours").asInt(),
                content.path("grades").path("share").asDouble(),
                texts(content.path("ready")),
                texts(content.path("scheduled")),
                content.path("stale-days").asInt());
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

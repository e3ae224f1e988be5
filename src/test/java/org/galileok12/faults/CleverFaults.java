package org.galileok12.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** What Clever itself, or the district's people at Clever, may do while we read. */
final class CleverFaults {

    private CleverFaults() {}

    /** Of one record on a page the id, or something else that must be there, is of another type. */
    static void recordUnreadable(Trial trial, Random random) {
        var field = random.nextBoolean() ? "id" : "roles";
        trial.onPage(FaultKind.RECORD_UNREADABLE, "users", 1 + random.nextInt(8))
                .changed(page -> {
                    var first = page.path("data").path(0).path("data");
                    if (first instanceof ObjectNode record) {
                        record.put(field, 7);
                    }
                    return page;
                });
    }

    static void collectionRefused(Trial trial, Random random) {
        trial.onPage(FaultKind.COLLECTION_REFUSED, random)
                .answer(random.nextBoolean() ? 403 : 404)
                .always();
    }

    static void tokenRefused(Trial trial, Random random) {
        if (random.nextBoolean()) {
            trial.onPage(FaultKind.TOKEN_REFUSED, "tokens", 1).answer(401).always();
        } else {
            trial.onPage(FaultKind.TOKEN_REFUSED, random).answer(401).always();
        }
    }

    static void tokenRotated(Trial trial, Random random) {
        trial.beforePage(FaultKind.TOKEN_ROTATED, random, () -> {
            trial.model().district.rotateToken();
            trial.tokenChanged();
        });
    }

    static void paused(Trial trial, Random random) {
        var state = List.of("paused", "pending", "error").get(random.nextInt(3));
        trial.happened(FaultKind.DISTRICT_PAUSED, state);
        trial.model().district.state(state);
        trial.afterwards(() -> trial.model().district.state("running"));
    }

    /** Clever reads the SIS in mid-walk: several changes, then another last_sync, unless the district hides it. */
    static void movesInMidWalk(Trial trial, Random random) {
        var own = new Random(random.nextLong());
        // Under one walk, or under every one.
        var times = random.nextBoolean() ? 1 : 3;
        trial.beforePage(FaultKind.CLEVER_MOVES_IN_MID_WALK, random, () -> {
                    var isHidden = trial.model()
                            .district
                            .districtRecord()
                            .path("last_sync")
                            .isNull();
                    for (int i = own.nextInt(3); i < 3; i++) {
                        var kinds = MutationKind.values();
                        var kind = kinds[own.nextInt(kinds.length - 2)];
                        trial.moved(kind.apply(trial.model(), own));
                    }
                    if (!isHidden) {
                        trial.model()
                                .district
                                .lastSync(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(own.nextInt(1_000_000)));
                    }
                })
                .times(times);
    }
}

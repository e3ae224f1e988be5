package org.galileok12.roster;

import java.util.List;
import org.galileok12.run.Retention;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A service that keeps the roster of a district for thirty days after it left. */
@TestPropertySource(properties = "sync.retention-days=30")
abstract class RetentionScenario extends RichScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Retention retention;

    /** They point to rows that a purge took away; nobody else's test wants them. */
    @AfterEach
    void noRowsByHand() {
        for (var table : List.of("enrollment", "student", "person")) {
            db.update(
                    "delete from galileo." + table
                            + " where origin = 'manual' and district_id = (select district_id from sync.connection where clever_id = ?)",
                    district.id());
        }
    }

    void disconnectedLongAgo() {
        retention.disconnect(district.id(), "ada");
        db.update(
                "update sync.connection set disconnected_at = now() - interval '31 days' where clever_id = ?",
                district.id());
    }

    /** Tables of all schemas of which a row, as text, holds this word. */
    List<String> tablesThatHold(String word) {
        return db
                .queryForList(
                        "select schemaname || '.' || relname from pg_stat_user_tables where schemaname in ('galileo', 'sync', 'stage', 'sso', 'public') order by 1",
                        String.class)
                .stream()
                .filter(table -> one(
                                "select count(*) from " + table + " t where t::text ilike '%' || ? || '%'",
                                Long.class,
                                word)
                        > 0)
                .toList();
    }

    /** {@code kind by outcome} of all decisions about the district. */
    List<String> decisions() {
        return db.queryForList(
                "select concat_ws(' ', kind, 'by', decided_by || ':', outcome) from sync.decision where district_id = ? order by decision_id",
                String.class,
                districtId());
    }
}

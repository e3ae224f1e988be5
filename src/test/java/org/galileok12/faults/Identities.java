package org.galileok12.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whose row in the roster is whose: a student whom Clever gives another id stays the same row. Not of those who were renamed: with
 * no name left that is equal, a re-key is none.
 */
final class Identities {

    private final JdbcTemplate db;
    private final String district;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, String> first = new TreeMap<>();
    private final Set<String> renamed = new HashSet<>();

    /** Looks at the roster for the first time. */
    Identities(JdbcTemplate db, String district) {
        this.db = db;
        this.district = district;
        look();
    }

    /** The row of every Clever id is the one that had it when it was looked at first. */
    void look() {
        now().forEach(seen::putIfAbsent);
    }

    /** In: what a mutation says of itself. */
    void changed(MutationKind kind, String told) {
        var words = List.of(told.split(" "));
        var last = words.get(words.size() - 1);
        if (kind == MutationKind.STUDENT_IS_RENAMED) {
            renamed.add(last);
        }
        if (kind == MutationKind.STUDENT_GETS_NEW_CLEVER_ID && words.contains("is")) {
            var before = words.get(words.size() - 3);
            var origin = first.remove(before);
            first.put(last, origin == null ? before : origin);
            if (renamed.contains(before)) {
                renamed.add(last);
            }
        }
    }

    /** Clever's new ids that are not at the row of the old one. */
    List<String> lost() {
        var now = now();
        return comparable(now).stream()
                .filter(id -> !Objects.equals(seen.get(first.get(id)), now.get(id)))
                .map(id -> first.get(id) + " became " + id)
                .toList();
    }

    int compared() {
        return comparable(now()).size();
    }

    private List<String> comparable(Map<String, Long> now) {
        return first.keySet().stream()
                .filter(id -> !renamed.contains(id) && seen.containsKey(first.get(id)) && now.containsKey(id))
                .toList();
    }

    private Map<String, Long> now() {
        var ids = new HashMap<String, Long>();
        db.query(
                """
                select person.clever_id, person.id
                from galileo.person
                join sync.connection district using (district_id)
                where district.clever_id = ? and person.origin = 'clever'
                """,
                row -> {
                    ids.put(row.getString(1), row.getLong(2));
                },
                district);
        return ids;
    }
}

package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What API v3.1 added to v3.0, taken away again. */
final class OlderVersion {

    /** Members of {@code roles.student} that v3.0 does not have. */
    static final List<String> STUDENT = List.of(
            "disability",
            "frl_status",
            "gifted_status",
            "home_language",
            "home_language_code",
            "iep_status",
            "preferred_name",
            "section_504_status");

    private OlderVersion() {}

    static void strip(String collection, ObjectNode record) {
        switch (collection) {
            case "districts" -> record.remove(List.of("lms_type", "lms_state", "last_attendance_sync"));
            case "sections" -> record.remove("lms_status");
            case "users" -> {
                record.remove("lms_status");
                JsonNode student = record.at("/roles/student");
                if (student instanceof ObjectNode role) {
                    role.remove(STUDENT);
                }
            }
            default -> {}
        }
    }
}

package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whom a code or an access token stands for.
 *
 * @param record the person as at the moment of the sign-in
 * @param nonce of the authorize request, "" without one
 * @param used requests made with the token
 */
record Grant(ServedDistrict district, ObjectNode record, String nonce, AtomicInteger used) {

    private static final List<String> ROLES = List.of("student", "teacher", "staff", "district_admin", "contact");

    static Grant of(ServedDistrict district, ObjectNode record, String nonce) {
        return new Grant(district, record, nonce, new AtomicInteger());
    }

    String person() {
        return record.path("id").asText();
    }

    /** The role that Clever names first. */
    String role() {
        return ROLES.stream().filter(record.path("roles")::has).findFirst().orElse("user");
    }

    /** The person's id from before v3, which only looks like one. */
    String legacyId() {
        return record.at("/roles/" + role() + "/legacy_id").asText(person());
    }
}

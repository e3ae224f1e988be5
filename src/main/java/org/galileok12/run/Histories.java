package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tells what happened to a row, and who was in a class on a day. Only reads. Safe to share. */
public interface Histories {

    /**
     * The story of every row that the id names, also of what never became a row because a rule kept it out: entity, id,
     * cleverId, district, answer, matched, columns, events in order of time. Empty when the id was never seen.
     *
     * @param id a Clever id, or our own id; ours may name several rows, since each table counts its own
     * @param district Clever's id of the district, or null for all
     * @param entity person, section, school, course or term, or null for all
     * @param values whether a person's name and the values of changed columns may be shown
     * @throws UnusableQuestion when one of them cannot be an id
     */
    ArrayNode explain(String id, @Nullable String district, @Nullable String entity, boolean values);

    /**
     * Everybody who was in a class during some part of a day in the time zone of the service: district, section, day, zone,
     * teachers, students.
     *
     * @param section Clever id or our id of the section
     * @throws UnusableQuestion when there is no such section, or the day is yet to come
     */
    ObjectNode roster(String section, @Nullable String district, LocalDate day);
}

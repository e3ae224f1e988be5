package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A section of a {@link SchoolDistrict}: who learns and who teaches in it. */
public final class ListedSection extends ListedRecord {

    ListedSection(SchoolDistrict district, ObjectNode fields) {
        super(district, "sections", fields);
    }

    /** Adds students. */
    public ListedSection with(ListedPerson... students) {
        edit(fields -> ids(students).forEach(fields.withArray("students")::add));
        return this;
    }

    /** Takes students out. */
    public ListedSection without(ListedPerson... students) {
        List<String> leaving = ids(students);
        edit(fields -> {
            ArrayNode staying = PageWriter.JSON.createArrayNode();
            fields.withArray("students").forEach(each -> {
                if (!leaving.contains(each.asText())) {
                    staying.add(each);
                }
            });
            fields.set("students", staying);
        });
        return this;
    }

    /** Replaces the teachers: the primary one, then co-teachers. */
    public ListedSection taughtBy(ListedPerson primary, ListedPerson... others) {
        set("/teacher", primary).set("/teachers", List.of());
        edit(fields -> {
            ArrayNode teachers = fields.withArray("teachers").add(primary.id());
            ids(others).forEach(teachers::add);
        });
        return this;
    }

    public ListedSection course(@Nullable ListedRecord course) {
        return set("/course", course);
    }

    public ListedSection term(@Nullable ListedRecord term) {
        return set("/term_id", term);
    }

    /** The section moves to another school; its id and members stay. */
    public ListedSection school(ListedRecord school) {
        return set("/school", school);
    }

    @Override
    public ListedSection set(String pointer, @Nullable Object value) {
        super.set(pointer, value);
        return this;
    }

    @Override
    public ListedSection unset(String pointer) {
        super.unset(pointer);
        return this;
    }

    @Override
    public ListedSection restore() {
        super.restore();
        return this;
    }

    @Override
    public ListedSection newId() {
        super.newId();
        return this;
    }
}

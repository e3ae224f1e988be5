package org.galileok12.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds fields.yaml against Clever's own model of its API. */
class CleversModelTest {

    private static final Path MODEL = Path.of("../shared/clever/spec/model-v3.1.json");

    /** Entity → collection and where its fields begin there; nested objects are reached from these. */
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("District", "districts"),
            Map.entry("School", "schools"),
            Map.entry("Term", "terms"),
            Map.entry("Course", "courses"),
            Map.entry("Section", "sections"),
            Map.entry("User", "users"));

    /** Answers to errors, links between pages, and the digital resources that only LMS Connect and the library need. */
    private static final Set<String> NO_ROSTER = Set.of("BadRequest", "InternalError", "NotFound", "Link", "Resource");

    /** The model does not say what the items of a list are. */
    private static final Map<String, String> ITEMS =
            Map.of("student_relationships", "StudentRelationship", "enrollments", "SchoolEnrollment");

    private final RuleFile file = RuleFile.read(Delivered.RULES.resolve("fields.yaml"));
    private JsonNode model = file.content();

    @BeforeEach
    void read_the_model() throws IOException {
        assumeTrue(Files.exists(MODEL), "Skipped: Clever's model lies beside the project at " + MODEL + ", not in it.");
        model = new ObjectMapper().readTree(Files.readString(MODEL));
    }

    @Test
    void each_field_of_clevers_model_is_read_or_left_out_with_a_reason() {
        for (var entity : ENTITIES.entrySet()) {
            var collection = entity.getValue();
            var read = read(collection);
            var leftOut = leftOut(collection);
            assertThat(fields(entity.getKey(), ""))
                    .as(collection)
                    .isNotEmpty()
                    .allMatch(field -> covered(field, read) || covered(field, leftOut), "read or left out");
        }
    }

    @Test
    void no_kind_of_record_is_forgotten() {
        var known = new TreeSet<>(ENTITIES.keySet());
        known.addAll(NO_ROSTER);
        for (var entity : ENTITIES.keySet()) {
            nested(entity, known);
        }
        var all = new TreeSet<String>();
        model.fieldNames().forEachRemaining(all::add);

        assertThat(all).isEqualTo(known);
    }

    @Test
    void nothing_is_left_out_that_clever_does_not_have_or_that_a_column_reads() {
        for (var entity : ENTITIES.entrySet()) {
            var collection = entity.getValue();
            var fields = fields(entity.getKey(), "");
            assertThat(leftOut(collection))
                    .as(collection)
                    .allMatch(left -> fields.stream().anyMatch(field -> covers(left, field)), "a field of Clever's")
                    .noneMatch(left -> read(collection).stream().anyMatch(read -> covers(left, read)));
        }
    }

    @Test
    void each_pointer_of_a_column_is_a_field_of_clevers_model() {
        for (var entity : ENTITIES.entrySet()) {
            var fields = fields(entity.getKey(), "");
            assertThat(read(entity.getValue()))
                    .as(entity.getValue())
                    .allMatch(read -> fields.stream().anyMatch(field -> covers(read, field)), "a field of Clever's");
        }
    }

    @Test
    void the_grade_map_knows_clevers_grades() {
        var grades = new ArrayList<String>();
        model.at("/Student/grade/enum").forEach(grade -> grades.add(grade.asText()));
        grades.remove("");

        assertThat(GradeMap.CLEVERS_GRADES).containsExactlyInAnyOrderElementsOf(grades);
    }

    /** Pointers to all leaves beneath an entity. */
    private TreeSet<String> fields(String entity, String base) {
        var fields = new TreeSet<String>();
        model.path(entity).properties().forEach(field -> {
            var name = field.getKey();
            var pointer = base + "/" + name;
            var nested = ITEMS.getOrDefault(name, field.getValue().path("type").asText());
            if (model.has(nested)) {
                fields.addAll(fields(nested, pointer));
            } else {
                fields.add(pointer);
            }
        });
        return fields;
    }

    private void nested(String entity, TreeSet<String> found) {
        model.path(entity).properties().forEach(field -> {
            var inside = ITEMS.getOrDefault(
                    field.getKey(), field.getValue().path("type").asText());
            if (model.has(inside)) {
                found.add(inside);
                nested(inside, found);
            }
        });
    }

    private List<String> read(String collection) {
        var read = new ArrayList<String>();
        file.content().path("tables").forEach(table -> {
            if (table.path("collection").asText().equals(collection)) {
                var each = table.path("each").asText("");
                table.path("columns").forEach(column -> {
                    var from = column.isTextual() ? column : column.path("from");
                    if (from.isArray()) {
                        from.forEach(pointer -> read.add(pointer.asText()));
                    } else if (from.asText().startsWith("record:")) {
                        read.add(from.asText().substring("record:".length()));
                    } else {
                        read.add(each + from.asText());
                    }
                });
            }
        });
        return read;
    }

    private List<String> leftOut(String collection) {
        var pointers = new ArrayList<String>();
        file.content().path("left_out").path(collection).fieldNames().forEachRemaining(pointers::add);
        return pointers;
    }

    private static boolean covered(String field, List<String> pointers) {
        return pointers.stream().anyMatch(pointer -> covers(pointer, field));
    }

    /** A pointer covers itself and all beneath it; {@code *} is any one name. */
    private static boolean covers(String pointer, String field) {
        return (field + "/").matches(pointer.replace("*", "[^/]+") + "/.*");
    }
}

package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A record of a {@link SchoolDistrict}, changeable at any time; the next request sees the change.
 *
 * <p>Fields are named by JSON pointer. Each change moves {@code last_modified} on. Thread safe through the district.
 */
public class ListedRecord {

    final SchoolDistrict district;
    final String collection;
    private final ObjectNode fields;
    private String position;

    ListedRecord(SchoolDistrict district, String collection, ObjectNode fields) {
        this.district = district;
        this.collection = collection;
        this.fields = fields;
        this.position = fields.path("id").asText();
    }

    /** The Clever id, which is also the record's place in the list. */
    public String id() {
        synchronized (district) {
            return position;
        }
    }

    /** A copy of the record as it is now. */
    public ObjectNode json() {
        synchronized (district) {
            return fields.deepCopy();
        }
    }

    /** Sets a field; records stand for their ids, null for JSON's null. Objects on the way are made. */
    public ListedRecord set(String pointer, @Nullable Object value) {
        return edit(record -> {
            int slash = pointer.lastIndexOf('/');
            JsonNode parent = slash == 0 ? record : record.withObject(pointer.substring(0, slash));
            ((ObjectNode) parent).set(pointer.substring(slash + 1), node(value));
        });
    }

    /** Takes a field away, as if Clever did not know it. */
    public ListedRecord unset(String pointer) {
        return edit(record -> {
            int slash = pointer.lastIndexOf('/');
            if (record.at(pointer.substring(0, slash)) instanceof ObjectNode parent) {
                parent.remove(pointer.substring(slash + 1));
            }
        });
    }

    /** Any other change of the record. */
    public ListedRecord edit(Consumer<ObjectNode> change) {
        synchronized (district) {
            ObjectNode before = fields.deepCopy();
            change.accept(fields);
            boolean stamped = before.has("last_modified") && fields.has("last_modified");
            if (stamped && !fields.equals(before) && fields.get("last_modified").equals(before.get("last_modified"))) {
                fields.put("last_modified", district.nextMoment());
            }
            if (!fields.equals(before)) {
                district.changed(this, before);
            }
        }
        return this;
    }

    /** Stops listing the record, as when it is deleted or no longer shared. References to it stay as they are. */
    public void remove() {
        district.unlist(this);
    }

    /** Lists it again under its id. */
    public ListedRecord restore() {
        district.list(this);
        return this;
    }

    /** Gives the record a new id, the highest so far, and changes what refers to it: what Clever does on a re-key. */
    public ListedRecord newId() {
        district.reidentify(this);
        return this;
    }

    void moveTo(String id) {
        position = id;
        fields.put("id", id);
    }

    /** The live fields; only under the district's lock. */
    ObjectNode fields() {
        return fields;
    }

    static JsonNode node(@Nullable Object value) {
        if (value instanceof ListedRecord record) {
            return PageWriter.JSON.getNodeFactory().textNode(record.id());
        }
        if (value instanceof List<?> many) {
            ArrayNode array = PageWriter.JSON.createArrayNode();
            many.forEach(each -> array.add(node(each)));
            return array;
        }
        return PageWriter.JSON.valueToTree(value);
    }

    static List<String> ids(ListedRecord... records) {
        return List.of(records).stream().map(ListedRecord::id).toList();
    }
}

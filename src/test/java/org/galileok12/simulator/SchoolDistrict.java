package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A district whose roster a test writes and rewrites, served by a {@link LocalClever} as it is at each request.
 *
 * <p>Records come complete, with a value in every documented field of API v3.1. Ids are 24 hex digits, ascending in the
 * order of making, the same in every run for the same name. Thread safe: the server reads while a test changes.
 */
public final class SchoolDistrict implements ServedDistrict {

    private final ObjectNode record;
    private final String mail;
    private final Authorisations authorisations;
    private final Lists lists;
    private final EventFeed events;
    private int moments;
    private volatile String clientId = LocalClever.CLIENT_ID;

    SchoolDistrict(String name) {
        String prefix = String.format("66%06x%010x", name.hashCode() & 0xffffff, Draw.mix(7, name.hashCode()) >>> 24);
        this.lists = new Lists(prefix);
        this.events = new EventFeed(prefix);
        this.record = PlausibleFields.district(prefix + "000000", name);
        this.mail = "@" + PlausibleFields.slug(name) + ".example";
        this.authorisations = new Authorisations(id());
    }

    @Override
    public String id() {
        return record.path("id").asText();
    }

    public ListedRecord school(String name) {
        return add("schools", PlausibleFields.school(stamped(), name, count("schools") + 1));
    }

    public ListedRecord term(String name, String start, String end) {
        return add("terms", fresh().put("name", name).put("start_date", start).put("end_date", end));
    }

    public ListedRecord course(String name, String number) {
        return add("courses", fresh().put("name", name).put("number", number));
    }

    /** A student of grade 5; the first school is the primary one. */
    public ListedPerson student(String fullName, ListedRecord... schools) {
        ObjectNode person = named(fullName);
        PlausibleFields.student(person, lists.made());
        return add(person).schools(schools);
    }

    public ListedPerson teacher(String fullName, ListedRecord... schools) {
        ObjectNode person = named(fullName);
        PlausibleFields.teacher(person, lists.made());
        return add(person).schools(schools);
    }

    public ListedPerson staff(String fullName, ListedRecord... schools) {
        ObjectNode person = named(fullName);
        PlausibleFields.staff(person, "Secretary", lists.made());
        return add(person).schools(schools);
    }

    public ListedPerson districtAdmin(String fullName) {
        ObjectNode person = named(fullName);
        PlausibleFields.role(person, "district_admin").put("title", "Superintendent");
        return add(person);
    }

    /** A parent of these students. As in Clever, the whole name is the last name. */
    public ListedPerson contact(String fullName, ListedPerson... students) {
        ObjectNode person = named(fullName);
        person.putObject("name").put("last", fullName);
        PlausibleFields.contact(person, lists.made());
        ListedPerson contact = add(person);
        for (ListedPerson student : students) {
            contact.of(student, "Parent", "Parent/Guardian");
        }
        return contact;
    }

    /** A section without course, term, teachers and students. */
    public ListedSection section(String name, ListedRecord school) {
        ObjectNode fields = PlausibleFields.section(stamped(), name, count("sections") + 1);
        return (ListedSection) list(new ListedSection(this, fields.put("school", school.id())));
    }

    /** A record of your own making, listed at the place of the next id, whatever id it has or lacks. */
    public void record(String collection, String json) {
        item(collection, "{\"data\":" + json + "}");
    }

    /** A list item of your own making, without Clever's wrapping: text, a number, an object without data. */
    public synchronized void item(String collection, String json) {
        lists.raw(collection, json);
    }

    /** The state that {@code /districts} tells, such as {@code paused}. */
    public SchoolDistrict state(@Nullable String state) {
        return set("state", state);
    }

    public SchoolDistrict lastSync(@Nullable Instant moment) {
        return set("last_sync", moment == null ? null : Moments.text(moment));
    }

    /** Any other field of the district's own object. */
    public synchronized SchoolDistrict set(String field, @Nullable Object value) {
        record.set(field, ListedRecord.node(value));
        return this;
    }

    public synchronized SchoolDistrict unset(String field) {
        record.remove(field);
        return this;
    }

    /** Whether {@code /districts} leaves this field out. */
    public synchronized boolean hides(String field) {
        return !record.hasNonNull(field);
    }

    /** The newest token; "" when disconnected. */
    public String token() {
        return authorisations.token();
    }

    /** One more line in the token list, newer than the others, with a token and scopes of its own. */
    public SchoolDistrict authorise(String... scopes) {
        authorisations.authorise(scopes.length == 0 ? Authorisation.ROSTERING : List.of(scopes));
        return this;
    }

    /** A new token; the old ones are refused from now on. */
    public SchoolDistrict rotateToken() {
        return disconnect().authorise();
    }

    /** Scopes for signing in only: no Secure Sync. */
    public SchoolDistrict basicScopesOnly() {
        disconnect();
        authorisations.authorise(Authorisation.BASIC);
        return this;
    }

    /** Its tokens were made for another application. */
    public SchoolDistrict tokensOf(String otherClient) {
        clientId = otherClient;
        return this;
    }

    /** No token at all: the district has left. */
    public SchoolDistrict disconnect() {
        authorisations.clear();
        return this;
    }

    /** The events that Clever makes of the changes, once they are switched on. */
    public EventFeed events() {
        return events;
    }

    /** How many records a collection lists now, raw ones included. */
    public synchronized int count(String collection) {
        return lists.count(collection);
    }

    @Override
    public List<Authorisation> authorisations() {
        return authorisations.all();
    }

    @Override
    public String clientId() {
        return clientId;
    }

    @Override
    public synchronized ObjectNode districtRecord() {
        return record.deepCopy();
    }

    @Override
    public synchronized RenderedPage page(PageQuery query) {
        return query.collection().equals("events") ? events.page(query) : lists.page(query);
    }

    @Override
    public synchronized @Nullable ObjectNode person(String id) {
        ListedRecord known = lists.known(id);
        return known instanceof ListedPerson ? known.json() : null;
    }

    @Override
    public boolean tellsEvents() {
        return events.isOn();
    }

    synchronized ListedRecord list(ListedRecord each) {
        lists.list(each);
        events.tell("created", each, null);
        return each;
    }

    synchronized void unlist(ListedRecord each) {
        if (lists.unlist(each)) {
            events.tell("deleted", each, null);
        }
    }

    /** A listed record was changed. */
    synchronized void changed(ListedRecord each, ObjectNode before) {
        if (lists.lists(each)) {
            events.tell("updated", each, before);
        }
    }

    synchronized void reidentify(ListedRecord each) {
        String before = each.id();
        boolean listed = lists.unlist(each);
        if (listed) {
            events.tell("deleted", each, null);
        }
        String after = lists.nextId();
        each.moveTo(after);
        lists.moved(before, each);
        if (listed) {
            list(each);
        }
        lists.all().forEach(other -> other.edit(fields -> redirect(fields, before, after)));
    }

    synchronized String nextMoment() {
        return Moments.text(Moments.BEGINNING.plusSeconds(++moments));
    }

    private synchronized ListedRecord add(String collection, ObjectNode fields) {
        return list(new ListedRecord(this, collection, fields));
    }

    private synchronized ListedPerson add(ObjectNode fields) {
        return (ListedPerson) list(new ListedPerson(this, fields));
    }

    private synchronized ObjectNode fresh() {
        ObjectNode fields = PageWriter.JSON.createObjectNode().put("id", lists.nextId());
        return fields.put("district", id());
    }

    private ObjectNode stamped() {
        String now = nextMoment();
        return fresh().put("created", now).put("last_modified", now);
    }

    private ObjectNode named(String fullName) {
        ObjectNode fields = stamped();
        return PlausibleFields.person(fields, fullName, PlausibleFields.slug(fullName) + "." + lists.made() + mail);
    }

    private static void redirect(JsonNode node, String before, String after) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> each : object.properties()) {
                if (each.getValue().asText().equals(before)) {
                    each.setValue(PageWriter.JSON.getNodeFactory().textNode(after));
                }
            }
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).asText().equals(before)) {
                    array.set(i, after);
                }
            }
        }
        node.forEach(child -> redirect(child, before, after));
    }
}

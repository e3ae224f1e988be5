package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person in {@code /users} of a {@link SchoolDistrict}, in one role or several. */
public final class ListedPerson extends ListedRecord {

    ListedPerson(SchoolDistrict district, ObjectNode fields) {
        super(district, "users", fields);
    }

    /** First names, then one last name. */
    public ListedPerson named(String fullName) {
        int space = fullName.lastIndexOf(' ');
        return set("/name/first", space < 0 ? "" : fullName.substring(0, space))
                .set("/name/last", fullName.substring(space + 1));
    }

    public ListedPerson email(@Nullable String email) {
        return set("/email", email);
    }

    public ListedPerson grade(@Nullable String grade) {
        return set("/roles/student/grade", grade);
    }

    /** The SIS id in every role that has one. */
    public ListedPerson sisId(@Nullable String sisId) {
        for (String role : List.of("student", "teacher", "contact")) {
            if (has(role)) {
                set("/roles/" + role + "/sis_id", sisId);
            }
        }
        return this;
    }

    /** The schools in every role that has schools; the first is the primary one. */
    public ListedPerson schools(ListedRecord... schools) {
        for (String role : List.of("student", "teacher", "staff")) {
            if (has(role)) {
                set("/roles/" + role + "/schools", ids(schools));
                if (!role.equals("staff")) {
                    set("/roles/" + role + "/school", schools.length == 0 ? null : schools[0]);
                }
            }
        }
        return this;
    }

    public ListedPerson alsoTeacher(ListedRecord... schools) {
        return role(fields -> PlausibleFields.teacher(fields, district.count("users")), "teacher", schools);
    }

    public ListedPerson alsoStaff(String title, ListedRecord... schools) {
        return role(fields -> PlausibleFields.staff(fields, title, district.count("users")), "staff", schools);
    }

    public ListedPerson alsoDistrictAdmin(String title) {
        edit(fields -> PlausibleFields.role(fields, "district_admin").put("title", title));
        return this;
    }

    public ListedPerson noLonger(String role) {
        return unset("/roles/" + role);
    }

    /** Adds a relation to a contact. */
    public ListedPerson of(ListedPerson student, String relationship, String type) {
        edit(fields -> fields.withArray("/roles/contact/student_relationships")
                .addObject()
                .put("student", student.id())
                .put("relationship", relationship)
                .put("type", type));
        return this;
    }

    /** Takes the relation to a student away from a contact. */
    public ListedPerson noLongerOf(ListedPerson student) {
        edit(fields -> {
            var relations =
                    fields.withArray("/roles/contact/student_relationships").elements();
            while (relations.hasNext()) {
                if (relations.next().path("student").asText().equals(student.id())) {
                    relations.remove();
                }
            }
        });
        return this;
    }

    @Override
    public ListedPerson set(String pointer, @Nullable Object value) {
        super.set(pointer, value);
        return this;
    }

    @Override
    public ListedPerson unset(String pointer) {
        super.unset(pointer);
        return this;
    }

    @Override
    public ListedPerson restore() {
        super.restore();
        return this;
    }

    @Override
    public ListedPerson newId() {
        super.newId();
        return this;
    }

    private ListedPerson role(java.util.function.Consumer<ObjectNode> adding, String role, ListedRecord... schools) {
        edit(adding);
        set("/roles/" + role + "/schools", ids(schools));
        return role.equals("staff") ? this : set("/roles/" + role + "/school", schools.length == 0 ? null : schools[0]);
    }

    private boolean has(String role) {
        return json().path("roles").has(role);
    }
}

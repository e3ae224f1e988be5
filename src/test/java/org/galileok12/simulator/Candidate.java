package org.galileok12.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Somebody to pick on the local Clever's page. Reads the whole district: for people who click, not for many requests. */
record Candidate(String id, String name, String role, String detail) {

    static final List<String> ROLES = List.of("student", "teacher", "staff", "district_admin", "contact");

    static Candidate of(JsonNode record) {
        JsonNode roles = record.path("roles");
        String role = ROLES.stream().filter(roles::has).findFirst().orElse("");
        String name = (record.at("/name/first").asText("") + " "
                        + record.at("/name/last").asText(""))
                .strip();
        List<String> all = ROLES.stream().filter(roles::has).toList();
        String grade = roles.at("/student/grade").asText("");
        String detail = role.equals("student") && !grade.isEmpty() ? "grade " + grade : "";
        return new Candidate(
                record.path("id").asText(),
                name,
                role,
                all.size() > 1 ? "also " + String.join(", ", rest(all)) : detail);
    }

    /** Everybody of the district whose name, id or detail (such as {@code grade 6}) contains the text, by list order. */
    static List<Candidate> of(ServedDistrict district, String search) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        List<Candidate> found = new ArrayList<>();
        String after = null;
        do {
            RenderedPage page = district.page(new PageQuery("v3.1", "users", 10_000, true, after, null));
            for (JsonNode item : read(page).path("data")) {
                Candidate each = of(item.path("data"));
                if (!each.role.isEmpty() && each.text().contains(wanted)) {
                    found.add(each);
                }
            }
            after = page.nextAfter();
        } while (after != null);
        return found;
    }

    private String text() {
        return (name + " " + id + " " + detail).toLowerCase(Locale.ROOT);
    }

    private static List<String> rest(List<String> all) {
        return all.subList(1, all.size());
    }

    private static JsonNode read(RenderedPage page) {
        try {
            return PageWriter.JSON.readTree(page.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A page of the local Clever is not JSON.", e);
        }
    }
}

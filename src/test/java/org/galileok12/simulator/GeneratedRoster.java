package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A district of any size in which every record follows from the seed and its number alone: a page is a pure function,
 * nothing is kept per record, and the same seed gives the same bytes.
 *
 * <p>About 600 students a school and 25 a section; 6 sections a student below 5,000 students, 3 from there on. Immutable
 * and thread safe.
 */
public final class GeneratedRoster {

    /** Ids of ours: the prefix, the kind, and a number that fits. */
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{10}0{7}[0-9a-f]{7}");

    private final Blueprint plan;
    private final boolean contacts;
    private final Map<String, List<Segment>> collections;

    private GeneratedRoster(Blueprint plan, boolean contacts) {
        this.plan = plan;
        this.contacts = contacts;
        List<Segment> users = new ArrayList<>(List.of(
                new StudentSegment(plan, false),
                new EmployeeSegment(plan, Kind.TEACHER, plan.shape().cohorts),
                new EmployeeSegment(plan, Kind.STAFF, plan.shape().schools * EmployeeSegment.STAFF_PER_SCHOOL),
                new EmployeeSegment(plan, Kind.DISTRICT_ADMIN, 2 + plan.shape().schools / 20)));
        if (contacts) {
            users.add(new ContactSegment(plan));
        }
        users.add(new StudentSegment(plan, true));
        this.collections = Map.of(
                "schools", List.of(new PlaceSegment(plan, Kind.SCHOOL, plan.shape().schools)),
                "terms", List.of(new PlaceSegment(plan, Kind.TERM, PlaceSegment.TERMS)),
                "courses", List.of(new CourseSegment(plan)),
                "users", List.copyOf(users),
                "sections", List.of(new SectionSegment(plan, arrivals(plan))));
    }

    /** A district with contacts. */
    public static GeneratedRoster of(int students, long seed) {
        if (students < 1) {
            throw new IllegalArgumentException("A generated district has at least one student, not " + students + ".");
        }
        RosterShape shape = new RosterShape(students, students < 5_000 ? 6 : 3);
        Blueprint plan = new Blueprint(
                seed,
                shape,
                new NamePool(seed),
                GeneratedIds.of(seed),
                RosterChange.NONE,
                "Generated District " + seed,
                List.of());
        return new GeneratedRoster(plan, true);
    }

    /** The demo's district: about 600 students in an elementary, a middle and a high school. */
    public static GeneratedRoster demo() {
        return of(603, 12)
                .named(
                        "Demo Unified School District",
                        "Demo Elementary School",
                        "Demo Middle School",
                        "Demo High School");
    }

    public GeneratedRoster withoutContacts() {
        return new GeneratedRoster(plan, false);
    }

    public GeneratedRoster named(String district, String... schools) {
        return new GeneratedRoster(
                new Blueprint(
                        plan.seed(), plan.shape(), plan.names(), plan.ids(), plan.change(), district, List.of(schools)),
                contacts);
    }

    /**
     * The same district some days later: this fraction of the people and sections differ. One in 40 of the students
     * concerned has left, as many are new; others have another name, e-mail or grade; sections lose a student.
     */
    public GeneratedRoster changed(double fraction, long changeSeed) {
        return with(RosterChange.of(fraction, changeSeed));
    }

    /** The same district after an ordinary night: 1 % of the students left, 1 % arrived, 2 % changed, sections lost some. */
    public GeneratedRoster afterNight(long changeSeed) {
        return with(RosterChange.night(changeSeed));
    }

    /** The same students in the same sections, nearly each with another e-mail or grade. */
    public GeneratedRoster everyStudentChanged(long changeSeed) {
        return with(RosterChange.ofEveryStudent(changeSeed));
    }

    private GeneratedRoster with(RosterChange change) {
        return new GeneratedRoster(
                new Blueprint(
                        plan.seed(),
                        plan.shape(),
                        plan.names(),
                        plan.ids(),
                        change,
                        plan.districtName(),
                        plan.schoolNames()),
                contacts);
    }

    String id() {
        return plan.ids().district();
    }

    String name() {
        return plan.districtName();
    }

    /** When Clever last read the district: later for a changed roster. */
    boolean isChanged() {
        return plan.change().fraction() > 0;
    }

    RenderedPage page(PageQuery query) {
        Walk walk = query.before() == null ? start(query) : beforePage(query);
        PageWriter page = new PageWriter(query, Math.min(query.limit(), 10_000) * 900);
        while (!page.full() && walk.next()) {
            Segment segment = walk.segment();
            int index = walk.index;
            page.record(plan.ids().id(segment.kind(), index), json -> segment.write(json, index, query.v30()));
        }
        return page.end(query.before() == null ? walk.next() : walk.skipped);
    }

    /** The Clever id of the student of this number, from 0. */
    public String student(int index) {
        return plan.ids().id(Kind.STUDENT, index);
    }

    /** The Clever id of the teacher of this number, from 0. */
    public String teacher(int index) {
        return plan.ids().id(Kind.TEACHER, index);
    }

    /** A person by id, made on the spot; also one who has left with a change. */
    @Nullable ObjectNode person(String id) {
        if (!PERSON.matcher(id).matches() || !id.startsWith(plan.ids().prefix())) {
            return null;
        }
        for (Segment segment : collections.getOrDefault("users", List.of())) {
            if (segment.kind() == GeneratedIds.kind(id) && GeneratedIds.index(id) < segment.size()) {
                return written(segment, GeneratedIds.index(id));
            }
        }
        return null;
    }

    private static ObjectNode written(Segment segment, int index) {
        try (TokenBuffer record = new TokenBuffer(PageWriter.JSON, false)) {
            segment.write(record, index, false);
            return PageWriter.JSON.readTree(record.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException("A generated person could not be written as JSON.", e);
        }
    }

    private Walk start(PageQuery query) {
        List<Segment> segments = collections.getOrDefault(query.collection(), List.of());
        return new Walk(segments, query.after());
    }

    /** Walks from the start: only for previous links, which no client of ours follows. */
    private Walk beforePage(PageQuery query) {
        Deque<String> last = new ArrayDeque<>();
        Walk walk = start(query);
        String before = query.before() == null ? "" : query.before();
        while (walk.next()) {
            String id = plan.ids().id(walk.segment().kind(), walk.index);
            if (id.compareTo(before) >= 0) {
                break;
            }
            last.add(id);
            if (last.size() > query.limit() + 1) {
                last.remove();
            }
        }
        boolean more = last.size() > query.limit();
        Walk page = new Walk(walk.segments, more ? last.peek() : null);
        page.skipped = more;
        page.stopBefore = before;
        return page;
    }

    private static Map<Integer, List<Integer>> arrivals(Blueprint plan) {
        Map<Integer, List<Integer>> byCohort = new HashMap<>();
        for (int i = 0; i < plan.change().arrivals(plan.shape().students); i++) {
            byCohort.computeIfAbsent(plan.change().cohort(i, plan.shape().cohorts), cohort -> new ArrayList<>())
                    .add(i);
        }
        return byCohort;
    }

    /** Where a walk through a collection stands. */
    private final class Walk {
        private final List<Segment> segments;
        private int at;
        private int index = -1;
        private boolean skipped;
        private String stopBefore = "~";

        private Walk(List<Segment> segments, @Nullable String after) {
            this.segments = segments;
            if (after != null
                    && after.length() == 24
                    && after.startsWith(plan.ids().prefix())) {
                int kind = GeneratedIds.kind(after);
                while (at < segments.size() && segment().kind() < kind) {
                    at++;
                }
                index = at < segments.size() && segment().kind() == kind ? GeneratedIds.index(after) : -1;
            }
        }

        private Segment segment() {
            return segments.get(at);
        }

        private boolean next() {
            while (at < segments.size()) {
                while (++index < segment().size()) {
                    if (segment().exists(index)) {
                        return plan.ids().id(segment().kind(), index).compareTo(stopBefore) < 0;
                    }
                }
                at++;
                index = -1;
            }
            return false;
        }
    }
}

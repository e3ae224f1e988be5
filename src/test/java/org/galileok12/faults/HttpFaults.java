package org.galileok12.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.galileok12.simulator.PageFault;

/** What goes wrong between Clever's server and us, on some page. */
final class HttpFaults {

    private HttpFaults() {}

    static void tooManyRequests(Trial trial, Random random) {
        // Without headers, or Clever's own: the window that ended a second ago.
        Map<String, String> headers = random.nextBoolean()
                ? Map.of()
                : Map.of("X-RateLimit-Limit", "1200", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1767225600");
        trial.onPage(FaultKind.TOO_MANY_REQUESTS, random).answer(429, headers, "");
    }

    static void serverErrors(Trial trial, Random random) {
        var status = List.of(500, 502, 503, 504).get(random.nextInt(4));
        trial.onPage(FaultKind.SERVER_ERRORS, random).answer(status).times(1 + random.nextInt(2));
    }

    static void serverDown(Trial trial, Random random) {
        trial.onPage(FaultKind.SERVER_DOWN, random).answer(503).always();
    }

    static void reset(Trial trial, Random random) {
        trial.onPage(FaultKind.CONNECTION_RESET, random).reset();
    }

    static void endInMidBody(Trial trial, Random random) {
        trial.onPage(FaultKind.END_IN_MID_BODY, random).truncated();
    }

    static void garbage(Trial trial, Random random) {
        var noise = new byte[50 + random.nextInt(500)];
        random.nextBytes(noise);
        trial.onPage(FaultKind.GARBAGE, random).bytes(page -> noise).times(1 + random.nextInt(2));
    }

    static void halfAJson(Trial trial, Random random) {
        var part = 2 + random.nextInt(8);
        trial.onPage(FaultKind.HALF_A_JSON, random)
                .bytes(page -> Arrays.copyOf(page, page.length - page.length / part));
    }

    static void html(Trial trial, Random random) {
        trial.onPage(FaultKind.HTML, random).html().times(1 + random.nextInt(2));
    }

    static void emptyObject(Trial trial, Random random) {
        var bodies = List.of("{}", "{\"data\":null,\"links\":[]}", "[]", "null", "{\"data\":{}}");
        var body = bodies.get(random.nextInt(bodies.size()));
        trial.onPage(FaultKind.EMPTY_OBJECT, random)
                .bytes(page -> body.getBytes(StandardCharsets.UTF_8))
                .times(1 + random.nextInt(2));
    }

    static void slow(Trial trial, Random random) {
        trial.onPage(FaultKind.SLOW_PAGE, random).delayed(Duration.ofMillis(20 + random.nextInt(180)));
    }

    static void stalled(Trial trial, Random random) {
        trial.onPage(FaultKind.STALLED_PAGE, random).delayed(Lane.READ_TIMEOUT.plusMillis(150));
    }

    static void linksMissing(Trial trial, Random random) {
        trial.onPage(FaultKind.LINKS_MISSING, random).without("links").times(1 + random.nextInt(2));
    }

    static void samePageAgain(Trial trial, Random random) {
        // Only where there is a next page: a last page that leads to itself is another one.
        trial.onPage(FaultKind.SAME_PAGE_AGAIN, "users", 1)
                .next("/v3.1/users?limit=" + Lane.PAGE_SIZE)
                .times(1 + random.nextInt(2));
    }

    static void recordsRepeated(Trial trial, Random random) {
        var students = trial.model().students;
        var page = 4 + random.nextInt(4);
        var again = students.get(random.nextInt(Math.min(4, students.size())));
        PageFault fault = trial.onPage(FaultKind.RECORDS_REPEATED, "users", page);
        fault.alsoListing(again);
    }

    static void shortPage(Trial trial, Random random) {
        var kept = 1 + random.nextInt(Lane.PAGE_SIZE - 1);
        trial.onPage(FaultKind.SHORT_PAGE, "users", 1 + random.nextInt(4)).changed(page -> {
            var data = page.withArray("data");
            while (data.size() > kept) {
                data.remove(data.size() - 1);
            }
            var last = data.get(kept - 1).at("/data/id").asText();
            page.withArray("links").forEach(link -> {
                if (link.path("rel").asText().equals("next")) {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) link)
                            .put("uri", "/v3.1/users?limit=" + Lane.PAGE_SIZE + "&starting_after=" + last);
                }
            });
            return page;
        });
    }
}

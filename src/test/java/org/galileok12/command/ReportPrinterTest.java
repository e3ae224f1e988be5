package org.galileok12.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.galileok12.run.Outcome;
import org.galileok12.run.RunResult;
import org.junit.jupiter.api.Test;

class ReportPrinterTest {

    @Test
    void a_report_reads_as_a_table_with_totals_rules_and_notices() throws Exception {
        var report = """
                {"run":12,"district":"58da8c6b894273be680001fc","name":"Demo district","outcome":"INCOMPLETE","pages":9,
                 "requests":12,"retries":1,"waits":2,"waitedMillis":1500,"durationMillis":1234,"records":1834,
                 "rowsPerSecond":1486,
                 "entities":{
                  "school":{"fetched":3,"filtered":0,"created":3,"updated":0,"deactivated":0,"unchanged":0,"adopted":0},
                  "person_school":{"fetched":1200,"filtered":12,"created":1188,"updated":0,"deactivated":0,"unchanged":0}},
                 "filteredBy":{"exclude.schools":12},"rulesWithoutMatch":["include.schools=58da"],
                 "references":{"enrollment.student":3},"oddities":{"users.unknown_values":2},"notices":["1 × possible re-key"],
                 "quarantine":[{"collection":"users","id":"58da8c63d7dc0ca068000001","rule":"wrong-type","pointer":"/name"},
                               {"collection":"users","id":null,"rule":"no-id","pointer":"/id"}]}
                """;

        assertThat(printed(report, Outcome.INCOMPLETE, "The walk could not be proven complete."))
                .isEqualTo("""
                        District 58da8c6b894273be680001fc (Demo district), run 12: incomplete
                          The walk could not be proven complete.

                                         fetched  filtered  created  updated  deactivated  unchanged
                          school               3         0        3        0            0          0
                          person school    1,200        12    1,188        0            0          0

                        1,834 records in 1.2 s (1,486/s) from 9 pages: 12 requests, 1 retries, 2 waits (1.5 s)
                        Filtered out by sharing:
                          exclude.schools  12
                        Rules that matched nothing:
                          include.schools=58da
                        References to records that Clever does not show:
                          enrollment.student  3
                        Odd values:
                          users.unknown_values  2
                        Quarantined:
                          users 58da8c63d7dc0ca068000001  wrong-type at /name
                          users without a readable id  no-id at /id
                        Notices:
                          1 × possible re-key
                        """);
    }

    @Test
    void a_resumed_run_says_how_often_and_what_it_did_not_request_again() throws Exception {
        assertThat(printed("{\"claims\":1,\"pagesKept\":12}", Outcome.INCOMPLETE, "A reason."))
                .contains("Resumed 1 time; 12 pages were not requested again");
        assertThat(printed("{\"claims\":2,\"pagesKept\":1}", Outcome.INCOMPLETE, "A reason."))
                .contains("Resumed 2 times; 1 page was not requested again");
        assertThat(printed("{\"claims\":0,\"pagesKept\":0}", Outcome.INCOMPLETE, "A reason."))
                .doesNotContain("Resumed");
    }

    @Test
    void a_run_without_counts_is_its_reason() throws Exception {
        assertThat(printed("{\"dryRun\":true}", Outcome.SKIPPED, "Clever has paused the district."))
                .isEqualTo("""
                        District 58da8c6b894273be680001fc, run 12: skipped, dry run: nothing was changed
                          Clever has paused the district.
                        """);
    }

    private static String printed(String report, Outcome outcome, String reason) throws Exception {
        var text = new StringWriter();
        var out = new PrintWriter(text, true);
        new ReportPrinter(out)
                .print(new RunResult(
                        "58da8c6b894273be680001fc", 12, outcome, reason, new ObjectMapper().readTree(report)));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}

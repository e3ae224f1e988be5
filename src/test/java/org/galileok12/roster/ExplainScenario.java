package org.galileok12.roster;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.galileok12.command.StoryPrinter;
import org.galileok12.run.Histories;
import org.galileok12.simulator.ListedRecord;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person at a help desk reads, with ids and times that differ from run to run replaced by words. */
abstract class ExplainScenario extends RosterScenario {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Histories histories;

    String explained(ListedRecord record) {
        return explained(record.id(), false);
    }

    String explained(String id, boolean values) {
        var text = new StringWriter();
        new StoryPrinter(new PrintWriter(text, true)).print(histories.explain(id, district.id(), null, values));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Only the part about what happened, without the times. */
    String told(ListedRecord record) {
        return told(explained(record));
    }

    String told(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d)?", "<time>")
                .replaceAll("(?s)^.*?\n\n", "")
                .replaceAll("\\s+\\(times in UTC\\)\n$", "\n");
    }
}

package org.galileok12.roster;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the records of a page into one batch, after sharing and transformation. A record that the filter stopped arrives
 * here too: its id is kept with the rule. Safe to share; each page has a batch of its own.
 */
public final class PageBatches implements AggregationStrategy {

    private static final String BATCH = "galileoPageBatch";

    @Override
    public Exchange aggregate(@Nullable Exchange gathered, Exchange arrived) {
        var all = gathered == null ? arrived : gathered;
        var batch = all.getProperty(BATCH, PageBatch.class);
        if (batch == null) {
            batch = new PageBatch(Walks.of(arrived));
            all.setProperty(BATCH, batch);
        }
        add(batch, arrived.getMessage().getBody());
        return all;
    }

    /** The batch of the page that has just been split; an empty one for a page without records. */
    public PageBatch ofPage(Exchange exchange) {
        var batch = (PageBatch) exchange.removeProperty(BATCH);
        return (batch == null ? new PageBatch(Walks.of(exchange)) : batch)
                .keepMatches()
                .end();
    }

    private static void add(PageBatch batch, @Nullable Object body) {
        if (body instanceof StagedRecord staged) {
            batch.stage(staged);
        } else if (body instanceof RejectedRecord rejected) {
            batch.reject(rejected);
        } else if (body instanceof DecidedRecord decided && decided.decision().rule() != null) {
            batch.filter(
                    decided.record().path("id").asText(), decided.decision().rule());
        } else {
            throw RosterTrouble.local(
                    "A step of route stage-page replaced a record by something that cannot be staged: put back what it changed.");
        }
    }
}

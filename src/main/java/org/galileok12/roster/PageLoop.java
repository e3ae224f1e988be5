package org.galileok12.roster;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.galileok12.rules.Matches;
import org.galileok12.rules.SharingRules;

/** Begins the page loop of a collection, at its first page or after its checkpoint, and ends it. Safe to share. */
public final class PageLoop {

    private final SharingRules sharing;

    PageLoop(SharingRules sharing) {
        this.sharing = sharing;
    }

    /**
     * In: variables district, districtId, collection, matches, progress, cleverUri (of the first page), and checkpoint (rows of
     * find-checkpoint.sql) for a walk that may have come further. Out: variables walk and cleverUri.
     */
    public void begin(Exchange exchange) {
        var walk = walk(exchange);
        var checkpoint = exchange.getVariable("checkpoint", List.class);
        if (checkpoint != null && !checkpoint.isEmpty()) {
            var row = (Map<?, ?>) checkpoint.get(0);
            walk.goOn((int) SqlRow.number(row, "pages"), SqlRow.number(row, "fetched"), (String) row.get("last_id"));
            exchange.setVariable("cleverUri", row.get("next_uri"));
        }
        exchange.setVariable("walk", walk);
    }

    private CollectionWalk walk(Exchange exchange) {
        var district = Stage.variable(exchange, "district", String.class);
        var collection = Stage.variable(exchange, "collection", String.class);
        var progress = Stage.variable(exchange, "progress", RecordsRead.class);
        LongConsumer ofThis = soFar -> progress.records(collection, soFar);
        return new CollectionWalk(
                district,
                Stage.variable(exchange, "districtId", Integer.class),
                collection,
                sharing.forDistrict(district),
                Stage.variable(exchange, "matches", Matches.class),
                ofThis);
    }

    /** Whether pages of the collection are still to be read. In: rows of find-checkpoint.sql. */
    public boolean isUnfinished(@Body List<Map<String, Object>> rows) {
        return rows.isEmpty() || !Boolean.TRUE.equals(rows.get(0).get("done"));
    }

    /** Whether there is a page to stage, and the service is not about to stop. In: variable page. */
    public boolean goesOn(Exchange exchange) {
        return exchange.getVariable("page") != null && exchange.getContext().isStarted();
    }

    /** The loop also ends when the service stops: then the walk is not finished, and says so. */
    public void refuseUnfinished(Exchange exchange) {
        if (exchange.getVariable("page") != null) {
            throw RosterTrouble.local("The service is stopping; the run ended before it published. Start it again.");
        }
    }
}

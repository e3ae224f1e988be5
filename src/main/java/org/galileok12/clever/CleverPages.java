package org.galileok12.clever;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of a collection and decides where the next one is. Trusts Clever's {@code next} link and not the size
 * of a page, and follows it only within the same collection of the same server, and only forward. Safe for concurrent
 * use.
 */
public final class CleverPages {

    private static final String COUNT = "cleverPageCount";

    private final URI api;
    private final int maxPages;

    CleverPages(URI api, int maxPages) {
        this.api = api;
        this.maxPages = maxPages;
    }

    /** The page in the body, which was requested by {@code cleverUri}. */
    public CleverPage read(@Body JsonNode page, @Variable("cleverUri") String uri, Exchange exchange) {
        String after = CleverUri.startingAfter(uri);
        count(after == null, CleverUri.path(uri), exchange);
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode item : page.path("data")) {
            JsonNode record = item.path("data");
            records.add(record.isObject() ? record : item);
        }
        String next = NextLink.of(page, CleverUri.path(uri), api);
        if (next != null) {
            mustAdvance(after, next, CleverUri.path(uri));
        }
        if (records.isEmpty() && next != null) {
            // Clever knows such pages when it pages backwards. Forwards, taking one for the end would lose all after
            // it.
            throw ContractBroken.maybeOnlyNow(
                    "A page of " + CleverUri.path(uri) + " is empty and yet names a next page. Not taken for the end.");
        }
        return new CleverPage(records, next);
    }

    /** The one record in the body, which must be that of the district whose token asked for it. */
    public JsonNode onlyDistrict(@Body JsonNode list, @Variable("district") String district) {
        JsonNode record = list.path("data").path(0).path("data");
        if (list.path("data").size() != 1
                || !district.equalsIgnoreCase(record.path("id").asText())) {
            throw new ContractBroken("Clever answered districts with "
                    + list.path("data").size() + " records, not with exactly the district " + district + ".");
        }
        return record;
    }

    /** Path of a {@code cleverUri}, for the HTTP step. */
    public String path(@Variable("cleverUri") String uri) {
        return CleverUri.path(uri);
    }

    /** Query of a {@code cleverUri}, for the HTTP step, as Clever's link gave it. */
    public String query(@Variable("cleverUri") String uri) {
        return CleverUri.query(uri);
    }

    /** The counter is shared by reference with parallel branches, which fetch the following pages. */
    private void count(boolean first, String path, Exchange exchange) {
        var pages = exchange.getVariable(COUNT, AtomicInteger.class);
        if (first || pages == null) {
            pages = new AtomicInteger();
            exchange.setVariable(COUNT, pages);
        }
        if (pages.incrementAndGet() > maxPages) {
            throw new ContractBroken(
                    path + " has more than " + maxPages + " pages (clever.max-pages), so it looks endless.");
        }
    }

    /** Clever sorts by id, so the cursor must grow; anything else would go in circles or skip. */
    private static void mustAdvance(@Nullable String after, String next, String path) {
        String cursor = CleverUri.startingAfter(next);
        if (cursor == null || !Calls.isCleverId(cursor)) {
            throw new ContractBroken("The next link of " + path + " has no id in starting_after. Not followed.");
        }
        if (after != null && cursor.toLowerCase(Locale.ROOT).compareTo(after.toLowerCase(Locale.ROOT)) <= 0) {
            throw new ContractBroken("The next link of " + path + " does not advance: it leads from " + after + " to "
                    + cursor + ". Not followed.");
        }
    }
}

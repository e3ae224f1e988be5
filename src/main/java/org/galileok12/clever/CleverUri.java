package org.galileok12.clever;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes a {@code cleverUri} (path and query, as Clever's links give it) apart, without changing its parts. */
final class CleverUri {

    private CleverUri() {}

    static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    static String query(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? "" : uri.substring(query + 1);
    }

    /** The id after which this page begins, or null for a first page. */
    static @Nullable String startingAfter(String uri) {
        return UriComponentsBuilder.newInstance()
                .query(query(uri))
                .build()
                .getQueryParams()
                .getFirst("starting_after");
    }
}

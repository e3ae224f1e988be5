package org.galileok12.simulator;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a collection is asked for: at most {@code limit} records after or before an id.
 *
 * @param limited whether the request named a limit, since links repeat only what was asked
 */
record PageQuery(
        String version,
        String collection,
        int limit,
        boolean limited,
        @Nullable String after,
        @Nullable String before) {

    boolean v30() {
        return version.equals("v3.0");
    }

    String self() {
        if (after != null) {
            return link("starting_after", after);
        }
        return before != null ? link("ending_before", before) : path() + (limited ? "?limit=" + limit : "");
    }

    String next(String lastId) {
        return link("starting_after", lastId);
    }

    String prev(String firstId) {
        return link("ending_before", firstId);
    }

    String path() {
        return "/" + version + "/" + collection;
    }

    private String link(String parameter, String id) {
        return path() + "?" + (limited ? "limit=" + limit + "&" : "") + parameter + "=" + id;
    }
}

package org.galileok12.simulator;

/** One request that reached the local Clever: method, path and raw query ("" when there was none), never a header. */
public record RecordedRequest(String method, String path, String query) {

    /** The request line without its protocol, such as {@code GET /v3.1/users?limit=2000}. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
}

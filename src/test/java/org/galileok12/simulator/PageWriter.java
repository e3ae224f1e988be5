package org.galileok12.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes one page in Clever's list envelope, straight to UTF-8 bytes. Not thread safe; one writer a page. */
final class PageWriter {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory FACTORY = JSON.getFactory();

    private final PageQuery query;
    private final ByteArrayOutputStream bytes;
    private final JsonGenerator json;
    private int records;
    private @Nullable String first;
    private @Nullable String last;

    PageWriter(PageQuery query, int expectedBytes) {
        this.query = query;
        this.bytes = new ByteArrayOutputStream(expectedBytes);
        this.json = quietly(() -> FACTORY.createGenerator(bytes));
        quietly(() -> {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            return json;
        });
    }

    /** A record in its wrapping: {@code {"data": …, "uri": …}}. */
    void record(String id, RecordBody body) {
        quietly(() -> {
            json.writeStartObject();
            json.writeFieldName("data");
            body.writeTo(json);
            json.writeStringField("uri", query.path() + "/" + id);
            json.writeEndObject();
            return json;
        });
        count(id);
    }

    /** A list item written as it is, wrapping or not. The position is the id that paging goes on from. */
    void item(String position, String text) {
        quietly(() -> {
            json.writeRawValue(text);
            return json;
        });
        count(position);
    }

    boolean full() {
        return records >= query.limit();
    }

    /** Ends the page; {@code more} tells whether records follow it. */
    RenderedPage end(boolean more) {
        String after = last;
        boolean next = after != null && (more || query.before() != null);
        boolean prev = first != null && (query.after() != null || (query.before() != null && more));
        quietly(() -> {
            json.writeEndArray();
            json.writeArrayFieldStart("links");
            link("self", query.self());
            if (next && after != null) {
                link("next", query.next(after));
            }
            if (prev && first != null) {
                link("prev", query.prev(first));
            }
            json.writeEndArray();
            json.writeEndObject();
            json.close();
            return json;
        });
        return new RenderedPage(bytes.toByteArray(), records, next ? after : null);
    }

    private void link(String rel, String uri) throws IOException {
        json.writeStartObject();
        json.writeStringField("rel", rel);
        json.writeStringField("uri", uri);
        json.writeEndObject();
    }

    private void count(String id) {
        if (first == null) {
            first = id;
        }
        last = id;
        records++;
    }

    private static JsonGenerator quietly(Step step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException("A page of the local Clever could not be written as JSON.", e);
        }
    }

    /** Writes one JSON value, the record itself. */
    @FunctionalInterface
    interface RecordBody {
        void writeTo(JsonGenerator json) throws IOException;
    }

    @FunctionalInterface
    private interface Step {
        JsonGenerator run() throws IOException;
    }
}

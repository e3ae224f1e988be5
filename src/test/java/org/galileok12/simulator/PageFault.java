package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.common.InputStreamSource;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong on one page of one collection, once unless {@link #times} or {@link #always} says otherwise; after
 * that the page is served as it is. Several faults of one page are used up one after the other. Effects on the same
 * fault add up, such as a delay and a status.
 *
 * <p>Describe a fault before the request that meets it; its use is thread safe.
 */
public final class PageFault {

    private final String collection;
    private final int page;
    private final AtomicInteger left = new AtomicInteger(1);
    private volatile @Nullable String district;
    private volatile Runnable before = () -> {};
    private volatile UnaryOperator<Response> effect = UnaryOperator.identity();

    PageFault(String collection, int page) {
        this.collection = collection;
        this.page = page;
    }

    /** Only for this district; without it the fault meets any. */
    public PageFault in(SchoolDistrict only) {
        district = only.id();
        return this;
    }

    public PageFault times(int requests) {
        left.set(requests);
        return this;
    }

    public PageFault always() {
        return times(Integer.MAX_VALUE);
    }

    /** A status with an empty body. */
    public PageFault answer(int status) {
        return answer(status, Map.of(), "");
    }

    /** A status with a body and headers; a content type among them replaces JSON's. */
    public PageFault answer(int status, Map<String, String> headers, String body) {
        return effect(normal -> Response.Builder.like(normal)
                .status(status)
                .headers(with(normal.getHeaders(), headers))
                .body(body)
                .build());
    }

    /** 200 with this text for a JSON body, such as {@code {}}. */
    public PageFault body(String json) {
        return answer(200, Map.of(), json);
    }

    /** 200 with a maintenance page for people. */
    public PageFault html() {
        return answer(200, Map.of("content-type", "text/html; charset=utf-8"), "<html><body>Back soon.</body></html>");
    }

    /** The bytes of the page changed, for encodings that JSON tools refuse to write. */
    public PageFault bytes(UnaryOperator<byte[]> change) {
        return effect(normal -> Response.Builder.like(normal)
                .body(change.apply(normal.getBody()))
                .build());
    }

    /** Half of the body under the length of the whole, then the end of the connection. */
    public PageFault truncated() {
        return effect(normal -> {
            byte[] whole = normal.getBody();
            InputStreamSource half = () -> new ByteArrayInputStream(whole, 0, whole.length / 2);
            // In pieces, since the server would make an error page of a short answer that it has not begun to send.
            return Response.Builder.like(normal)
                    .headers(with(normal.getHeaders(), Map.of("content-length", String.valueOf(whole.length))))
                    .body(half)
                    .chunkedDribbleDelay(new ChunkedDribbleDelay(2, 0))
                    .build();
        });
    }

    /** The connection reset instead of an answer. Many clients try such a request again by themselves. */
    public PageFault reset() {
        return effect(normal -> Response.Builder.like(normal)
                .fault(Fault.CONNECTION_RESET_BY_PEER)
                .build());
    }

    /** The whole answer later. */
    public PageFault delayed(Duration delay) {
        return effect(normal -> Response.Builder.like(normal)
                .incrementInitialDelay(delay.toMillis())
                .build());
    }

    /** No answer for a minute: the client's deadline comes first. No thread of the server waits with it. */
    public PageFault hanging() {
        return delayed(Duration.ofMinutes(1));
    }

    /** The body in this many pieces spread over a time: a stall that no read deadline notices. */
    public PageFault dribbled(int pieces, Duration over) {
        ChunkedDribbleDelay slow = new ChunkedDribbleDelay(pieces, Math.toIntExact(over.toMillis()));
        return effect(normal ->
                Response.Builder.like(normal).chunkedDribbleDelay(slow).build());
    }

    /** The page, parsed, with changes of your own. */
    public PageFault changed(UnaryOperator<ObjectNode> change) {
        return effect(normal -> Response.Builder.like(normal)
                .body(edited(normal.getBody(), change))
                .build());
    }

    /** The uri of the next link replaced, or one added: the same page again, another host, another path. */
    public PageFault next(String uri) {
        return changed(body -> {
            ArrayNode links = body.withArray("links");
            for (int i = links.size() - 1; i >= 0; i--) {
                if (links.get(i).path("rel").asText().equals("next")) {
                    links.remove(i);
                }
            }
            links.addObject().put("rel", "next").put("uri", uri);
            return body;
        });
    }

    public PageFault without(String member) {
        return changed(body -> body.without(member));
    }

    /** These records once more, at the end of this page. */
    public PageFault alsoListing(ListedRecord... records) {
        return changed(body -> {
            for (ListedRecord each : records) {
                ObjectNode item = body.withArray("data").addObject();
                item.set("data", each.json());
                item.put("uri", "/v3.1/" + collection + "/" + each.id());
            }
            return body;
        });
    }

    /** Runs just before the page is made, on a server thread: a roster that changes in the middle of a walk. */
    public PageFault before(Runnable change) {
        before = change;
        return this;
    }

    boolean matches(String ofDistrict, String ofCollection, int ofPage) {
        String only = district;
        return (only == null || only.equals(ofDistrict))
                && collection.equals(ofCollection)
                && (page == 0 || page == ofPage);
    }

    boolean take() {
        return left.getAndUpdate(n -> n > 0 && n < Integer.MAX_VALUE ? n - 1 : n) > 0;
    }

    void runBefore() {
        before.run();
    }

    Response apply(Response normal) {
        return effect.apply(normal);
    }

    private PageFault effect(UnaryOperator<Response> next) {
        UnaryOperator<Response> first = effect;
        effect = normal -> next.apply(first.apply(normal));
        return this;
    }

    private static HttpHeaders with(HttpHeaders headers, Map<String, String> replacing) {
        HttpHeaders kept = new HttpHeaders(headers.all().stream()
                .filter(header -> replacing.keySet().stream().noneMatch(header.key()::equalsIgnoreCase))
                .toList());
        for (Map.Entry<String, String> each : replacing.entrySet()) {
            kept = kept.plus(new HttpHeader(each.getKey(), each.getValue()));
        }
        return kept;
    }

    private static byte[] edited(byte[] body, UnaryOperator<ObjectNode> change) {
        try {
            return change.apply((ObjectNode) PageWriter.JSON.readTree(body))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A fault can change only a page of JSON.", e);
        }
    }
}

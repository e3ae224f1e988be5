package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link GeneratedRoster} as a {@link LocalClever} serves it: each page made when asked for, or rendered once
 * beforehand and served from memory.
 *
 * <p>Thread safe. Showing another variant lets go of the rendered pages of the one before, so that memory holds one.
 */
public final class GeneratedDistrict implements ServedDistrict {

    private static final List<String> COLLECTIONS = List.of("schools", "terms", "courses", "users", "sections");

    private final Authorisations authorisations;
    private volatile GeneratedRoster roster;
    private volatile Map<PageQuery, RenderedPage> rendered = Map.of();
    private volatile Instant lastSync = Moments.LAST_SYNC;

    public GeneratedDistrict(GeneratedRoster roster) {
        this.roster = roster;
        this.authorisations = new Authorisations(roster.id());
    }

    /** Renders every page of this size and keeps the bytes of each once. Other sizes are still made on demand. */
    public GeneratedDistrict renderAll(String version, int pageSize) {
        Map<PageQuery, RenderedPage> pages = new HashMap<>();
        for (String collection : COLLECTIONS) {
            String after = null;
            do {
                PageQuery query = new PageQuery(version, collection, pageSize, true, after, null);
                RenderedPage page = roster.page(query);
                pages.put(query, page);
                after = page.nextAfter();
            } while (after != null);
        }
        rendered = Map.copyOf(pages);
        return this;
    }

    /** Serves another variant from now on, pages made on demand until they are rendered again. */
    public GeneratedDistrict show(GeneratedRoster other) {
        if (!other.id().equals(id())) {
            throw new IllegalArgumentException("A district can show only variants of its own seed.");
        }
        rendered = Map.of();
        roster = other;
        return this;
    }

    /** When Clever last read its student information system; a variant was read a day later. */
    public GeneratedDistrict lastSync(Instant moment) {
        lastSync = moment;
        return this;
    }

    /** Records in the rendered pages. */
    public long records() {
        return pages().stream().mapToLong(RenderedPage::records).sum();
    }

    /** Bytes of the rendered pages. */
    public long bytes() {
        return pages().stream().mapToLong(page -> page.bytes().length).sum();
    }

    public String token() {
        return authorisations.token();
    }

    @Override
    public String id() {
        return roster.id();
    }

    @Override
    public List<Authorisation> authorisations() {
        return authorisations.all();
    }

    @Override
    public ObjectNode districtRecord() {
        return PlausibleFields.district(id(), roster.name())
                .put("last_sync", Moments.text(roster.isChanged() ? lastSync.plusSeconds(86_400) : lastSync));
    }

    @Override
    public RenderedPage page(PageQuery query) {
        RenderedPage ready = rendered.get(query);
        return ready != null ? ready : roster.page(query);
    }

    @Override
    public @Nullable ObjectNode person(String id) {
        return roster.person(id);
    }

    private Collection<RenderedPage> pages() {
        return rendered.values();
    }
}

package org.galileok12.roster;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.galileok12.rules.DistrictSharing;
import org.galileok12.rules.Matches;
import org.jspecify.annotations.Nullable;

/**
 * Knows how far the walk over one collection has come within this process: numbers its records and watches that their ids
 * ascend, as Clever promises. The pages of a collection are staged one after the other; not for use by two at once.
 */
public final class CollectionWalk {

    private final String district;
    private final int districtId;
    private final String collection;
    private final DistrictSharing sharing;
    private final Matches matches;
    private final LongConsumer progress;
    private long seq;
    private int pages;
    private @Nullable String greatestId;
    private final Set<String> told = new HashSet<>();

    CollectionWalk(
            String district,
            int districtId,
            String collection,
            DistrictSharing sharing,
            Matches matches,
            LongConsumer progress) {
        this.district = district;
        this.districtId = districtId;
        this.collection = collection;
        this.sharing = sharing;
        this.matches = matches;
        this.progress = progress;
    }

    String district() {
        return district;
    }

    int districtId() {
        return districtId;
    }

    String collection() {
        return collection;
    }

    DistrictSharing sharing() {
        return sharing;
    }

    Matches matches() {
        return matches;
    }

    @Nullable String greatestId() {
        return greatestId;
    }

    /** Begins after what an earlier process staged. */
    void goOn(int pagesStaged, long recordsStaged, @Nullable String lastId) {
        pages = pagesStaged;
        seq = recordsStaged;
        greatestId = lastId;
    }

    /** Values of sharing rules that have met a record since this was asked last. */
    List<String> newlyMatched() {
        return matches.matched().stream().filter(told::add).toList();
    }

    /** The number of the page about to be staged, 1 for the first. */
    int nextPage() {
        progress.accept(seq);
        return ++pages;
    }

    long nextSeq() {
        return ++seq;
    }

    /** Whether this id is greater than all before it; remembers it. */
    boolean ascends(String id) {
        if (greatestId != null && greatestId.compareTo(id) >= 0) {
            return false;
        }
        greatestId = id;
        return true;
    }
}

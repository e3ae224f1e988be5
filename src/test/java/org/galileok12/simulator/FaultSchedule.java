package org.galileok12.simulator;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Which answers go wrong, and the page numbers that faults are told by. Thread safe. */
final class FaultSchedule {

    private final List<PageFault> faults = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> pageOfCursor = new ConcurrentHashMap<>();

    PageFault add(String collection, int page) {
        PageFault fault = new PageFault(collection, page);
        faults.add(fault);
        return fault;
    }

    /** The first fault that is meant for this page and not used up; it is used up by one. */
    @Nullable PageFault take(String district, String collection, int page) {
        for (PageFault fault : faults) {
            if (fault.matches(district, collection, page) && fault.take()) {
                return fault;
            }
        }
        return null;
    }

    /** The number of the page that starts after a cursor: 1 without one, 0 for a cursor that no page has led to. */
    int pageOf(String district, String collection, @Nullable String after) {
        return after == null ? 1 : pageOfCursor.getOrDefault(key(district, collection, after), 0);
    }

    void led(String district, String collection, String after, int page) {
        pageOfCursor.put(key(district, collection, after), page);
    }

    void clear() {
        faults.clear();
        pageOfCursor.clear();
    }

    private static String key(String district, String collection, String after) {
        return district + "/" + collection + "/" + after;
    }
}

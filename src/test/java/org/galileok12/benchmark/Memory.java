package org.galileok12.benchmark;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GarbageCollectorMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Peak memory of this process between two looks. Resident memory only on Linux, elsewhere 0. */
final class Memory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR_REFS = Path.of("/proc/self/clear_refs");

    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final AtomicLong peakHeap = new AtomicLong();

    Memory() {
        for (var collector : ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
            ((NotificationEmitter) collector)
                    .addNotificationListener((event, handback) -> collected(event), null, null);
        }
    }

    /** Collects garbage and forgets the peaks so far. */
    void reset() {
        System.gc();
        peakHeap.set(used());
        if (Files.isWritable(CLEAR_REFS)) {
            try {
                Files.writeString(CLEAR_REFS, "5");
            } catch (IOException e) {
                throw new UncheckedIOException("The peak of resident memory could not be reset.", e);
            }
        }
    }

    /** The most that the heap held before any collection, garbage included. */
    long peakHeapMegabytes() {
        return peakHeap.accumulateAndGet(used(), Math::max) >> 20;
    }

    static long peakResidentMegabytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("Resident memory could not be read.", e);
        }
    }

    private void collected(Notification event) {
        if (event.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            var before = GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData())
                    .getGcInfo()
                    .getMemoryUsageBeforeGc();
            peakHeap.accumulateAndGet(sum(before), Math::max);
        }
    }

    private long sum(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}

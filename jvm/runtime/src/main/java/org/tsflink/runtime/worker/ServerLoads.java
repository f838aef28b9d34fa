package org.tsflink.runtime.worker;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many workers this JVM has of each server, and which server gave none lately. */
final class ServerLoads {
    private static final long LATELY = TimeUnit.SECONDS.toNanos(30);

    private final Map<InetSocketAddress, Integer> workers = new HashMap<>();
    private final Map<InetSocketAddress, Long> failures = new HashMap<>();

    /** Takes the server with the fewest workers out of a list, and counts one more for it. */
    synchronized WorkerAddress.Resolved take(List<WorkerAddress.Resolved> servers) {
        // Of equals any: other JVMs must not all begin with the same one.
        Collections.shuffle(servers);
        WorkerAddress.Resolved best =
                Collections.min(
                        servers,
                        Comparator.comparing(this::hasFailedLately)
                                .thenComparing(s -> workers.getOrDefault(s.address(), 0)));
        servers.remove(best);
        workers.merge(best.address(), 1, Integer::sum);
        return best;
    }

    private boolean hasFailedLately(WorkerAddress.Resolved server) {
        Long at = failures.get(server.address());
        return at != null && System.nanoTime() - at < LATELY;
    }

    /** A worker is gone, or was not to be had. */
    synchronized void giveBack(WorkerAddress.Resolved server, boolean failed) {
        workers.computeIfPresent(server.address(), (key, n) -> n > 1 ? n - 1 : null);
        if (failed) {
            failures.put(server.address(), System.nanoTime());
        } else {
            failures.remove(server.address());
        }
    }
}

package org.tsflink.runtime.worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.runtime.engine.Detached;

import javax.annotation.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Workers that are started before they are needed, as many as {@code tsflink.process.warm-workers}
 * says. Fresh ones: none has run functions, so that nothing of a job comes to another one. They are
 * kept ready from the first use of a kind on, until none was needed for a while.
 */
final class WarmWorkers implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmWorkers.class);
    private static final Map<WorkerSettings.Kind, WarmWorkers> ALL = new HashMap<>();

    private final WorkerSettings settings;
    private final long heapLimitBytes;
    private final Deque<Worker> ready = new ArrayDeque<>();
    private long takenAt;

    private WarmWorkers(WorkerSettings settings, long heapLimitBytes) {
        this.settings = settings;
        this.heapLimitBytes = heapLimitBytes;
    }

    /** A worker that is ready, or null; from then on others are made ready. */
    @Nullable
    static Worker take(WorkerSettings settings, long heapLimitBytes) {
        synchronized (ALL) {
            WarmWorkers warm =
                    ALL.computeIfAbsent(
                            settings.kind(heapLimitBytes),
                            kind -> new WarmWorkers(settings, heapLimitBytes).begin());
            warm.takenAt = System.nanoTime();
            ALL.notifyAll();
            for (Worker next = warm.ready.poll(); next != null; next = warm.ready.poll()) {
                if (!next.isLost()) {
                    return next;
                }
                next.close();
            }
            return null;
        }
    }

    private WarmWorkers begin() {
        Detached.run(
                () -> {
                    Thread thread = new Thread(this, "tsflink-warm-workers");
                    thread.setDaemon(true);
                    thread.start();
                    return thread;
                });
        return this;
    }

    @Override
    public void run() {
        try {
            while (awaitNeed()) {
                Worker worker = settings.startNew(heapLimitBytes);
                synchronized (ALL) {
                    ready.add(worker);
                }
            }
        } catch (WorkerException e) {
            LOG.warn("No worker could be made ready", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    // Whether one more is to be made ready; false when none was needed for too long.
    private boolean awaitNeed() throws InterruptedException {
        synchronized (ALL) {
            while (ready.size() >= settings.warmWorkers()) {
                long idle = (System.nanoTime() - takenAt) / 1_000_000;
                long left = settings.warmTime().toMillis() - idle;
                if (left <= 0) {
                    return false;
                }
                ALL.wait(left);
            }
            return true;
        }
    }

    private void end() {
        synchronized (ALL) {
            ALL.remove(settings.kind(heapLimitBytes), this);
            ready.forEach(Worker::close);
            ready.clear();
        }
    }
}

package org.tsflink.runtime.worker;

import org.tsflink.runtime.engine.Detached;

import javax.annotation.Nullable;

/** A worker that starts when it is first needed. */
final class SharedWorker {
    private final WorkerSource source;
    private final long heapLimitBytes;
    @Nullable private volatile Worker worker;

    /** How many hold it; guarded by {@link Workers}. */
    int users;

    SharedWorker(WorkerSource source, long heapLimitBytes) {
        this.source = source;
        this.heapLimitBytes = heapLimitBytes;
    }

    /** The worker, which is waited for. */
    synchronized Worker get() throws WorkerException, InterruptedException {
        if (worker == null) {
            try {
                worker = Detached.call(() -> source.start(heapLimitBytes));
            } catch (WorkerException | InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        return worker;
    }

    boolean isLost() {
        Worker current = worker;
        return current != null && current.isLost();
    }

    long heapUsed() {
        Worker current = worker;
        return current == null ? 0 : current.heapUsed();
    }

    synchronized void close() {
        if (worker != null) {
            worker.close();
        }
    }
}

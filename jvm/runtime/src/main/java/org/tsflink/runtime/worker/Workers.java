package org.tsflink.runtime.worker;

import org.tsflink.runtime.engine.EngineHandle;
import org.tsflink.runtime.engine.FunctionEngine;

import java.util.HashMap;
import java.util.Map;

/** Runs functions in Node processes that this JVM starts, watches and ends. */
public class Workers implements FunctionEngine {
    private final Map<Object, SharedWorker> workers = new HashMap<>();

    @Override
    public EngineHandle acquire(
            long timeoutNanos, long heapLimitBytes, Map<String, String> settings) {
        WorkerSource source = source(settings);
        Object key = source.key(heapLimitBytes);
        SharedWorker worker = retain(key, source, heapLimitBytes);
        return new WorkerSession(
                worker, source.timeoutNanos(timeoutNanos), () -> release(key, worker));
    }

    /** Where its workers come from. */
    WorkerSource source(Map<String, String> settings) {
        return WorkerSettings.of(settings);
    }

    @Override
    public synchronized int count() {
        return workers.size();
    }

    private synchronized SharedWorker retain(Object key, WorkerSource source, long heapLimitBytes) {
        SharedWorker worker = workers.get(key);
        if (worker == null || worker.isLost()) {
            // Those who share the one that is lost have yet to find out.
            worker = new SharedWorker(source, heapLimitBytes);
            workers.put(key, worker);
        }
        worker.users++;
        return worker;
    }

    private void release(Object key, SharedWorker worker) {
        synchronized (this) {
            if (--worker.users > 0) {
                return;
            }
            workers.remove(key, worker);
        }
        worker.close();
    }
}

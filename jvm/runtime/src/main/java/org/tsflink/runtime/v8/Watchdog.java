package org.tsflink.runtime.v8;

import org.tsflink.runtime.engine.Detached;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The thread that watches over the isolates; it lives as long as there are any. */
final class Watchdog {
    static final long INTERVAL_MILLIS = 50;

    private static final List<Guard> GUARDS = new CopyOnWriteArrayList<>();
    private static Thread thread;

    private Watchdog() {}

    static synchronized void add(Guard guard) {
        GUARDS.add(guard);
        if (thread == null) {
            thread = Detached.run(Watchdog::start);
        }
    }

    static synchronized void remove(Guard guard) {
        GUARDS.remove(guard);
        if (GUARDS.isEmpty() && thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private static Thread start() {
        Thread started = new Thread(Watchdog::watch, "tsflink-watchdog");
        started.setDaemon(true);
        started.start();
        return started;
    }

    private static void watch() {
        try {
            while (true) {
                Thread.sleep(INTERVAL_MILLIS);
                GUARDS.forEach(Guard::check);
            }
        } catch (InterruptedException e) {
            // The last isolate is closed.
        }
    }
}

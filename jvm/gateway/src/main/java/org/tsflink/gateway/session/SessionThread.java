package org.tsflink.gateway.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread of a session: its calls run one after the other, as a TableEnvironment wants. */
final class SessionThread extends ThreadPoolExecutor {

    // Deep plans recurse in Flink's and Calcite's visitors; memory is only taken when it is used.
    private static final long STACK_BYTES = 512L * 1024 * 1024;
    // A job whose submission is interrupted may run nevertheless, and nobody could cancel it.
    private static final long GRACE_SECONDS = 30;

    SessionThread(String name) {
        super(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(null, task, name, STACK_BYTES);
                    thread.setDaemon(true);
                    thread.setContextClassLoader(SessionThread.class.getClassLoader());
                    return thread;
                });
    }

    /** Ends after the call that runs, which is interrupted only if it goes on for long. */
    void end() {
        shutdown();
        getQueue().clear();
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS)
                .execute(this::shutdownNow);
    }
}

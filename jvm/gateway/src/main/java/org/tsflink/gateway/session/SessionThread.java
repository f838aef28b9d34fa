package org.tsflink.gateway.session;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread of a session: its calls run one after the other, as a TableEnvironment wants. */
final class SessionThread extends ThreadPoolExecutor {

    // Deep plans recurse in Flink's and Calcite's visitors; memory is only taken when it is used.
    private static final long STACK_BYTES = 512L * 1024 * 1024;

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
}

package org.tsflink.runtime.engine;

import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Starts what outlives the job that first needs it. A new thread remembers the class loader of its
 * creator, and the protection domains, with their class loaders, of all that is on the stack: that
 * would keep alive the class loader of a job that brings this runtime along.
 */
public final class Detached {
    private Detached() {}

    @SuppressWarnings("removal") // ever since, threads remember no protection domains
    public static <T> T run(PrivilegedAction<T> start) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(Detached.class.getClassLoader());
        try {
            return AccessController.doPrivileged(start);
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}

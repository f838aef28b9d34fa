package org.tsflink.runtime.engine;

import org.apache.flink.util.function.SupplierWithException;

import java.security.AccessController;
import java.security.PrivilegedAction;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;

/**
 * Starts what outlives the job that first needs it. A new thread remembers the class loader of its
 * creator, and the protection domains, with their class loaders, of all that is on the stack: that
 * would keep alive the class loader of a job that brings this runtime along.
 */
public final class Detached {
    private Detached() {}

    @SuppressWarnings("removal") // ever since, threads remember no protection domains
    public static <T> T run(PrivilegedAction<T> start) {
        return outOfContext(() -> AccessController.doPrivileged(start));
    }

    /** The same for what may fail. */
    @SuppressWarnings("removal")
    public static <T> T call(PrivilegedExceptionAction<T> start) throws Exception {
        try {
            return outOfContext(() -> AccessController.doPrivileged(start));
        } catch (PrivilegedActionException e) {
            throw e.getException();
        }
    }

    private static <T, E extends Exception> T outOfContext(SupplierWithException<T, E> start)
            throws E {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(Detached.class.getClassLoader());
        try {
            return start.get();
        } finally {
            thread.setContextClassLoader(own);
        }
    }
}

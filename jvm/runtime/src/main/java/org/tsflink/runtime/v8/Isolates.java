package org.tsflink.runtime.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.options.NodeRuntimeOptions;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.HashMap;
import java.util.Map;

/**
 * The isolates of this JVM (of this class loader, to be exact): one for each task thread that runs
 * functions, shared by the operators of the subtask and closed with the last of them.
 */
public final class Isolates {
    private static final Map<Thread, Isolate> ISOLATES = new HashMap<>();
    private static V8Host host;
    private static long heapLimitMegabytes;

    private Isolates() {}

    /** The isolate of the calling thread, to be given back by {@link Isolate#release}. */
    public static synchronized Isolate acquire(FunctionOptions options) {
        Thread thread = Thread.currentThread();
        Isolate isolate = ISOLATES.get(thread);
        if (isolate == null) {
            isolate = new Isolate(createRuntime(options), options, () -> remove(thread));
            ISOLATES.put(thread, isolate);
        }
        return isolate.retain();
    }

    /** How many isolates live. */
    public static synchronized int count() {
        return ISOLATES.size();
    }

    private static synchronized void remove(Thread thread) {
        ISOLATES.remove(thread);
    }

    // The heap limit is a flag of the process that V8 reads when it creates an isolate. Before the
    // library is loaded
    // Javet passes it on; later only v8.setFlagsFromString reaches it, from within any isolate: a
    // short-lived one, for
    // the rare job whose limit differs from that of the job before it. (Node's console arguments do
    // not reach it: they
    // have no effect in the first isolate.)
    private static NodeRuntime createRuntime(FunctionOptions options) {
        long megabytes = Math.max(16, options.heapLimitBytes() >> 20);
        try {
            if (host == null) {
                NodeRuntimeOptions.V8_FLAGS.setMaxOldSpaceSize(Math.toIntExact(megabytes));
                host = NativeLibrary.load();
            } else if (heapLimitMegabytes != megabytes) {
                try (NodeRuntime setter = host.createV8Runtime()) {
                    setter.getExecutor(
                                    "require('v8').setFlagsFromString('--max-old-space-size="
                                            + megabytes
                                            + "')")
                            .executeVoid();
                }
            }
            heapLimitMegabytes = megabytes;
            return host.createV8Runtime();
        } catch (JavetException e) {
            throw new FlinkRuntimeException("V8 could not be started: " + e.getMessage(), e);
        }
    }
}

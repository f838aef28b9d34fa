package org.tsflink.runtime.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.options.NodeRuntimeOptions;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.engine.Detached;
import org.tsflink.runtime.engine.FunctionEngine;

import java.util.HashMap;
import java.util.Map;

/**
 * The isolates of this JVM: one for each task thread that runs functions, shared by the operators
 * of the subtask and closed with the last of them.
 */
public final class Isolates implements FunctionEngine {
    private final Map<Thread, Isolate> isolates = new HashMap<>();
    private V8Host host;
    private long heapLimitMegabytes;

    @Override
    public synchronized Isolate acquire(
            long timeoutNanos, long heapLimitBytes, Map<String, String> settings) {
        Thread thread = Thread.currentThread();
        Isolate isolate = isolates.get(thread);
        if (isolate == null) {
            NodeRuntime runtime = createRuntime(heapLimitBytes);
            isolate = new Isolate(runtime, timeoutNanos, heapLimitBytes, () -> remove(thread));
            isolates.put(thread, isolate);
        }
        return isolate.retain();
    }

    @Override
    public synchronized int count() {
        return isolates.size();
    }

    private synchronized void remove(Thread thread) {
        isolates.remove(thread);
    }

    // The heap limit is a flag of the process that V8 reads when it creates an isolate. Javet sets
    // it when it loads the library; later only v8.setFlagsFromString reaches it, from within any
    // isolate: a short-lived one, for the rare job whose limit differs from that of the job before.
    // (Node's console arguments have no effect in the first isolate.)
    private NodeRuntime createRuntime(long heapLimitBytes) {
        long megabytes = Math.max(16, heapLimitBytes >> 20);
        try {
            if (host == null) {
                NodeRuntimeOptions.V8_FLAGS.setMaxOldSpaceSize(Math.toIntExact(megabytes));
                host = Detached.run(NativeLibrary::load);
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

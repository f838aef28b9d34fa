package org.tsflink.runtime.v8;

import com.caoccao.javet.enums.V8AwaitMode;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueObject;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.engine.EngineHandle;
import org.tsflink.runtime.function.FunctionLogs;

import javax.annotation.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntSupplier;

/**
 * One V8 with Node, and in it the JavaScript side of this runtime
 * (packages/runtime/src/embedded/entry.ts).
 */
public final class Isolate implements EngineHandle {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final IntSupplier NO_ROWS = () -> -1;
    private static final String SCRIPT = "tsflink-runtime.cjs";
    private static final long MEMORY_CHECK_NANOS = Duration.ofMillis(100).toNanos();

    private final NodeRuntime runtime;
    private final long timeoutNanos;
    private final long heapLimitBytes;
    private final Guard guard;
    private final Runnable onClose;
    private V8ValueObject entry;
    private JavetCallbackContext logContext;
    private int users;
    private long memoryCheckedAt = System.nanoTime() - MEMORY_CHECK_NANOS;
    private volatile long heapUsed;

    Isolate(NodeRuntime runtime, long timeoutNanos, long heapLimitBytes, Runnable onClose) {
        this.runtime = runtime;
        this.timeoutNanos = timeoutNanos;
        this.heapLimitBytes = heapLimitBytes;
        this.onClose = onClose;
        guard = new Guard(runtime, timeoutNanos, heapLimitBytes);
        try {
            // Readers and writers are generated; so is the code of many libraries.
            runtime.allowEval(true);
            entry =
                    runtime.getExecutor(
                                    "(() => { const module = { exports: {} }; const exports = module.exports;"
                                            + script()
                                            + "\nreturn module.exports; })()")
                            .execute();
            start();
        } catch (JavetException e) {
            throw new FlinkRuntimeException("V8 could not be prepared: " + e.getMessage(), e);
        }
        Watchdog.add(guard);
    }

    Isolate retain() {
        users++;
        return this;
    }

    @Override
    public void release() {
        if (--users > 0) {
            return;
        }
        onClose.run();
        Watchdog.remove(guard);
        try {
            entry.close();
            runtime.removeCallbackContext(logContext.getHandle());
            // Or Node would first run its event loop until it is empty: for ever, if a function set
            // an interval.
            runtime.setStopping(true);
            runtime.close(true);
        } catch (JavetException e) {
            throw new FlinkRuntimeException("V8 could not be closed: " + e.getMessage(), e);
        }
    }

    @Override
    public String load(String hash, String name, byte[] code, byte[] sourceMap, String directory) {
        String[] failure = new String[1];
        String ended =
                guarded(
                        NO_ROWS,
                        () -> {
                            if (!entry.invokeBoolean("hasArtifact", hash)) {
                                failure[0] =
                                        entry.invokeString(
                                                "loadArtifact",
                                                hash,
                                                name,
                                                utf8(code),
                                                utf8(sourceMap),
                                                directory);
                            }
                        });
        return ended != null ? ended(ended, null, null) : failure[0];
    }

    @Override
    public V8Program createProgram(
            String spec,
            byte[] constants,
            @Nullable IntBinaryOperator host,
            Function<String[], Object> services) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(constants.length).put(constants);
        HostCallback callback = new HostCallback(runtime, host, services);
        V8Program[] program = new V8Program[1];
        String ended =
                guarded(
                        NO_ROWS,
                        () -> {
                            try (V8ValueArrayBuffer buffer =
                                            runtime.createV8ValueArrayBuffer(bytes);
                                    V8ValueObject object = callback.bind()) {
                                program[0] =
                                        new V8Program(
                                                this,
                                                entry.invoke("createProgram", spec, buffer, object),
                                                callback);
                            }
                        });
        if (ended != null) {
            throw new FlinkRuntimeException("V8 could not make the program: " + ended);
        }
        return program[0];
    }

    @Override
    public String runEvents() {
        String ended = guarded(NO_ROWS, () -> runtime.await(V8AwaitMode.RunNoWait));
        try {
            if (ended == null && isOverMemory()) {
                ended = Guard.OUT_OF_MEMORY;
            }
        } catch (JavetException e) {
            throw failed(e);
        }
        return ended == null ? null : ended(ended, null, null);
    }

    @Override
    public long heapUsed() {
        return heapUsed;
    }

    NodeRuntime runtime() {
        return runtime;
    }

    /** The failure, as JSON, for a call that the guard ended. */
    String ended(String code, String functionName, String row) {
        String detail =
                code.equals(Guard.TIMEOUT)
                        ? "did not end within "
                                + timeoutNanos / 1_000_000
                                + " ms for one row; is there an endless loop? (tsflink.function.timeout)"
                        : "took more than "
                                + (heapLimitBytes >> 20)
                                + " MB of memory (tsflink.function.heap-limit)";
        ObjectNode failure = MAPPER.createObjectNode();
        return failure.put("code", code)
                .put("functionName", functionName)
                .put("detail", detail)
                .put("row", row)
                .toString();
    }

    /**
     * Whether Buffers hold more memory than they may; looks only now and then, for it takes some
     * time.
     */
    boolean isOverMemory() throws JavetException {
        long now = System.nanoTime();
        if (now - memoryCheckedAt < MEMORY_CHECK_NANOS) {
            return false;
        }
        memoryCheckedAt = now;
        heapUsed = entry.invokeLong("heapUsed");
        return guard.isOver(entry.invokeLong("externalMemory"));
    }

    interface Call {
        void run() throws JavetException;
    }

    /** Makes a call under the guard; returns the code of what the guard ended it for, or null. */
    String guarded(IntSupplier progress, Call call) {
        JavetException failure = null;
        String ended;
        guard.enter(progress);
        try {
            call.run();
        } catch (JavetException e) {
            failure = e;
        } finally {
            ended = guard.exit();
        }
        if (ended == null && failure != null) {
            throw failed(failure);
        }
        return ended;
    }

    static FlinkRuntimeException failed(JavetException e) {
        return new FlinkRuntimeException("V8 failed: " + e.getMessage(), e);
    }

    private void start() throws JavetException {
        IJavetDirectCallable.NoThisAndNoResult<Exception> log =
                values ->
                        FunctionLogs.write(
                                values[0].asString(), values[1].asString(), values[2].asString());
        try (V8ValueObject host = runtime.createV8ValueObject()) {
            logContext =
                    new JavetCallbackContext(
                            "log", JavetCallbackType.DirectCallNoThisAndNoResult, log);
            host.bindFunction(logContext);
            entry.invokeVoid("start", host);
        }
    }

    private static String script() {
        try (InputStream in = Isolate.class.getResourceAsStream(SCRIPT)) {
            return utf8(in.readAllBytes());
        } catch (IOException e) {
            throw new FlinkRuntimeException("Cannot read " + SCRIPT, e);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

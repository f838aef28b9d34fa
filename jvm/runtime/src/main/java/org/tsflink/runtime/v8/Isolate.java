package org.tsflink.runtime.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueObject;
import org.apache.flink.util.FlinkRuntimeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.runtime.function.Artifact;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * One V8 with Node, and in it the JavaScript side of this runtime
 * (packages/runtime/src/embedded/entry.ts).
 */
public final class Isolate {
    private static final Logger FUNCTIONS = LoggerFactory.getLogger("org.tsflink.functions");
    private static final String SCRIPT = "tsflink-runtime.cjs";
    private static final long MEMORY_CHECK_NANOS = Duration.ofMillis(100).toNanos();

    private final NodeRuntime runtime;
    private final FunctionOptions options;
    private final Guard guard;
    private final Runnable onClose;
    private V8ValueObject entry;
    private JavetCallbackContext logContext;
    private int users;
    private long memoryCheckedAt = System.nanoTime();

    Isolate(NodeRuntime runtime, FunctionOptions options, Runnable onClose) {
        this.runtime = runtime;
        this.options = options;
        this.onClose = onClose;
        guard = new Guard(runtime, options.timeout().toNanos(), options.heapLimitBytes());
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

    /** Gives the isolate back; the last user closes it. */
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

    /**
     * Compiles the calls of an operator; the functions' artifacts are loaded if they are not yet.
     */
    public CalcProgram createProgram(
            List<FunctionDescriptor> functions, String spec, byte[] constants) {
        for (FunctionDescriptor function : functions) {
            load(function.artifact(), function.name());
        }
        ByteBuffer constantsBuffer = ByteBuffer.allocateDirect(constants.length).put(constants);
        return guarded(
                functions.get(0).name(),
                () -> {
                    try (V8ValueArrayBuffer bytes =
                            runtime.createV8ValueArrayBuffer(constantsBuffer)) {
                        V8Value created = entry.invoke("createProgram", spec, bytes);
                        if (created instanceof V8ValueObject program) {
                            return new CalcProgram(this, program);
                        }
                        throw Failures.fromJson(created.asString(), functions.get(0).name());
                    }
                });
    }

    private void load(Artifact artifact, String functionName) {
        String failure =
                guarded(
                        functionName,
                        () ->
                                entry.invokeBoolean("hasArtifact", artifact.hash())
                                        ? null
                                        : entry.invokeString(
                                                "loadArtifact",
                                                artifact.hash(),
                                                artifact.name(),
                                                utf8(artifact.code()),
                                                utf8(artifact.sourceMap())));
        if (failure != null) {
            throw Failures.fromJson(failure, functionName);
        }
    }

    NodeRuntime runtime() {
        return runtime;
    }

    Guard guard() {
        return guard;
    }

    /** The exception for a call that the guard ended. */
    FunctionException ended(Code why, String functionName, String row) {
        String detail =
                why == Code.FUNCTION_TIMEOUT
                        ? "did not end within "
                                + options.timeout().toMillis()
                                + " ms; is there an endless loop? (tsflink.function.timeout)"
                        : "took more than "
                                + (options.heapLimitBytes() >> 20)
                                + " MB of memory (tsflink.function.heap-limit)";
        return new FunctionException(why, functionName, detail, null, null, row);
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
        return guard.isOver(entry.invokeLong("externalMemory"));
    }

    interface Call<T> {
        T run() throws JavetException;
    }

    private <T> T guarded(String functionName, Call<T> call) {
        guard.enter();
        T result = null;
        JavetException failure = null;
        Code why;
        try {
            result = call.run();
        } catch (JavetException e) {
            failure = e;
        } finally {
            why = guard.exit();
        }
        if (why != null) {
            throw ended(why, functionName, null);
        }
        if (failure != null) {
            throw new FlinkRuntimeException("V8 failed: " + failure.getMessage(), failure);
        }
        return result;
    }

    private void start() throws JavetException {
        IJavetDirectCallable.NoThisAndNoResult<Exception> log =
                values -> log(values[0].asString(), values[1].asString(), values[2].asString());
        try (V8ValueObject host = runtime.createV8ValueObject()) {
            logContext =
                    new JavetCallbackContext(
                            "log", JavetCallbackType.DirectCallNoThisAndNoResult, log);
            host.bindFunction(logContext);
            entry.invokeVoid("start", host);
        }
    }

    private static void log(String level, String function, String text) {
        String line = function.isEmpty() ? text : "[" + function + "] " + text;
        switch (level) {
            case "DEBUG" -> FUNCTIONS.debug(line);
            case "WARN" -> FUNCTIONS.warn(line);
            case "ERROR" -> FUNCTIONS.error(line);
            default -> FUNCTIONS.info(line);
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

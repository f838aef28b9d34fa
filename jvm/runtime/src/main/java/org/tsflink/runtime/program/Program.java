package org.tsflink.runtime.program;

import org.apache.flink.table.functions.FunctionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.runtime.engine.EngineHandle;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.engine.EngineOptions;
import org.tsflink.runtime.engine.Engines;
import org.tsflink.runtime.engine.ProgramHandle;
import org.tsflink.runtime.function.Artifact;
import org.tsflink.runtime.function.Failures;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.FunctionServices;
import org.tsflink.runtime.metrics.ProgramMetrics;

import javax.annotation.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * A program of the JavaScript side, in the engine of the thread that makes it: what one operator
 * asks of its functions. Failures are thrown as {@link
 * org.tsflink.runtime.function.FunctionException}.
 */
public final class Program implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final EngineHandle engine;
    private final ProgramHandle program;
    private final ProgramMetrics metrics;
    private final List<FunctionDescriptor> functions;
    private SharedBuffer[] bound = {};
    private long begun;

    /**
     * @param spec what the program is, as JSON; its {@code program} names the kind
     * @param functions the functions that it calls
     * @param constants bytes that come with the spec
     * @param host what the program calls back, with an operation and a number of its own; or null
     * @param context the task that the functions run in
     */
    public Program(
            String spec,
            List<FunctionDescriptor> functions,
            byte[] constants,
            @Nullable IntBinaryOperator host,
            FunctionContext context,
            FunctionOptions options) {
        this.functions = functions;
        EngineOptions chosen = options.engine().of(engineOf(functions));
        engine =
                Engines.of(chosen.kind())
                        .acquire(
                                options.timeout().toNanos(),
                                options.heapLimitBytes(),
                                chosen.settingsOf(context));
        try {
            metrics = new ProgramMetrics(context.getMetricGroup(), functions, engine::heapUsed);
            program = create(spec, constants, host, context);
        } catch (RuntimeException e) {
            engine.release();
            throw e;
        }
    }

    // The planner puts functions of one engine in a program.
    @Nullable
    private static EngineKind engineOf(List<FunctionDescriptor> functions) {
        EngineKind engine = functions.get(0).engine();
        for (FunctionDescriptor function : functions) {
            if (function.engine() != engine) {
                throw new IllegalStateException(
                        "Functions of several engines in one program: " + functions);
            }
        }
        return engine;
    }

    private ProgramHandle create(
            String spec,
            byte[] constants,
            @Nullable IntBinaryOperator host,
            FunctionContext context) {
        String functionName = null;
        for (FunctionDescriptor function : functions) {
            functionName = function.name();
            Artifact artifact = function.artifact();
            String failure =
                    engine.load(
                            artifact.hash(),
                            artifact.name(),
                            artifact.code(),
                            artifact.sourceMap(),
                            directoryOf(artifact, context));
            if (failure != null) {
                throw Failures.fromJson(failure, functionName, functions);
            }
        }
        FunctionServices services = new FunctionServices(context);
        ProgramHandle created = engine.createProgram(spec, constants, host, services);
        if (created.failure() != null) {
            created.close();
            throw Failures.fromJson(created.failure(), functionName, functions);
        }
        return created;
    }

    private static String directoryOf(Artifact artifact, FunctionContext context) {
        return artifact.hasFiles()
                ? context.getCachedFile(Artifact.filesName(artifact.hash())).getAbsolutePath()
                : "";
    }

    /**
     * Sets the memory that the program reads and writes, unless it is as before; the last one is
     * its progress, which begins with the index of the row that it is at.
     */
    public void bind(SharedBuffer... memory) {
        if (!Arrays.equals(memory, bound)) {
            program.bind(SharedBuffer.bytesOf(memory));
            bound = memory;
        }
    }

    /**
     * Runs from one item on, up to {@code count}, in one crossing; returns the first one that is
     * not done, for lack of room.
     */
    public int run(int from, int count) {
        return run(from, count, -1);
    }

    /**
     * The same where items are not rows.
     *
     * @param rows the rows among the items, for metrics; -1 if items are rows
     */
    public int run(int from, int count, int rows) {
        long start = System.nanoTime();
        int next = cross(from, count);
        metrics.batch(rows < 0 ? next - from : rows, System.nanoTime() - start);
        return next;
    }

    /**
     * Begins to run all of so many rows, if the engine works beside this thread; {@link #end} waits
     * for them.
     */
    public boolean begin(int count) {
        begun = System.nanoTime();
        return program.begin(0, count);
    }

    /** The same as {@link #run} returns, of what was begun. */
    public int end() {
        int next = check(program.end());
        metrics.batch(next, System.nanoTime() - begun);
        return next;
    }

    /** The same without any row: looks for results of earlier ones; no batch for metrics. */
    public void poll() {
        cross(0, 0);
    }

    /** As {@link ProgramHandle#onSettled}. */
    public boolean onSettled(Runnable listener) {
        return program.onSettled(listener);
    }

    /** Runs what timers, sockets and promises have ready, where the engine does not. */
    public void runEvents() {
        String failure = engine.runEvents();
        if (failure != null) {
            throw failed(failure);
        }
    }

    /** The exception for the failure of a call that failed alone. */
    public FunctionException failed(String failure) {
        FunctionException exception = Failures.fromJson(failure, null, functions);
        metrics.error(exception.getFunctionName());
        return exception;
    }

    private int cross(int from, int count) {
        return check(program.run(from, count));
    }

    private int check(int next) {
        if (next < 0) {
            throw failed(program.failure());
        }
        return next;
    }

    @Override
    public void close() {
        try {
            closeFunctions();
        } catch (RuntimeException e) {
            // It would end the TaskManager: to Flink, cleaning up cannot fail.
            if (!CleaningUp.isRunning()) {
                throw e;
            }
            LOG.warn("A function failed to close when its task had failed or was canceled", e);
        }
    }

    private void closeFunctions() {
        String failure;
        try {
            failure = program.close();
        } finally {
            engine.release();
        }
        if (failure != null) {
            throw Failures.fromJson(failure, null, functions);
        }
    }
}

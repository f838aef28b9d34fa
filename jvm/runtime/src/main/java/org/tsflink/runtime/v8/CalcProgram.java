package org.tsflink.runtime.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;

import java.nio.ByteBuffer;

/** The compiled calls of an operator, in an isolate (packages/runtime/src/calc/calc-program.ts). */
public final class CalcProgram implements AutoCloseable {
    private final Isolate isolate;
    private final V8ValueObject program;
    private final V8ValueFunction run;

    CalcProgram(Isolate isolate, V8ValueObject program) throws JavetException {
        this.isolate = isolate;
        this.program = program;
        this.run = program.get("run");
    }

    /** Sets the memory that rows are read from and written to; all direct buffers. */
    public void bind(
            ByteBuffer rows,
            ByteBuffer results,
            ByteBuffer offsets,
            ByteBuffer ends,
            ByteBuffer progress) {
        ByteBuffer[] memory = {rows, results, offsets, ends, progress};
        V8ValueArrayBuffer[] buffers = new V8ValueArrayBuffer[memory.length];
        try {
            for (int i = 0; i < memory.length; i++) {
                buffers[i] = isolate.runtime().createV8ValueArrayBuffer(memory[i]);
            }
            program.invokeVoid("bind", (Object[]) buffers);
            for (V8ValueArrayBuffer buffer : buffers) {
                buffer.close();
            }
        } catch (JavetException e) {
            throw failed(e);
        }
    }

    /**
     * Computes rows from one on, up to {@code count}, in one crossing; returns the first row that
     * is not done, for which the results buffer had no room.
     *
     * @throws FunctionException if a function failed or was ended
     */
    public int run(int from, int count) {
        Guard guard = isolate.guard();
        int next = -1;
        JavetException failure = null;
        Code why;
        guard.enter();
        try {
            next = run.callInteger(null, from, count);
        } catch (JavetException e) {
            failure = e;
        } finally {
            why = guard.exit();
        }
        try {
            if (why == null && failure == null && isolate.isOverMemory()) {
                why = Code.FUNCTION_OUT_OF_MEMORY;
            }
            if (why != null) {
                throw isolate.ended(
                        why,
                        program.invokeString("currentName"),
                        program.invokeString("currentArguments"));
            }
            if (failure != null) {
                throw failed(failure);
            }
            if (next < 0) {
                throw Failures.fromJson(program.invokeString("failure"), null);
            }
            return next;
        } catch (JavetException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            run.close();
            program.close();
        } catch (JavetException e) {
            throw failed(e);
        }
    }

    private static FlinkRuntimeException failed(JavetException e) {
        return new FlinkRuntimeException("V8 failed: " + e.getMessage(), e);
    }
}

package org.tsflink.runtime.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8ValueArrayBuffer;
import com.caoccao.javet.values.reference.V8ValueFunction;
import com.caoccao.javet.values.reference.V8ValueObject;
import org.tsflink.runtime.engine.ProgramHandle;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;

/** A program of the JavaScript side, or the failure to make one. */
public final class V8Program implements ProgramHandle {
    private final Isolate isolate;
    private final HostCallback host;
    private V8ValueObject program;
    private V8ValueFunction run;
    private String failure;
    private IntSupplier row;

    /** Takes what the JavaScript side created: the program, or the failure as JSON. */
    V8Program(Isolate isolate, V8Value created, HostCallback host) throws JavetException {
        this.isolate = isolate;
        this.host = host;
        if (created instanceof V8ValueObject object) {
            program = object;
            run = object.get("run");
        } else {
            failure = created.asString();
        }
    }

    @Override
    public void bind(ByteBuffer[] memory) {
        ByteBuffer progress = memory[memory.length - 1];
        row = () -> progress.getInt(0);
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
            throw Isolate.failed(e);
        }
    }

    @Override
    public int run(int from, int count) {
        int[] next = {-1};
        String ended = isolate.guarded(row, () -> next[0] = run.callInteger(null, from, count));
        try {
            host.rethrow();
            if (ended == null && isolate.isOverMemory()) {
                ended = Guard.OUT_OF_MEMORY;
            }
            if (ended != null) {
                String name = program.invokeString("currentName");
                failure = isolate.ended(ended, name, program.invokeString("currentArguments"));
                return -1;
            }
            if (next[0] < 0) {
                failure = program.invokeString("failure");
            }
            return next[0];
        } catch (JavetException e) {
            throw Isolate.failed(e);
        }
    }

    @Override
    public boolean begin(int from, int count) {
        return false;
    }

    @Override
    public int end() {
        throw new UnsupportedOperationException("V8 runs in the thread that calls it");
    }

    @Override
    public boolean onSettled(Runnable listener) {
        return false;
    }

    @Override
    public String failure() {
        return failure;
    }

    @Override
    public String close() {
        String[] failed = new String[1];
        try {
            if (program != null) {
                String ended =
                        isolate.guarded(
                                Isolate.NO_ROWS, () -> failed[0] = program.invokeString("close"));
                if (ended != null) {
                    failed[0] = isolate.ended(ended, null, null);
                }
                run.close();
                program.close();
            }
            host.close();
            return failed[0];
        } catch (JavetException e) {
            throw Isolate.failed(e);
        }
    }
}

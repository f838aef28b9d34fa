package org.tsflink.runtime.v8;

import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.NodeRuntime;
import com.caoccao.javet.interop.callback.IJavetDirectCallable;
import com.caoccao.javet.interop.callback.JavetCallbackContext;
import com.caoccao.javet.interop.callback.JavetCallbackType;
import com.caoccao.javet.values.V8Value;
import com.caoccao.javet.values.reference.V8ValueObject;
import org.apache.flink.util.ExceptionUtils;

import javax.annotation.Nullable;

import java.util.function.IntBinaryOperator;

/** What a program may call back, as {@code host.call(operation, number)} of the JavaScript side. */
final class HostCallback {
    private final NodeRuntime runtime;
    private final IntBinaryOperator operator;
    private JavetCallbackContext context;
    private Throwable failure;

    HostCallback(NodeRuntime runtime, @Nullable IntBinaryOperator operator) {
        this.runtime = runtime;
        this.operator = operator;
    }

    /** The object that the JavaScript side gets. */
    V8ValueObject bind() throws JavetException {
        V8ValueObject host = runtime.createV8ValueObject();
        if (operator != null) {
            IJavetDirectCallable.NoThisAndResult<Exception> call =
                    values -> call(values[0].asInt(), values[1].asInt());
            context =
                    new JavetCallbackContext(
                            "call", JavetCallbackType.DirectCallNoThisAndResult, call);
            host.bindFunction(context);
        }
        return host;
    }

    private V8Value call(int operation, int number) throws JavetException {
        try {
            return runtime.createV8ValueInteger(operator.applyAsInt(operation, number));
        } catch (Throwable e) {
            // The user's function may catch what it is thrown: the task fails all the same.
            failure = ExceptionUtils.firstOrSuppressed(e, failure);
            throw e;
        }
    }

    /** Throws what the last calls failed with, if one did. */
    void rethrow() {
        if (failure != null) {
            Throwable thrown = failure;
            failure = null;
            ExceptionUtils.rethrow(thrown);
        }
    }

    void close() throws JavetException {
        if (context != null) {
            runtime.removeCallbackContext(context.getHandle());
        }
    }
}

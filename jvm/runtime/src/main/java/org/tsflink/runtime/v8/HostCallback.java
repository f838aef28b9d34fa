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

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/**
 * What a program may call back: {@code host.call(operation, number)} and {@code host.ask(…strings)}
 * of the JavaScript side.
 */
final class HostCallback {
    private final NodeRuntime runtime;
    private final IntBinaryOperator operator;
    private final Function<String[], Object> services;
    private final List<JavetCallbackContext> contexts = new ArrayList<>();
    private Throwable failure;

    HostCallback(
            NodeRuntime runtime,
            @Nullable IntBinaryOperator operator,
            Function<String[], Object> services) {
        this.runtime = runtime;
        this.operator = operator;
        this.services = services;
    }

    /** The object that the JavaScript side gets. */
    V8ValueObject bind() throws JavetException {
        V8ValueObject host = runtime.createV8ValueObject();
        if (operator != null) {
            bind(host, "call", values -> call(values[0].asInt(), values[1].asInt()));
        }
        bind(host, "ask", this::ask);
        return host;
    }

    private void bind(
            V8ValueObject host, String name, IJavetDirectCallable.NoThisAndResult<Exception> call)
            throws JavetException {
        JavetCallbackContext context =
                new JavetCallbackContext(name, JavetCallbackType.DirectCallNoThisAndResult, call);
        host.bindFunction(context);
        contexts.add(context);
    }

    private V8Value ask(V8Value... values) throws JavetException {
        String[] request = new String[values.length];
        for (int i = 0; i < request.length; i++) {
            request[i] = values[i].asString();
        }
        try {
            Object answer = services.apply(request);
            if (answer instanceof ByteBuffer bytes) {
                return runtime.createV8ValueArrayBuffer(bytes);
            }
            return answer == null
                    ? runtime.createV8ValueNull()
                    : runtime.createV8ValueString((String) answer);
        } catch (Throwable e) {
            failure = ExceptionUtils.firstOrSuppressed(e, failure);
            throw e;
        }
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
        for (JavetCallbackContext context : contexts) {
            runtime.removeCallbackContext(context.getHandle());
        }
    }
}

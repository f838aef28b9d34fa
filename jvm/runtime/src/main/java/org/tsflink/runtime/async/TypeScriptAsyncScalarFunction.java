package org.tsflink.runtime.async;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AsyncScalarFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.function.DeclaredInference;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.io.Serial;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What Flink's catalog and planner know of an asynchronous TypeScript function; Flink's own
 * operator calls it.
 */
public class TypeScriptAsyncScalarFunction extends AsyncScalarFunction
        implements TypeScriptFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient FunctionContext context;

    /** By the number of arguments. */
    private transient Map<Integer, AsyncCalls> calls;

    public TypeScriptAsyncScalarFunction(FunctionDescriptor descriptor, FunctionOptions options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    @Override
    public FunctionDescriptor getDescriptor() {
        return descriptor;
    }

    @Override
    public void open(FunctionContext context) {
        this.context = context;
        calls = new HashMap<>();
        if (!descriptor.isVariadic()) {
            call(descriptor.parameters().size());
        }
    }

    /** Calls the function once; arguments and result are Flink's internal data structures. */
    public void eval(CompletableFuture<Object> result, Object... arguments) {
        call(arguments.length).call(result, arguments);
    }

    private AsyncCalls call(int arguments) {
        return calls.computeIfAbsent(
                arguments,
                count -> new AsyncCalls(descriptor.withArguments(count), context, options));
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.values().forEach(AsyncCalls::close);
            calls = null;
        }
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory typeFactory) {
        return DeclaredInference.of(descriptor);
    }

    @Override
    public boolean isDeterministic() {
        return descriptor.deterministic();
    }

    // Or the gateway would run f(1) while it plans.
    @Override
    public boolean supportsConstantFolding() {
        return false;
    }

    @Override
    public String toString() {
        return descriptor.name();
    }
}

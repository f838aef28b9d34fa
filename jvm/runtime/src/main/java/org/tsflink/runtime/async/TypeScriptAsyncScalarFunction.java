package org.tsflink.runtime.async;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AsyncScalarFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.function.DeclaredInference;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.io.Serial;
import java.util.concurrent.CompletableFuture;

/**
 * What Flink's catalog and planner know of an asynchronous TypeScript function; Flink's own
 * operator calls it.
 */
public class TypeScriptAsyncScalarFunction extends AsyncScalarFunction
        implements TypeScriptFunction, SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient AsyncCalls calls;

    public TypeScriptAsyncScalarFunction(FunctionDescriptor descriptor, FunctionOptions options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    @Override
    public FunctionDescriptor getDescriptor() {
        return descriptor;
    }

    @Override
    public UserDefinedFunction specialize(SpecializedContext context) {
        return new TypeScriptAsyncScalarFunction(
                descriptor.forCall(context.getCallContext()), options);
    }

    @Override
    public void open(FunctionContext context) {
        calls = new AsyncCalls(descriptor, context, options);
    }

    /** Calls the function once; arguments and result are Flink's internal data structures. */
    public void eval(CompletableFuture<Object> result, Object... arguments) {
        calls.call(result, arguments);
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.close();
            calls = null;
        }
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory typeFactory) {
        return DeclaredInference.of(descriptor);
    }

    @Override
    public String toString() {
        return descriptor.name();
    }
}

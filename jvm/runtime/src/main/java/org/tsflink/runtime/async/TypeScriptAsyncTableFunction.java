package org.tsflink.runtime.async;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.AsyncTableFunction;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.function.DeclaredInference;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.io.Serial;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/**
 * What Flink's catalog and planner know of an asynchronous TypeScript table function. The planner
 * turns its calls into {@link AsyncCorrelateFunction}s.
 */
public class TypeScriptAsyncTableFunction extends AsyncTableFunction<RowData>
        implements TypeScriptFunction, SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;

    public TypeScriptAsyncTableFunction(FunctionDescriptor descriptor, FunctionOptions options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    @Override
    public FunctionDescriptor getDescriptor() {
        return descriptor;
    }

    @Override
    public UserDefinedFunction specialize(SpecializedContext context) {
        return new TypeScriptAsyncTableFunction(
                descriptor.forCall(context.getCallContext()), options);
    }

    /** Flink asks for this method where it registers the function; no plan of ours calls it. */
    public void eval(CompletableFuture<Collection<RowData>> result, Object... arguments) {
        result.completeExceptionally(
                new UnsupportedOperationException(
                        descriptor.name() + " was planned without tsflink-planner"));
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

package org.tsflink.runtime.function;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.calc.SingleCall;

import java.io.Serial;
import java.util.HashMap;
import java.util.Map;

/**
 * What Flink's catalog and planner know of a TypeScript function. The planner turns its calls into
 * {@link org.tsflink.runtime.calc.BatchCalcOperator}s; where it cannot, {@code eval} runs per row.
 */
public class TypeScriptScalarFunction extends ScalarFunction implements TypeScriptFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient FunctionContext context;

    /** By the number of arguments. */
    private transient Map<Integer, SingleCall> calls;

    public TypeScriptScalarFunction(FunctionDescriptor descriptor, FunctionOptions options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    @Override
    public FunctionDescriptor getDescriptor() {
        return descriptor;
    }

    public FunctionOptions getOptions() {
        return options;
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
    public Object eval(Object... arguments) {
        return call(arguments.length).apply(arguments);
    }

    private SingleCall call(int arguments) {
        return calls.computeIfAbsent(
                arguments,
                count -> new SingleCall(descriptor.withArguments(count), context, options));
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.values().forEach(SingleCall::close);
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

package org.tsflink.runtime.function;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.calc.SingleCall;

import java.io.Serial;

/**
 * What Flink's catalog and planner know of a TypeScript function. The planner turns its calls into
 * {@link org.tsflink.runtime.calc.BatchCalcOperator}s; where it cannot, {@code eval} runs per row.
 */
public class TypeScriptScalarFunction extends ScalarFunction
        implements TypeScriptFunction, SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient SingleCall call;

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
    public UserDefinedFunction specialize(SpecializedContext context) {
        return new TypeScriptScalarFunction(descriptor.forCall(context.getCallContext()), options);
    }

    @Override
    public void open(FunctionContext context) {
        call = new SingleCall(descriptor, context, options);
    }

    /** Calls the function once; arguments and result are Flink's internal data structures. */
    public Object eval(Object... arguments) {
        return call.apply(arguments);
    }

    @Override
    public void close() {
        if (call != null) {
            call.close();
            call = null;
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

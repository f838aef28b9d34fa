package org.tsflink.runtime.function;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.correlate.SingleCorrelate;

import java.io.Serial;

/**
 * What Flink's catalog and planner know of a TypeScript table function. The planner turns its calls
 * into {@link org.tsflink.runtime.correlate.BatchCorrelateOperator}s; where it cannot, {@code eval}
 * runs per row.
 */
public class TypeScriptTableFunction extends TableFunction<Object>
        implements TypeScriptFunction, SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient SingleCorrelate call;
    private transient RowData.FieldGetter value;

    public TypeScriptTableFunction(FunctionDescriptor descriptor, FunctionOptions options) {
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
        return new TypeScriptTableFunction(descriptor.forCall(context.getCallContext()), options);
    }

    @Override
    public void open(FunctionContext context) {
        call = new SingleCorrelate(descriptor, context, options);
        if (!(descriptor.returnType() instanceof RowType)) {
            value = RowData.createFieldGetter(descriptor.returnType(), 0);
        }
    }

    /** Calls the function once; arguments and results are Flink's internal data structures. */
    public void eval(Object... arguments) {
        call.apply(arguments, row -> collect(value == null ? row : value.getFieldOrNull(row)));
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

package org.tsflink.runtime.process;

import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ProcessTableFunction;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.RowType.RowField;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.types.ValueForms;

import javax.annotation.Nullable;

import java.io.Serial;
import java.util.List;

/**
 * What Flink knows of a TypeScript process table function. In Flink's own operator each row or
 * timer is a crossing into V8; see {@link BatchProcessOperatorFactory} for ours.
 */
public class TypeScriptProcessTableFunction extends ProcessTableFunction<Object>
        implements SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final ProcessDescriptor descriptor;
    private final FunctionOptions options;
    @Nullable private final List<LogicalType> argumentTypes;
    private final transient TypeInference inference;
    private transient SingleProcess calls;

    public TypeScriptProcessTableFunction(ProcessDescriptor descriptor, FunctionOptions options) {
        this(descriptor, options, null, ProcessInference.of(descriptor));
    }

    TypeScriptProcessTableFunction(
            ProcessDescriptor descriptor,
            FunctionOptions options,
            @Nullable List<LogicalType> argumentTypes,
            TypeInference inference) {
        this.descriptor = descriptor;
        this.options = options;
        this.argumentTypes = argumentTypes;
        this.inference = inference;
    }

    public ProcessDescriptor getDescriptor() {
        return descriptor;
    }

    /** A table function, or one whose rows are changes. */
    public static TypeScriptProcessTableFunction of(
            ProcessDescriptor descriptor, FunctionOptions options) {
        return descriptor.changes() == ProcessDescriptor.OutputChanges.INSERT
                ? new TypeScriptProcessTableFunction(descriptor, options)
                : new TypeScriptChangelogFunction(descriptor, options);
    }

    // A call knows the columns of its tables.
    @Override
    public UserDefinedFunction specialize(SpecializedContext context) {
        var types = context.getCallContext().getArgumentDataTypes();
        List<LogicalType> arguments =
                types.subList(0, descriptor.arguments().size()).stream()
                        .map(type -> type.getLogicalType())
                        .toList();
        checkTables(arguments);
        return specialized(
                arguments, ProcessInference.ofCall(descriptor, context.getCallContext()));
    }

    // Flink takes a table whose columns could be cast to those declared, and casts nothing.
    private void checkTables(List<LogicalType> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            ProcessArgument argument = descriptor.arguments().get(i);
            if (!argument.isTable() || argument.type() == null) {
                continue;
            }
            List<RowField> declared = ((RowType) argument.type().type()).getFields();
            List<LogicalType> given = arguments.get(i).getChildren();
            for (int j = 0; j < Math.min(declared.size(), given.size()); j++) {
                if (!ValueForms.areSame(declared.get(j).getType(), given.get(j))) {
                    throw new ValidationException(
                            "The function %s takes a table %s whose column %s is %s, but it is %s. Cast it."
                                    .formatted(
                                            descriptor.function().name(),
                                            argument.name(),
                                            declared.get(j).getName(),
                                            declared.get(j).getType().asSummaryString(),
                                            given.get(j).asSummaryString()));
                }
            }
        }
    }

    TypeScriptProcessTableFunction specialized(
            List<LogicalType> arguments, TypeInference callInference) {
        return new TypeScriptProcessTableFunction(descriptor, options, arguments, callInference);
    }

    FunctionOptions options() {
        return options;
    }

    /** The types of the arguments of the call that this one is specialized for. */
    public List<LogicalType> argumentTypes() {
        return argumentTypes;
    }

    @Override
    public void open(FunctionContext context) {
        calls = new SingleProcess(descriptor, argumentTypes, context, options);
        TaskEnd.closeAfter(calls);
    }

    /** Called for a row of a table: values and views of the state, then arguments. */
    public void eval(Context context, Object... values) throws Exception {
        calls.eval(context, values, this::collect);
    }

    /** Called for a timer: values and views of the state. */
    public void onTimer(OnTimerContext context, Object... values) throws Exception {
        calls.onTimer(context, values, this::collect);
    }

    @Override
    public void close() {
        if (calls != null) {
            TaskEnd.forget(calls);
            calls.close();
            calls = null;
        }
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory typeFactory) {
        return inference;
    }

    @Override
    public boolean isDeterministic() {
        return descriptor.function().deterministic();
    }

    @Override
    public boolean supportsConstantFolding() {
        return false;
    }

    @Override
    public String toString() {
        return descriptor.function().name();
    }
}

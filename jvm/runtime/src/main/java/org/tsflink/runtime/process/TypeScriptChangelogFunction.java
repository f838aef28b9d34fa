package org.tsflink.runtime.process;

import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.functions.ChangelogFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.process.ProcessDescriptor.OutputChanges;

import java.io.Serial;
import java.util.List;

/** A process table function whose rows are changes. */
public class TypeScriptChangelogFunction extends TypeScriptProcessTableFunction
        implements ChangelogFunction {
    @Serial private static final long serialVersionUID = 1L;

    public TypeScriptChangelogFunction(ProcessDescriptor descriptor, FunctionOptions options) {
        super(descriptor, options);
    }

    private TypeScriptChangelogFunction(
            ProcessDescriptor descriptor,
            FunctionOptions options,
            List<LogicalType> argumentTypes,
            TypeInference inference) {
        super(descriptor, options, argumentTypes, inference);
    }

    @Override
    TypeScriptProcessTableFunction specialized(
            List<LogicalType> arguments, TypeInference callInference) {
        return new TypeScriptChangelogFunction(
                getDescriptor(), options(), arguments, callInference);
    }

    @Override
    public ChangelogMode getChangelogMode(ChangelogContext context) {
        return getDescriptor().changes() == OutputChanges.UPSERT
                ? ChangelogMode.upsert(false)
                : ChangelogMode.all();
    }
}

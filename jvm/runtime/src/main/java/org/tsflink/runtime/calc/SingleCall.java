package org.tsflink.runtime.calc;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

/** Calls of one function row by row, for places where rows cannot wait for a batch. */
public final class SingleCall implements AutoCloseable {
    private final BatchCalc calc;
    private final RowDataSerializer serializer;
    private final RowData.FieldGetter resultGetter;
    private Object result;

    public SingleCall(
            FunctionDescriptor function, FunctionContext context, FunctionOptions options) {
        RowType inputType = function.parameterRow();
        CallTree[] calls = {CallTree.ofParameters(function)};
        serializer = new RowDataSerializer(inputType);
        resultGetter = RowData.createFieldGetter(function.returnType(), 0);
        calc =
                new BatchCalc(
                        calls,
                        inputType,
                        Constants.NONE,
                        RowType.of(function.returnType()),
                        context,
                        options.rowByRow());
    }

    /** Calls the function; arguments and result are Flink's internal data structures. */
    public Object apply(Object... arguments) {
        calc.add(serializer.toBinaryRow(GenericRowData.of(arguments)), RowKind.INSERT);
        calc.run(this::take);
        return result;
    }

    private void take(RowKind kind) {
        // A copy: the value must outlive the next call.
        result = resultGetter.getFieldOrNull(calc.resultRow().copy());
    }

    @Override
    public void close() {
        calc.close();
    }
}

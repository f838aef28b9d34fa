package org.tsflink.runtime.async;

import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.util.List;

/**
 * Calls an asynchronous TypeScript function for each row. Flink's own generated code for such calls
 * makes a number of what is NULL beside them, and never calls a function for NULLs.
 */
public final class AsyncCalcFunction extends AsyncCallFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final int resultIndex;

    /**
     * @param function the function, with a parameter for each argument
     * @param fields the arguments, and then the other output fields
     * @param resultIndex the output field that is the function's result
     */
    public AsyncCalcFunction(
            FunctionDescriptor function, FunctionOptions options, Fields fields, int resultIndex) {
        super(function, options, fields, "table.exec.async-scalar.timeout");
        this.resultIndex = resultIndex;
    }

    @Override
    public void asyncInvoke(RowData input, ResultFuture<RowData> resultFuture) throws Exception {
        Object[] values = fieldsOf(input);
        int from = arguments();
        GenericRowData row = new GenericRowData(values.length - from + 1);
        row.setRowKind(input.getRowKind());
        for (int i = 0; i < row.getArity(); i++) {
            if (i != resultIndex) {
                row.setField(i, values[from++]);
            }
        }
        call(
                values,
                resultFuture,
                (result, value) -> {
                    row.setField(resultIndex, value);
                    result.complete(List.of(row));
                });
    }
}

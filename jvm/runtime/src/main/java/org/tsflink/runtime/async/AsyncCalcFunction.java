package org.tsflink.runtime.async;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.FunctionUtils;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.GeneratedFunction;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Calls an asynchronous TypeScript function for each row. Flink's own generated code for such calls
 * makes a number of what is NULL beside them, and never calls a function for NULLs.
 */
public final class AsyncCalcFunction extends RichAsyncFunction<RowData, RowData> {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor function;
    private final FunctionOptions options;
    private final GeneratedFunction<FlatMapFunction<RowData, RowData>> generatedFields;
    private final RowType fieldsType;
    private final int resultIndex;
    private transient FlatMapFunction<RowData, RowData> fields;
    private transient RowData.FieldGetter[] getters;
    private transient AsyncCalls calls;

    /**
     * @param function the function, with a parameter for each argument
     * @param generatedFields makes of an input row the arguments, and then the other output fields
     * @param fieldsType of those
     * @param resultIndex the output field that is the function's result
     */
    public AsyncCalcFunction(
            FunctionDescriptor function,
            FunctionOptions options,
            GeneratedFunction<FlatMapFunction<RowData, RowData>> generatedFields,
            RowType fieldsType,
            int resultIndex) {
        this.function = function;
        this.options = options;
        this.generatedFields = generatedFields;
        this.fieldsType = fieldsType;
        this.resultIndex = resultIndex;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        fields = generatedFields.newInstance(getRuntimeContext().getUserCodeClassLoader());
        FunctionUtils.setFunctionRuntimeContext(fields, getRuntimeContext());
        FunctionUtils.openFunction(fields, context);
        getters = new RowData.FieldGetter[fieldsType.getFieldCount()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(fieldsType.getTypeAt(i), i);
        }
        calls = new AsyncCalls(function, new FunctionContext(getRuntimeContext()), options);
    }

    @Override
    public void asyncInvoke(RowData input, ResultFuture<RowData> resultFuture) throws Exception {
        Object[] values = fieldsOf(input);
        int parameters = function.parameters().size();
        GenericRowData row = new GenericRowData(values.length - parameters + 1);
        row.setRowKind(input.getRowKind());
        int from = parameters;
        for (int i = 0; i < row.getArity(); i++) {
            if (i != resultIndex) {
                row.setField(i, values[from++]);
            }
        }
        CompletableFuture<Object> result = new CompletableFuture<>();
        result.whenComplete(
                (value, error) -> {
                    if (error != null) {
                        resultFuture.completeExceptionally(error);
                    } else {
                        row.setField(resultIndex, value);
                        resultFuture.complete(List.of(row));
                    }
                });
        calls.call(result, Arrays.copyOf(values, parameters));
    }

    @Override
    public void timeout(RowData input, ResultFuture<RowData> resultFuture) throws Exception {
        Object[] arguments = Arrays.copyOf(fieldsOf(input), function.parameters().size());
        resultFuture.completeExceptionally(
                new FunctionException(
                        FunctionException.Code.FUNCTION_TIMEOUT,
                        function.name(),
                        "was not done with a row, all attempts together, in the time of"
                                + " table.exec.async-scalar.timeout",
                        null,
                        null,
                        Arrays.toString(arguments)));
    }

    private Object[] fieldsOf(RowData input) throws Exception {
        List<RowData> made = new ArrayList<>(1);
        fields.flatMap(input, new ListCollector<>(made));
        // The row is used again for the next input.
        Object[] values = new Object[getters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = getters[i].getFieldOrNull(made.get(0));
        }
        return values;
    }

    @Override
    public void close() throws Exception {
        if (calls != null) {
            calls.close();
        }
        if (fields != null) {
            FunctionUtils.closeFunction(fields);
        }
    }
}

package org.tsflink.runtime.async;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.FunctionUtils;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.GeneratedFunction;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Calls an asynchronous TypeScript function for each row. */
abstract class AsyncCallFunction extends RichAsyncFunction<RowData, RowData> {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor function;
    private final FunctionOptions options;
    private final Fields fields;
    private final String timeoutOption;
    private transient FlatMapFunction<RowData, RowData> toFields;
    private transient RowData.FieldGetter[] getters;
    private transient AsyncCalls calls;

    /**
     * What is computed of an input row.
     *
     * @param generated makes of it the arguments of the call, and then what else is needed
     * @param type of those
     */
    public record Fields(
            GeneratedFunction<FlatMapFunction<RowData, RowData>> generated, RowType type)
            implements Serializable {
        @Serial private static final long serialVersionUID = 1L;
    }

    /**
     * @param function the function, with a parameter for each argument
     * @param timeoutOption of Flink, for all attempts together
     */
    AsyncCallFunction(
            FunctionDescriptor function,
            FunctionOptions options,
            Fields fields,
            String timeoutOption) {
        this.function = function;
        this.options = options;
        this.fields = fields;
        this.timeoutOption = timeoutOption;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        toFields = fields.generated.newInstance(getRuntimeContext().getUserCodeClassLoader());
        FunctionUtils.setFunctionRuntimeContext(toFields, getRuntimeContext());
        FunctionUtils.openFunction(toFields, context);
        getters = new RowData.FieldGetter[fields.type.getFieldCount()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(fields.type.getTypeAt(i), i);
        }
        calls = new AsyncCalls(function, new FunctionContext(getRuntimeContext()), options);
    }

    /** How many of the fields are arguments. */
    int arguments() {
        return function.parameters().size();
    }

    Object[] fieldsOf(RowData input) throws Exception {
        List<RowData> made = new ArrayList<>(1);
        toFields.flatMap(input, new ListCollector<>(made));
        // The row is used again for the next input.
        Object[] values = new Object[getters.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = getters[i].getFieldOrNull(made.get(0));
        }
        return values;
    }

    /** Calls the function with the first of the fields; a failure is told to the result. */
    void call(
            Object[] values,
            ResultFuture<RowData> result,
            BiConsumer<ResultFuture<RowData>, Object> complete) {
        CompletableFuture<Object> future = new CompletableFuture<>();
        future.whenComplete(
                (value, error) -> {
                    if (error != null) {
                        result.completeExceptionally(error);
                    } else {
                        complete.accept(result, value);
                    }
                });
        calls.call(future, Arrays.copyOf(values, arguments()));
    }

    @Override
    public void timeout(RowData input, ResultFuture<RowData> resultFuture) throws Exception {
        resultFuture.completeExceptionally(
                new FunctionException(
                        FunctionException.Code.FUNCTION_TIMEOUT,
                        function.name(),
                        "was not done with a row, all attempts together, in the time of "
                                + timeoutOption,
                        null,
                        null,
                        Arrays.toString(Arrays.copyOf(fieldsOf(input), arguments()))));
    }

    @Override
    public void close() throws Exception {
        if (calls != null) {
            calls.close();
        }
        if (toFields != null) {
            FunctionUtils.closeFunction(toFields);
        }
    }
}

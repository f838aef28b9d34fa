package org.tsflink.runtime.async;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.util.FunctionUtils;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.utils.JoinedRowData;
import org.apache.flink.table.runtime.generated.FilterCondition;
import org.apache.flink.table.runtime.generated.GeneratedFilterCondition;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

import javax.annotation.Nullable;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * Each input row with the rows that an asynchronous TypeScript table function makes of it. Flink's
 * own operator for such functions knows neither left outer joins nor conditions.
 */
public final class AsyncCorrelateFunction extends AsyncCallFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean outer;
    private final int columns;
    @Nullable private final GeneratedFilterCondition condition;
    @Nullable private transient FilterCondition filter;

    /**
     * @param function the function, with a parameter for each argument
     * @param fields the arguments
     * @param outer whether a row without any is joined with NULLs
     * @param condition on the function's rows; null for none
     */
    public AsyncCorrelateFunction(
            FunctionDescriptor function,
            FunctionOptions options,
            Fields fields,
            boolean outer,
            @Nullable GeneratedFilterCondition condition) {
        super(function, options, fields, "table.exec.async-table.timeout");
        this.outer = outer;
        this.condition = condition;
        columns = function.resultRow().getFieldCount();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        if (condition != null) {
            filter = condition.newInstance(getRuntimeContext().getUserCodeClassLoader());
            FunctionUtils.setFunctionRuntimeContext(filter, getRuntimeContext());
            FunctionUtils.openFunction(filter, context);
        }
        super.open(context);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void asyncInvoke(RowData input, ResultFuture<RowData> resultFuture) throws Exception {
        call(
                fieldsOf(input),
                resultFuture,
                (result, rows) -> {
                    // In the task's thread, for the condition is generated for that one.
                    CollectionSupplier<RowData> joined = () -> join(input, (List<RowData>) rows);
                    result.complete(joined);
                });
    }

    private List<RowData> join(RowData left, List<RowData> rows) throws Exception {
        List<RowData> joined = new ArrayList<>(rows.size());
        for (RowData right : rows) {
            if (filter == null || filter.apply(FilterCondition.Context.INVALID_CONTEXT, right)) {
                joined.add(new JoinedRowData(left.getRowKind(), left, right));
            }
        }
        if (outer && joined.isEmpty()) {
            joined.add(new JoinedRowData(left.getRowKind(), left, new GenericRowData(columns)));
        }
        return joined;
    }

    @Override
    public void close() throws Exception {
        super.close();
        if (filter != null) {
            FunctionUtils.closeFunction(filter);
        }
    }
}

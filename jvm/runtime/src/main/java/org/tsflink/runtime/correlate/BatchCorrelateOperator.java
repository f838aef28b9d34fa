package org.tsflink.runtime.correlate;

import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.runtime.execution.CancelTaskException;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.FilterCondition;
import org.apache.flink.table.runtime.generated.GeneratedFilterCondition;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.batch.BatchOperator;
import org.tsflink.runtime.batch.OutputRow;
import org.tsflink.runtime.calc.Argument;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.Constants;
import org.tsflink.runtime.function.FunctionOptions;

import javax.annotation.Nullable;

import java.io.Serial;
import java.util.stream.IntStream;

/**
 * Each input row with the rows that a TypeScript table function makes of it, a batch of rows per
 * crossing into V8. As left outer join, a row without any goes out with NULLs.
 */
public class BatchCorrelateOperator extends BatchOperator<BatchCorrelate>
        implements BatchCorrelate.Collector {
    @Serial private static final long serialVersionUID = 1L;

    private final CallTree call;
    private final RowType inputType;
    private final Constants constants;
    private final RowType resultType;
    private final boolean outer;
    @Nullable private final GeneratedFilterCondition condition;

    private transient BatchCorrelate correlate;
    private transient OutputRow row;
    private transient OutputRow rowWithoutPartner;
    @Nullable private transient FilterCondition filter;
    private transient boolean found;

    /**
     * @param call of the table function; {@link Argument.Field} counts in the input
     * @param constants the fields that {@link Argument.Constant} counts in
     * @param resultType of the function's rows
     * @param outer whether it is a left outer join
     * @param condition on the function's rows; null for none
     * @param toBinary makes input rows binary
     */
    public BatchCorrelateOperator(
            CallTree call,
            RowType inputType,
            Constants constants,
            RowType resultType,
            boolean outer,
            @Nullable GeneratedFilterCondition condition,
            GeneratedProjection toBinary,
            FunctionOptions options) {
        super(true, toBinary, options);
        this.call = call;
        this.inputType = inputType;
        this.constants = constants;
        this.resultType = resultType;
        this.outer = outer;
        this.condition = condition;
    }

    @Override
    public void open() throws Exception {
        if (condition != null) {
            filter = condition.newInstance(getUserCodeClassloader());
            filter.setRuntimeContext(getRuntimeContext());
            filter.open(DefaultOpenContext.INSTANCE);
        }
        super.open();
    }

    @Override
    protected BatchCorrelate createBatch(FunctionContext context) {
        correlate = new BatchCorrelate(call, inputType, constants, resultType, context, options);
        int left = inputType.getFieldCount();
        int right = resultType.getFieldCount();
        int[] mapping =
                IntStream.range(0, left + right).map(i -> i < left ? i : ~(i - left)).toArray();
        row = new OutputRow(mapping, correlate.inputRow(), correlate.resultRow());
        BinaryRowData nulls = new BinaryRowData(right);
        int size = BinaryRowData.calculateFixPartSizeInBytes(right);
        nulls.pointTo(MemorySegmentFactory.wrap(new byte[size]), 0, size);
        IntStream.range(0, right).forEach(nulls::setNullAt);
        rowWithoutPartner = new OutputRow(mapping, correlate.inputRow(), nulls);
        return correlate;
    }

    @Override
    protected void run(BatchCorrelate batch) {
        batch.run(this);
    }

    @Override
    public void collect() {
        if (passes()) {
            found = true;
            emitJoined(row);
        }
    }

    @Override
    public void complete() {
        if (outer && !found) {
            emitJoined(rowWithoutPartner);
        }
        found = false;
    }

    // A function may give rows without end.
    @Override
    public void proceed() {
        if (getContainingTask().isCanceled() || getContainingTask().isFailing()) {
            throw new CancelTaskException("The task is being cancelled");
        }
    }

    private void emitJoined(OutputRow out) {
        out.setRowKind(correlate.inputRow().getRowKind());
        emit(out);
    }

    private boolean passes() {
        try {
            return filter == null
                    || filter.apply(FilterCondition.Context.INVALID_CONTEXT, correlate.resultRow());
        } catch (Exception e) {
            throw new FlinkRuntimeException("The condition of the correlate failed", e);
        }
    }

    @Override
    public void close() throws Exception {
        super.close();
        if (filter != null) {
            filter.close();
        }
    }
}

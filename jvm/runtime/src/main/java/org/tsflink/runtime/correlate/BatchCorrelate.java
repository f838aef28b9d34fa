package org.tsflink.runtime.correlate;

import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.batch.InputBatch;
import org.tsflink.runtime.batch.RowBatch;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.CallsSpec;
import org.tsflink.runtime.calc.Constants;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;

/**
 * The rows that a TypeScript table function makes of each row of a batch. They come in portions of
 * what the memory holds, so that a function may give any number of rows.
 */
public final class BatchCorrelate implements RowBatch {
    /** Takes the results, while {@link #inputRow} and {@link #resultRow} point to them. */
    public interface Collector {
        /** A row of the function. */
        void collect();

        /** The last row of an input row went out; {@link #inputRow} points to it. */
        void complete();

        /** Called between portions: throws to go no further. */
        void proceed();
    }

    /** Results a portion holds at most, for each row of the batch and at least. */
    private static final int RESULTS_PER_ROW = 8;

    private static final int LEAST_RESULTS = 256;

    /** Fields of the progress (packages/runtime/src/correlate/correlate-buffers.ts). */
    private static final int RESULTS = 3;

    private static final int PROGRESS_FIELDS = 4;

    private final InputBatch batch;
    private final Program program;
    private final SharedBuffer ends;
    private final SharedBuffer owners;
    private final SharedBuffer progress = new SharedBuffer(PROGRESS_FIELDS * Integer.BYTES);
    private final BinaryRowData inputRow;
    private final BinaryRowData resultRow;
    private SharedBuffer results;
    private boolean bound;
    private int current;

    /**
     * @param call of the table function
     * @param resultType of the function's rows
     */
    public BatchCorrelate(
            CallTree call,
            RowType inputType,
            Constants constants,
            RowType resultType,
            FunctionContext context,
            FunctionOptions options) {
        CallTree[] calls = {call};
        CallsSpec spec =
                new CallsSpec("correlate", calls, inputType, constants, resultType)
                        .with("timeoutMillis", options.timeout().toMillis());
        batch =
                new InputBatch(
                        inputType,
                        spec.argumentFields(),
                        options.batchSize(),
                        options.batchBytes());
        results = new SharedBuffer(options.batchBytes());
        int most = Math.max(LEAST_RESULTS, options.batchSize() * RESULTS_PER_ROW) * Integer.BYTES;
        ends = new SharedBuffer(most);
        owners = new SharedBuffer(most);
        inputRow = new BinaryRowData(inputType.getFieldCount());
        resultRow = new BinaryRowData(resultType.getFieldCount());
        program =
                new Program(spec.json(), spec.functions(), constants.row(), null, context, options);
    }

    @Override
    public boolean isEmpty() {
        return batch.isEmpty();
    }

    @Override
    public boolean isFull() {
        return batch.isFull();
    }

    @Override
    public boolean hasRoom(BinaryRowData row) {
        return batch.hasRoom(row);
    }

    @Override
    public void add(BinaryRowData row, RowKind kind) {
        if (!batch.hasRoom(row)) {
            batch.growFor(row);
            bound = false;
        }
        batch.add(row, kind);
    }

    /** The input row that is being collected. */
    public BinaryRowData inputRow() {
        return inputRow;
    }

    /** The row of the function that is being collected. */
    public BinaryRowData resultRow() {
        return resultRow;
    }

    /** Computes the batch, hands out the rows in order, and leaves it empty. */
    public void run(Collector collector) {
        batch.seal();
        int count = batch.count();
        pointTo(0);
        for (int done = 0; done < count; ) {
            collector.proceed();
            int next = cross(done, count);
            int found = progress.getInt(RESULTS);
            if (next == done && found == 0) {
                // Not even one result fits; the other side keeps it.
                results = results.larger();
                bound = false;
            }
            collect(found, collector);
            complete(next, collector);
            done = next;
        }
        batch.clear();
    }

    private int cross(int from, int count) {
        if (!bound) {
            program.bind(batch.rows(), results, batch.offsets, ends, owners, progress);
            bound = true;
        }
        return program.run(from, count);
    }

    private void collect(int found, Collector collector) {
        int begin = 0;
        for (int i = 0; i < found; i++) {
            complete(owners.getInt(i), collector);
            int end = ends.getInt(i);
            resultRow.pointTo(results.segments, begin, end - begin);
            begin = end;
            collector.collect();
        }
    }

    /** Completes the rows before one. */
    private void complete(int row, Collector collector) {
        while (current < row) {
            collector.complete();
            pointTo(current + 1);
        }
    }

    private void pointTo(int row) {
        current = row;
        if (row < batch.count()) {
            int begin = batch.begin(row);
            inputRow.pointTo(batch.rows().segments, begin, batch.begin(row + 1) - begin);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

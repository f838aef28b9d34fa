package org.tsflink.runtime.calc;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.batch.InputBatch;
import org.tsflink.runtime.batch.RowBatch;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;

/**
 * Calls of TypeScript functions over batches of rows: rows go in, {@link #run} crosses into V8,
 * results are views into the output buffer and live until the next crossing.
 */
public final class BatchCalc implements RowBatch {
    /**
     * Called for each row of a batch, while {@link #inputRow} and {@link #resultRow} point to it.
     */
    public interface Collector {
        void collect(RowKind kind);
    }

    private final InputBatch batch;
    private final Program program;
    private final SharedBuffer ends;
    private final SharedBuffer progress = new SharedBuffer(2 * Integer.BYTES);
    private final BinaryRowData inputRow;
    private final BinaryRowData resultRow;
    private SharedBuffer results;
    private boolean bound;

    public BatchCalc(
            CallTree[] calls,
            RowType inputType,
            Constants constants,
            RowType resultType,
            FunctionContext context,
            FunctionOptions options) {
        CallsSpec spec = new CallsSpec("calc", calls, inputType, constants, resultType);
        batch =
                new InputBatch(
                        inputType,
                        spec.argumentFields(),
                        options.batchSize(),
                        options.batchBytes());
        results = new SharedBuffer(options.batchBytes());
        ends = new SharedBuffer(options.batchSize() * Integer.BYTES);
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

    /** The result row that is being collected. */
    public BinaryRowData resultRow() {
        return resultRow;
    }

    /** Computes the batch, hands out its rows in order, and leaves it empty. */
    public void run(Collector collector) {
        batch.seal();
        int count = batch.count();
        int done = 0;
        while (done < count) {
            int next = cross(done, count);
            if (next == done) {
                // Not even one row fits; its values are kept on the other side, no function runs
                // again.
                results = results.larger();
                bound = false;
                continue;
            }
            collect(done, next, collector);
            done = next;
        }
        batch.clear();
    }

    private int cross(int from, int count) {
        if (!bound) {
            program.bind(batch.rows(), results, batch.offsets, ends, progress);
            bound = true;
        }
        return program.run(from, count);
    }

    private void collect(int from, int next, Collector collector) {
        MemorySegment[] inputs = batch.rows().segments;
        MemorySegment[] outputs = results.segments;
        int at = batch.begin(from);
        int begin = 0;
        for (int i = from; i < next; i++) {
            int nextAt = batch.begin(i + 1);
            int end = ends.getInt(i);
            inputRow.pointTo(inputs, at, nextAt - at);
            resultRow.pointTo(outputs, begin, end - begin);
            at = nextAt;
            begin = end;
            collector.collect(inputRow.getRowKind());
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

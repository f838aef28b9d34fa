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

import javax.annotation.Nullable;

import java.util.function.Supplier;

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

    private final Program program;
    private final SharedBuffer ends;
    private final SharedBuffer progress = new SharedBuffer(2 * Integer.BYTES);
    private final BinaryRowData inputRow;
    private final BinaryRowData resultRow;
    private final Supplier<InputBatch> newBatch;
    private SharedBuffer results;
    private InputBatch batch;

    /** What the engine is at, and what takes rows meanwhile. */
    @Nullable private InputBatch running;

    @Nullable private InputBatch spare;

    public BatchCalc(
            CallTree[] calls,
            RowType inputType,
            Constants constants,
            RowType resultType,
            FunctionContext context,
            FunctionOptions options) {
        CallsSpec spec = new CallsSpec("calc", calls, inputType, constants, resultType);
        newBatch =
                () ->
                        new InputBatch(
                                inputType,
                                spec.argumentFields(),
                                options.batchSize(),
                                options.batchBytes());
        batch = newBatch.get();
        results = new SharedBuffer(options.batchBytes());
        ends = new SharedBuffer(options.batchSize() * Integer.BYTES);
        inputRow = new BinaryRowData(inputType.getFieldCount());
        resultRow = new BinaryRowData(resultType.getFieldCount());
        program =
                new Program(spec.json(), spec.functions(), constants.row(), null, context, options);
    }

    @Override
    public boolean isEmpty() {
        return batch.isEmpty() && running == null;
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

    /** Computes all that there is, hands out its rows in order, and leaves nothing. */
    public void run(Collector collector) {
        if (running != null) {
            InputBatch last = running;
            running = null;
            collectAll(last, program.end(), collector);
            spare = last;
        }
        batch.seal();
        collectAll(batch, 0, collector);
    }

    /**
     * The same, but an engine that works beside this thread may be left at work on the batch: its
     * rows are handed out when it is asked for more.
     */
    public void advance(Collector collector) {
        InputBatch last = running;
        int next = last == null ? 0 : program.end();
        if (last != null && next < last.count()) {
            collectAll(last, next, collector);
            spare = last;
            last = null;
        }
        running = null;
        batch.seal();
        bind(batch);
        if (!program.begin(batch.count())) {
            collectAll(batch, 0, collector);
            return;
        }
        running = batch;
        batch = spare == null ? newBatch.get() : spare;
        spare = null;
        if (last != null) {
            collectAll(last, next, collector);
            spare = last;
        }
    }

    /** Hands out the rows of a batch, of which so many are computed, and leaves it empty. */
    private void collectAll(InputBatch of, int computed, Collector collector) {
        collect(of, 0, computed, collector);
        for (int done = computed; done < of.count(); ) {
            bind(of);
            int next = program.run(done, of.count());
            if (next == done) {
                // Not even one row fits; its values are kept on the other side, no function runs
                // again.
                results = results.larger();
            }
            collect(of, done, next, collector);
            done = next;
        }
        of.clear();
    }

    private void bind(InputBatch to) {
        program.bind(to.rows(), results, to.offsets, ends, progress);
    }

    private void collect(InputBatch of, int from, int next, Collector collector) {
        MemorySegment[] inputs = of.rows().segments;
        MemorySegment[] outputs = results.segments;
        int at = of.begin(from);
        int begin = 0;
        for (int i = from; i < next; i++) {
            int nextAt = of.begin(i + 1);
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

package org.tsflink.runtime.async;

import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.batch.InputBatch;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.CallsSpec;
import org.tsflink.runtime.calc.Constants;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;

import javax.annotation.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls that begin and results that have settled, in one crossing
 * (packages/runtime/src/async/async-program.ts). Of the thread that makes it.
 */
final class AsyncBatch implements AutoCloseable {
    /** Takes what became of a call: its value, of a table function its rows; or the error. */
    interface Collector {
        void collect(int call, @Nullable Object value, @Nullable Throwable error);
    }

    /** Fields of the progress (packages/runtime/src/async/async-buffers.ts). */
    private static final int RESULTS = 2;

    private static final int WAITING = 3;
    private static final int PROGRESS_FIELDS = 4;

    private final InputBatch batch;
    private final Program program;
    private final SharedBuffer calls;
    private final SharedBuffer ends;
    private final SharedBuffer owners;
    private final SharedBuffer progress = new SharedBuffer(PROGRESS_FIELDS * Integer.BYTES);
    private final boolean givesRows;
    private final BinaryRowData resultRow;

    /** The rows of calls that are not all there yet; each with its last one goes out. */
    private final Map<Integer, List<RowData>> rows = new HashMap<>();

    private final RowData.FieldGetter value;
    private SharedBuffer results;
    private boolean bound;

    AsyncBatch(FunctionDescriptor function, FunctionContext context, FunctionOptions options) {
        RowType inputType = function.parameterRow();
        givesRows = function.kind() == FunctionKind.ASYNC_TABLE;
        RowType resultType = givesRows ? function.resultRow() : RowType.of(function.returnType());
        CallTree[] trees = {CallTree.ofParameters(function)};
        CallsSpec spec =
                new CallsSpec("async", trees, inputType, Constants.NONE, resultType)
                        .with("timeoutMillis", options.timeout().toMillis())
                        .with("rows", givesRows ? 1 : 0);
        batch =
                new InputBatch(
                        inputType,
                        spec.argumentFields(),
                        options.batchSize(),
                        options.batchBytes());
        results = new SharedBuffer(options.batchBytes());
        calls = new SharedBuffer(options.batchSize() * Integer.BYTES);
        ends = new SharedBuffer(options.batchSize() * Integer.BYTES);
        owners = new SharedBuffer(options.batchSize() * Integer.BYTES);
        resultRow = new BinaryRowData(resultType.getFieldCount());
        value = RowData.createFieldGetter(function.returnType(), 0);
        program =
                new Program(
                        spec.json(),
                        spec.functions(),
                        Constants.NONE.row(),
                        null,
                        context,
                        options);
    }

    /** Whether the next crossing can take a row besides those that it has. */
    boolean hasRoom(BinaryRowData row) {
        return !batch.isFull() && batch.hasRoom(row);
    }

    /** Whether results wait that the last crossing had no room for. */
    boolean isPending() {
        return progress.getInt(WAITING) > 0;
    }

    /** Takes a row; the first one may be of any size. */
    void add(BinaryRowData row, int call) {
        if (!batch.hasRoom(row)) {
            batch.growFor(row);
            bound = false;
        }
        calls.putInt(batch.count(), call);
        batch.add(row, RowKind.INSERT);
    }

    /** Begins the calls of the rows, and hands out what has settled. */
    void exchange(Collector collector) {
        batch.seal();
        calls.filled(batch.count() * Integer.BYTES);
        if (!bound) {
            program.bind(batch.rows(), results, batch.offsets, calls, ends, owners, progress);
            bound = true;
        }
        if (batch.isEmpty()) {
            program.poll();
        } else {
            program.run(0, batch.count());
        }
        batch.clear();
        int found = progress.getInt(RESULTS);
        if (found == 0 && isPending()) {
            // Not even one result fits; the other side keeps it.
            results = results.larger();
            bound = false;
        }
        collect(found, collector);
    }

    private void collect(int found, Collector collector) {
        int begin = 0;
        for (int i = 0; i < found; i++) {
            int call = owners.getInt(i);
            int size = ends.getInt(i) - begin;
            if (call < 0) {
                byte[] json = new byte[size];
                results.segment.get(begin, json);
                String failure = new String(json, StandardCharsets.UTF_8);
                rows.remove(~call);
                collector.collect(~call, null, program.failed(failure));
            } else if (givesRows && size == 0) {
                List<RowData> all = rows.remove(call);
                collector.collect(call, all == null ? List.of() : all, null);
            } else {
                resultRow.pointTo(results.segments, begin, size);
                // What is handed out must outlive the next crossing.
                BinaryRowData copy = resultRow.copy();
                if (givesRows) {
                    rows.computeIfAbsent(call, key -> new ArrayList<>()).add(copy);
                } else {
                    collector.collect(call, value.getFieldOrNull(copy), null);
                }
            }
            begin += size;
        }
    }

    /** As {@link Program#onSettled}. */
    boolean onSettled(Runnable listener) {
        return program.onSettled(listener);
    }

    /** Runs what timers, sockets and promises have ready, where the engine does not. */
    void runEvents() {
        program.runEvents();
    }

    @Override
    public void close() {
        program.close();
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ProcessTableFunction.Context;
import org.apache.flink.table.functions.ProcessTableFunction.OnTimerContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Calls of a process table function: a row or a timer goes in with the values of the state, results
 * come out, and then the state as the function leaves it.
 */
final class ProcessCall implements AutoCloseable {
    private static final int EVAL = 0;
    private static final int ON_TIMER = 1;

    /** Fields of the progress (packages/runtime/src/process/process-buffers.ts). */
    private static final int RESULTS = 1;

    private static final int STATE_BYTES = 2;
    private static final int ROW_KIND = 3;
    private static final int PROGRESS_FIELDS = 4;

    private static final int FIRST_BYTES = 1 << 16;
    private static final int MOST_RESULTS = 1024;

    private final ProcessDescriptor descriptor;
    private final int stateEntries;
    private final List<Integer> valueEntries = new ArrayList<>();
    private final List<Integer> viewEntries = new ArrayList<>();
    private final RowDataSerializer serializer;
    private final RowData.FieldGetter[][] stateGetters;
    @Nullable private final RowData.FieldGetter resultGetter;
    private final ProcessHost host;
    private final Program program;
    private final SharedBuffer ends = new SharedBuffer(MOST_RESULTS * Integer.BYTES);
    private final SharedBuffer progress = new SharedBuffer(PROGRESS_FIELDS * Integer.BYTES);
    private final BinaryRowData resultRow;
    private final BinaryRowData stateRow;
    private SharedBuffer input = new SharedBuffer(FIRST_BYTES);
    private SharedBuffer results = new SharedBuffer(FIRST_BYTES);
    private boolean bound;

    ProcessCall(
            ProcessDescriptor descriptor,
            List<LogicalType> argumentTypes,
            FunctionContext context,
            FunctionOptions options) {
        this.descriptor = descriptor;
        stateEntries = descriptor.state().size();
        for (int i = 0; i < stateEntries; i++) {
            (descriptor.state().get(i).isView() ? viewEntries : valueEntries).add(i);
        }
        ProcessLayout layout = new ProcessLayout(descriptor, argumentTypes, options);
        serializer = new RowDataSerializer(layout.input);
        stateGetters =
                layout.values.getChildren().stream()
                        .map(type -> getters((RowType) type))
                        .toArray(RowData.FieldGetter[][]::new);
        LogicalType returns = descriptor.function().returnType();
        resultGetter = returns instanceof RowType ? null : RowData.createFieldGetter(returns, 0);
        resultRow = new BinaryRowData(descriptor.function().resultRow().getFieldCount());
        stateRow = new BinaryRowData(layout.values.getFieldCount());
        host = new ProcessHost(descriptor, viewEntries);
        program =
                new Program(
                        layout.json,
                        List.of(descriptor.function()),
                        new byte[0],
                        host.exchange(),
                        context,
                        options);
    }

    private static RowData.FieldGetter[] getters(RowType row) {
        RowData.FieldGetter[] getters = new RowData.FieldGetter[row.getFieldCount()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(row.getTypeAt(i), i);
        }
        return getters;
    }

    /** Calls {@code eval} with the row of a table. */
    void eval(Context context, Object[] values, Consumer<Object> collector) {
        GenericRowData arguments = new GenericRowData(descriptor.arguments().size());
        RowKind kind = RowKind.INSERT;
        for (int i = 0; i < arguments.getArity(); i++) {
            Object value = values[stateEntries + i];
            arguments.setField(i, value);
            if (value instanceof RowData row && descriptor.arguments().get(i).isTable()) {
                kind = row.getRowKind();
            }
        }
        progress.putInt(ROW_KIND, kind.toByteValue());
        call(EVAL, context, arguments, null, values, collector);
    }

    /** Calls {@code onTimer}. */
    void onTimer(OnTimerContext context, Object[] values, Consumer<Object> collector) {
        GenericRowData arguments = new GenericRowData(descriptor.arguments().size());
        StringData timer = StringData.fromString(context.currentTimer());
        call(ON_TIMER, context, arguments, timer, values, collector);
    }

    private void call(
            int method,
            Context context,
            GenericRowData arguments,
            @Nullable StringData timer,
            Object[] state,
            Consumer<Object> collector) {
        write(GenericRowData.of(arguments, stateOf(state), timer));
        host.begin(context, state);
        int from = 0;
        int next;
        do {
            next = cross(from, method);
            int found = progress.getInt(RESULTS);
            collect(found, collector);
            if (next == from && found == 0) {
                // Neither a result nor the state fits; the other side keeps it.
                results = results.larger();
                bound = false;
            }
            from = 1;
        } while (next < 1);
        takeState(state);
    }

    private void write(GenericRowData row) {
        BinaryRowData binary = serializer.toBinaryRow(row);
        int size = binary.getSizeInBytes();
        if (size > input.capacity()) {
            input = new SharedBuffer(Math.multiplyExact(size, 2) & -8);
            bound = false;
        }
        input.segment.put(
                0, BinarySegmentUtils.copyToBytes(binary.getSegments(), binary.getOffset(), size));
        input.filled(size);
        progress.filled(progress.capacity());
    }

    private GenericRowData stateOf(Object[] state) {
        GenericRowData values = new GenericRowData(valueEntries.size());
        for (int i = 0; i < values.getArity(); i++) {
            Row row = (Row) state[valueEntries.get(i)];
            GenericRowData fields = new GenericRowData(row.getArity());
            for (int j = 0; j < fields.getArity(); j++) {
                fields.setField(j, row.getField(j));
            }
            values.setField(i, fields);
        }
        return values;
    }

    private int cross(int from, int method) {
        if (!bound) {
            program.bind(input, results, ends, host.exchange().memory(), progress);
            bound = true;
        }
        return program.run(from, method);
    }

    private void collect(int found, Consumer<Object> collector) {
        int begin = 0;
        for (int i = 0; i < found; i++) {
            int end = ends.getInt(i);
            resultRow.pointTo(results.segments, begin, end - begin);
            begin = end;
            collector.accept(
                    resultGetter == null ? resultRow : resultGetter.getFieldOrNull(resultRow));
        }
    }

    /** The state's row lies behind the results. */
    private void takeState(Object[] state) {
        if (valueEntries.isEmpty()) {
            return;
        }
        int found = progress.getInt(RESULTS);
        int begin = found == 0 ? 0 : ends.getInt(found - 1);
        stateRow.pointTo(results.segments, begin, progress.getInt(STATE_BYTES));
        // Flink keeps the values; the memory is the next call's.
        BinaryRowData kept = stateRow.copy();
        for (int i = 0; i < valueEntries.size(); i++) {
            Row row = (Row) state[valueEntries.get(i)];
            RowData.FieldGetter[] getters = stateGetters[i];
            RowData value = kept.isNullAt(i) ? null : kept.getRow(i, getters.length);
            for (int j = 0; j < getters.length; j++) {
                row.setField(j, value == null ? null : getters[j].getFieldOrNull(value));
            }
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ProcessTableFunction.Context;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.GrowingBuffer;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;
import org.tsflink.runtime.state.HostExchange;
import org.tsflink.runtime.state.Views;

import javax.annotation.Nullable;

import java.util.List;

/**
 * Calls of a process table function: rows and timers are gathered, with the state of their
 * partitions; {@link #run} makes all calls in one crossing, and hands out what they give and leave.
 */
final class ProcessProgram implements AutoCloseable {
    /** In place of a table: the call is for a timer. */
    private static final int ON_TIMER = -2;

    /** Where in an item what lies (packages/runtime/src/process/process-buffers.ts). */
    private static final int PARTITION = 4;

    private static final int SCALARS = 8;
    private static final int STATE = 12;
    private static final int TIME = 16;
    private static final int TABLE_WATERMARK = 24;
    private static final int WATERMARK = 32;
    private static final int ROW_SIZE = 40;
    private static final int ROW = 48;

    /** Fields of the progress. */
    private static final int CALLS = 1;

    private static final int OUTPUTS = 2;
    private static final int PROGRESS_FIELDS = 3;

    private static final int FIRST_BYTES = 1 << 16;
    private static final int FIRST_ITEMS = 64;
    private static final int MOST_OUTPUTS = 4096;

    private final int values;
    private final ProcessHost host;
    private final HostExchange exchange;
    private final Program program;
    private final GrowingBuffer input = new GrowingBuffer(FIRST_BYTES);
    private final SharedBuffer owners = new SharedBuffer(MOST_OUTPUTS * Integer.BYTES);
    private final SharedBuffer ends = new SharedBuffer(MOST_OUTPUTS * Integer.BYTES);
    private final SharedBuffer progress = new SharedBuffer(PROGRESS_FIELDS * Integer.BYTES);
    private final BinaryRowData resultRow;
    private final BinaryRowData timerRow = new BinaryRowData(TimerChange.FIELDS);
    private final BinaryRowData[] valueRows;
    private SharedBuffer items = new SharedBuffer(FIRST_ITEMS * Integer.BYTES);
    private SharedBuffer outputs = new SharedBuffer(FIRST_BYTES);
    private int calls;

    /** The time of a call, in milliseconds; {@code Long.MIN_VALUE} for none. */
    record Moment(long time, long tableWatermark, long watermark) {
        static Moment of(
                @Nullable Long time, @Nullable Long tableWatermark, @Nullable Long watermark) {
            return new Moment(millis(time), millis(tableWatermark), millis(watermark));
        }

        private static long millis(@Nullable Long time) {
            return time == null ? Long.MIN_VALUE : time;
        }
    }

    /** Takes what calls give, in order; rows lie in memory that is good until the next run. */
    interface Outcome {
        /** A call gave a row. */
        void row(int call, BinaryRowData row);

        /** A call did something to timers. */
        void timer(int call, BinaryRowData change) throws Exception;

        /** What a partition keeps as a value of its state; null for nothing. */
        void value(int partition, int value, @Nullable BinaryRowData row) throws Exception;
    }

    ProcessProgram(
            ProcessDescriptor descriptor,
            ProcessLayout layout,
            FunctionContext context,
            FunctionOptions options) {
        values = layout.values.size();
        host = new ProcessHost(descriptor);
        exchange = HostExchange.of(true, host);
        resultRow = new BinaryRowData(descriptor.function().resultRow().getFieldCount());
        valueRows =
                layout.values.stream()
                        .map(RowType::getFieldCount)
                        .map(BinaryRowData::new)
                        .toArray(BinaryRowData[]::new);
        program =
                new Program(
                        layout.json,
                        List.of(descriptor.function()),
                        new byte[0],
                        exchange,
                        context,
                        options);
    }

    /** Calls gathered. */
    int calls() {
        return calls;
    }

    /** Bytes gathered. */
    int bytes() {
        return input.size();
    }

    /** Adds the row of the scalars of calls; returns where it is. */
    int addScalars(byte[] row) {
        return input.put(row, row.length);
    }

    /** Adds the state of a partition, null for values that are empty; returns where it is. */
    int addState(BinaryRowData[] rows) {
        int at = input.reserve(values * 2 * Integer.BYTES);
        for (int i = 0; i < values; i++) {
            int row = rows[i] == null ? -1 : input.put(rows[i]);
            input.memory().segment.putInt(at + i * Integer.BYTES, row);
            int size = rows[i] == null ? 0 : rows[i].getSizeInBytes();
            input.memory().segment.putInt(at + (values + i) * Integer.BYTES, size);
        }
        return at;
    }

    /** Adds a call of {@code eval}, for a row of a table, or none of table -1. */
    void addRow(
            int table,
            @Nullable BinaryRowData row,
            RowKind kind,
            int partition,
            int scalars,
            int state,
            Moment moment) {
        int at = add(table, partition, scalars, state, moment);
        if (row != null) {
            int rowAt = input.put(row);
            input.memory().segment.put(rowAt, kind.toByteValue());
            input.memory().segment.putInt(at + ROW_SIZE, row.getSizeInBytes());
        }
        items.putInt(calls++, at);
    }

    /** Adds a call of {@code onTimer}. */
    void addTimer(BinaryRowData name, int partition, int state, Moment moment) {
        int at = add(ON_TIMER, partition, 0, state, moment);
        input.put(name);
        items.putInt(calls++, at);
    }

    private int add(int table, int partition, int scalars, int state, Moment moment) {
        if ((calls + 1) * Integer.BYTES > items.capacity()) {
            items = items.grown(0);
        }
        int at = input.reserve(ROW);
        var segment = input.memory().segment;
        segment.putInt(at, table);
        segment.putInt(at + PARTITION, partition);
        segment.putInt(at + SCALARS, scalars);
        segment.putInt(at + STATE, state);
        segment.putLong(at + TIME, moment.time);
        segment.putLong(at + TABLE_WATERMARK, moment.tableWatermark);
        segment.putLong(at + WATERMARK, moment.watermark);
        return at;
    }

    /** Points to the row of a call that was gathered. */
    void pointTo(BinaryRowData row, int call) {
        int at = items.getInt(call);
        int size = input.memory().segment.getInt(at + ROW_SIZE);
        row.pointTo(input.memory().segments, at + ROW, size);
    }

    /** Whether a value of the state was empty when it was gathered. */
    boolean wasEmpty(int state, int value) {
        return input.memory().segment.getInt(state + value * Integer.BYTES) < 0;
    }

    /** Whether a value of the state is as it was when it was gathered. */
    boolean isUnchanged(int state, int value, BinaryRowData row) {
        var segment = input.memory().segment;
        int before = segment.getInt(state + value * Integer.BYTES);
        int size = row.getSizeInBytes();
        return !wasEmpty(state, value)
                && segment.getInt(state + (values + value) * Integer.BYTES) == size
                && segment.equalTo(row.getSegments()[0], before, row.getOffset(), size);
    }

    /**
     * Makes the calls, hands out what they give and then the state of so many partitions, and
     * forgets them.
     */
    void run(int partitions, Context context, Views views, Outcome outcome) throws Exception {
        int count = calls + (values == 0 ? 0 : partitions);
        host.begin(context, views, partitions);
        input.seal();
        items.filled(calls * Integer.BYTES);
        progress.putInt(CALLS, calls);
        progress.filled(progress.capacity());
        try {
            for (int done = 0; done < count; ) {
                program.bind(
                        input.memory(), outputs, items, owners, ends, exchange.memory(), progress);
                int next = program.run(done, count, done == 0 ? calls : 0);
                int found = progress.getInt(OUTPUTS);
                handOut(found, Math.max(next - calls, 0), Math.max(done - calls, 0), outcome);
                if (next == done && found == 0) {
                    // Not even one fits; the other side keeps it.
                    outputs = outputs.larger();
                }
                done = next;
            }
        } finally {
            calls = 0;
            input.clear();
        }
    }

    /** The values of the partitions that are done lie behind all else. */
    private void handOut(int found, int partitionsDone, int partitionsBefore, Outcome outcome)
            throws Exception {
        int firstValue = found - (partitionsDone - partitionsBefore) * values;
        int begin = 0;
        for (int i = 0; i < found; i++) {
            int end = ends.getInt(i);
            if (i >= firstValue) {
                int value = (i - firstValue) % values;
                BinaryRowData row = valueRows[value];
                row.pointTo(outputs.segments, begin, end - begin);
                int partition = partitionsBefore + (i - firstValue) / values;
                outcome.value(partition, value, end == begin ? null : row);
            } else if (owners.getInt(i) < 0) {
                timerRow.pointTo(outputs.segments, begin, end - begin);
                outcome.timer(~owners.getInt(i), timerRow);
            } else {
                resultRow.pointTo(outputs.segments, begin, end - begin);
                outcome.row(owners.getInt(i), resultRow);
            }
            begin = end;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.State;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.table.api.dataview.DataView;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.table.runtime.dataview.StateListView;
import org.apache.flink.table.runtime.dataview.StateMapView;
import org.apache.flink.table.runtime.generated.HashFunction;
import org.apache.flink.table.runtime.generated.ProcessTableRunner;
import org.apache.flink.table.runtime.generated.RecordEqualiser;
import org.apache.flink.table.runtime.operators.process.AbstractProcessTableOperator.RunnerContext;
import org.apache.flink.table.runtime.operators.process.AbstractProcessTableOperator.RunnerOnTimerContext;
import org.apache.flink.table.runtime.operators.process.PassAllCollector;
import org.apache.flink.table.runtime.operators.process.PassThroughCollectorBase;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.function.ThrowingConsumer;
import org.tsflink.runtime.batch.FlushTimer;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.RecentFailures;
import org.tsflink.runtime.process.ProcessProgram.Moment;
import org.tsflink.runtime.state.StateEntry;

import javax.annotation.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the calls that Flink's operator makes, and lets them cross into V8 together. The state of
 * a partition goes with its first call, and comes back once; what calls give goes out in their
 * order, and what they do to timers is done.
 */
final class BatchRunner extends ProcessTableRunner
        implements ProcessProgram.Outcome, FlushTimer.Batch {

    /** A partition of the batch: its key, or null where there are none, and where its state is. */
    private record Partition(int number, @Nullable RowData key, int state) {}

    /** A call of the batch: for a row of an input, or for a timer. */
    private record Call(int input, Partition partition, long time) {}

    private static final int NO_INPUT = -1;
    private static final int TIMER = -2;

    private final BatchProcessSpec spec;
    private final FunctionOptions options;
    private final Map<RowData, Partition> partitions = new HashMap<>();
    private final List<Partition> ordered = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<ValueState<RowData>> values = new ArrayList<>();
    private final List<DataView> views = new ArrayList<>();
    private final ProcessLayout layout;
    private final List<RowDataSerializer> tableRows;
    private final List<RowDataSerializer> valueRows;
    private final BinaryRowData[] inputRows;

    /** Which table of the function each input is. */
    private final int[] tables;

    @Nullable private KeyContext keys;
    private ThrowingConsumer<TimeContext<Long>, Exception> clearTimers;
    private FlushTimer timer;
    private boolean emitsTime;
    private ProcessProgram program;
    private int scalars;

    /** The call whose rows go out. */
    private int current;

    /** The partition that is current in Flink. */
    @Nullable private Partition selected;

    BatchRunner(BatchProcessSpec spec, FunctionOptions options) {
        this.spec = spec;
        this.options = options;
        layout = new ProcessLayout(spec.descriptor(), spec.argumentTypes(), options);
        tableRows = layout.tables.stream().map(RowDataSerializer::new).toList();
        valueRows = layout.values.stream().map(RowDataSerializer::new).toList();
        inputRows =
                layout.tables.stream()
                        .map(type -> new BinaryRowData(type.getFieldCount()))
                        .toArray(BinaryRowData[]::new);
        tables = new int[tableRows.size()];
        for (int i = 0; i < tables.length; i++) {
            tables[spec.tables().get(i).getInputIndex()] = i;
        }
    }

    /**
     * @param keysOfCalls null where there are no partitions
     * @param clearAllTimers clears those of the current partition
     */
    void of(
            @Nullable KeyContext keysOfCalls,
            ThrowingConsumer<TimeContext<Long>, Exception> clearAllTimers,
            ProcessingTimeService time) {
        keys = keysOfCalls;
        clearTimers = clearAllTimers;
        timer = new FlushTimer(this, time, options.flushInterval());
    }

    @Override
    public void initialize(
            State[] stateHandles,
            HashFunction[] stateHashCode,
            RecordEqualiser[] stateEquals,
            boolean emitRowtime,
            RunnerContext context,
            RunnerOnTimerContext timerContext,
            PassThroughCollectorBase collector,
            PassAllCollector timerCollector) {
        super.initialize(
                stateHandles,
                stateHashCode,
                stateEquals,
                emitRowtime,
                context,
                timerContext,
                collector,
                timerCollector);
        emitsTime = emitRowtime;
        List<StateEntry> entries = spec.descriptor().state();
        for (int i = 0; i < stateHandles.length; i++) {
            addState(entries.get(i), stateHandles[i]);
        }
    }

    @SuppressWarnings("unchecked")
    private void addState(StateEntry entry, State state) {
        switch (entry.kind()) {
            case VALUE -> values.add((ValueState<RowData>) state);
            case LIST_VIEW ->
                    views.add(new StateListView.KeyedStateListView<>((ListState<Object>) state));
            case MAP_VIEW ->
                    views.add(
                            new StateMapView.KeyedStateMapViewWithKeysNotNull<>(
                                    (MapState<Object, Object>) state));
        }
    }

    @Override
    public void open(OpenContext context) {
        program =
                new ProcessProgram(
                        spec.descriptor(),
                        layout,
                        new FunctionContext(getRuntimeContext()),
                        options);
    }

    @Override
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Whether calls of a partition wait. */
    boolean hasCallsOf(RowData key) {
        return partitions.containsKey(key);
    }

    @Override
    public void processEval() throws Exception {
        if (calls.isEmpty()) {
            scalars = program.addScalars(spec.scalars());
        }
        Partition partition = partition();
        Moment moment = moment();
        int table = inputIndex == NO_INPUT ? -1 : tables[inputIndex];
        program.addRow(
                table,
                table < 0 ? null : tableRows.get(table).toBinaryRow(inputRow),
                table < 0 ? RowKind.INSERT : inputRow.getRowKind(),
                partition.number,
                scalars,
                partition.state,
                moment);
        added(new Call(inputIndex, partition, moment.time()));
    }

    @Override
    public void processOnTimer() throws Exception {
        Partition partition = partition();
        Moment moment = moment();
        program.addTimer(TimerName.row(getTimerName()), partition.number, partition.state, moment);
        added(new Call(TIMER, partition, moment.time()));
    }

    private Partition partition() throws IOException {
        RowData key = keys == null ? null : (RowData) keys.getCurrentKey();
        Partition known = partitions.get(key);
        if (known != null) {
            return known;
        }
        BinaryRowData[] state = new BinaryRowData[values.size()];
        for (int i = 0; i < state.length; i++) {
            RowData value = values.get(i).value();
            state[i] = value == null ? null : valueRows.get(i).toBinaryRow(value);
        }
        Partition partition = new Partition(ordered.size(), key, program.addState(state));
        partitions.put(key, partition);
        ordered.add(partition);
        return partition;
    }

    private Moment moment() {
        Long time = getTime();
        Long watermark = runnerContext.timeContext(Long.class).currentWatermark();
        return new Moment(
                time == null ? Long.MIN_VALUE : time,
                getTableWatermark(),
                watermark == null ? Long.MIN_VALUE : watermark);
    }

    private void added(Call call) throws Exception {
        calls.add(call);
        if (calls.size() >= options.batchSize() || program.bytes() >= options.batchBytes()) {
            flush();
        } else {
            timer.start();
        }
    }

    /**
     * Makes the calls that wait. What is at work when they go finds its partition current again.
     */
    @Override
    public void flush() throws Exception {
        if (calls.isEmpty()) {
            return;
        }
        timer.next();
        current = -1;
        selected = null;
        Object key = keys == null ? null : keys.getCurrentKey();
        try {
            program.run(ordered.size(), runnerContext, this::view, this);
        } catch (FunctionException e) {
            RecentFailures.add(getRuntimeContext().getJobInfo().getJobId(), e);
            throw e;
        } finally {
            calls.clear();
            ordered.clear();
            partitions.clear();
            if (keys != null) {
                keys.setCurrentKey(key);
            }
        }
    }

    private void select(Partition partition) {
        if (selected != partition) {
            keys.setCurrentKey(partition.key);
            selected = partition;
        }
    }

    private DataView view(int partition, int view) {
        select(ordered.get(partition));
        return views.get(view);
    }

    @Override
    public void row(int call, BinaryRowData row) {
        Call of = calls.get(call);
        PassThroughCollectorBase collector = of.input == TIMER ? onTimerCollector : evalCollector;
        if (current != call) {
            current = call;
            if (of.input == TIMER) {
                collector.setPrefix(-1, of.partition.key);
            } else if (of.input != NO_INPUT) {
                BinaryRowData input = inputRows[tables[of.input]];
                program.pointTo(input, call);
                collector.setPrefix(of.input, input);
            }
            if (emitsTime) {
                collector.setRowtime(of.time);
            }
        }
        collector.collect(row);
    }

    @Override
    public void timer(int call, BinaryRowData change) throws Exception {
        if (keys != null) {
            select(calls.get(call).partition);
        }
        TimerChange.apply(change, runnerContext.timeContext(Long.class), clearTimers);
    }

    @Override
    public void value(int partition, int value, @Nullable BinaryRowData row) throws IOException {
        Partition of = ordered.get(partition);
        if (row == null) {
            if (!program.wasEmpty(of.state, value)) {
                select(of);
                values.get(value).clear();
            }
        } else if (!program.isUnchanged(of.state, value, row)) {
            select(of);
            values.get(value).update(row.copy());
        }
    }

    @Override
    public void callEval() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void callOnTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
            program = null;
        }
    }
}

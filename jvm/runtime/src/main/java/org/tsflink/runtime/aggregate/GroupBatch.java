package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.table.api.dataview.DataView;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySection;
import org.apache.flink.table.data.util.RowDataUtil;
import org.apache.flink.table.data.utils.JoinedRowData;
import org.apache.flink.table.runtime.generated.RecordEqualiser;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.batch.RowBatch;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The groups of a batch: first what V8 is to do is gathered, row by row; then it does all at once;
 * then changes go out and accumulators go back to the state.
 */
public final class GroupBatch implements RowBatch {

    /** A key of the batch, with what is known of it while rows are gathered. */
    private static final class Group {
        final RowData key;
        final int slot;
        final boolean hadState;
        boolean exists;
        RowData others;
        RowData othersValue;

        /** The instruction that gives the value of the first call; the others follow. */
        int value = -1;

        int store = -1;

        Group(RowData key, int slot, boolean hadState) {
            this.key = key;
            this.slot = slot;
            this.hadState = hadState;
        }
    }

    /** What some rows change of the result. */
    private record Change(
            Group group,
            boolean first,
            boolean last,
            RowData othersBefore,
            int before,
            RowData othersAfter,
            int after) {}

    private final GroupAggregateSpec spec;
    private final AggregateProgram program;
    private final OtherAggregates others;
    private final ValueState<RowData> state;

    /** The views of the calls' accumulators, of the current key. */
    private final List<DataView> views;

    private final RecordEqualiser equaliser;
    private final KeyContext keys;
    private final Consumer<RowData> output;
    private final int maxBytes;
    private final BatchRows rows;

    private final int calls;
    private final RowData.FieldGetter[] valueGetters;
    private final Map<RowData, Group> groups = new HashMap<>();
    private final List<Group> ordered = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final BinaryRowData row;
    private final BinaryRowData written = new BinaryRowData(1);
    private final JoinedRowData joined = new JoinedRowData();
    private RowData keyToAdd;
    private MemorySegment[][] segments = new MemorySegment[1024][];
    private int[] offsets = new int[1024];
    private int[] sizes = new int[1024];
    private int selected = -1;

    GroupBatch(
            GroupAggregateSpec spec,
            AggregateProgram program,
            OtherAggregates others,
            ValueState<RowData> state,
            List<DataView> views,
            RecordEqualiser equaliser,
            KeyContext keys,
            Consumer<RowData> output,
            FunctionOptions options) {
        this.spec = spec;
        this.program = program;
        this.others = others;
        this.state = state;
        this.views = views;
        this.equaliser = equaliser;
        this.keys = keys;
        this.output = output;
        maxBytes = options.batchBytes();
        rows = new BatchRows(options.batchSize());
        calls = spec.calls().size();
        valueGetters = new RowData.FieldGetter[calls];
        for (int i = 0; i < calls; i++) {
            valueGetters[i] =
                    RowData.createFieldGetter(spec.calls().get(i).function().returnType(), 0);
        }
        row = new BinaryRowData(spec.inputType().getFieldCount());
    }

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public boolean isFull() {
        return rows.isFull();
    }

    @Override
    public boolean hasRoom(BinaryRowData row) {
        // If there is none, the rows before go first, and take the context to their keys.
        keyToAdd = (RowData) keys.getCurrentKey();
        return rows.isEmpty() || program.inputBytes() + row.getSizeInBytes() <= maxBytes;
    }

    @Override
    public void add(BinaryRowData row, RowKind kind) {
        rows.add(keyToAdd, program.put(row, kind), row.getSizeInBytes());
    }

    @Override
    public void close() {
        program.close();
        others.close();
    }

    /** Lets V8 see the rows, sends on what changes, and writes the state. */
    void run() throws Exception {
        try {
            if (spec.miniBatch()) {
                gatherByKey();
            } else {
                for (int i = 0; i < rows.count(); i++) {
                    gather(rows.key(i), rows, i, i + 1);
                }
            }
            cross();
        } finally {
            rows.clear();
        }
    }

    private void gatherByKey() throws Exception {
        Map<RowData, BatchRows> bundle = new LinkedHashMap<>();
        for (int i = 0; i < rows.count(); i++) {
            bundle.computeIfAbsent(rows.key(i), key -> new BatchRows(4)).add(rows, i);
        }
        for (Map.Entry<RowData, BatchRows> entry : bundle.entrySet()) {
            gather(entry.getKey(), entry.getValue(), 0, entry.getValue().count());
        }
    }

    /** Gathers what rows of one key, which change the result together, ask of V8. */
    private void gather(RowData key, BatchRows rows, int from, int to) throws Exception {
        Group group = groups.get(key);
        if (group == null || !others.isEmpty()) {
            keys.setCurrentKey(key);
        }
        if (group == null) {
            group = begin(key);
        }
        // What retracts without anything to retract from comes first after a clean-up of the state.
        int next = from;
        while (!group.exists && next < to && isRetraction(rows, next)) {
            next++;
        }
        if (next == to) {
            return;
        }
        boolean first = !group.exists;
        if (first) {
            create(group);
        }
        others.set(group.others);
        RowData othersBefore = group.othersValue == null ? others.value() : group.othersValue;
        int before = group.value;
        select(group);
        for (; next < to; next++) {
            boolean retraction = isRetraction(rows, next);
            others.add(row, retraction);
            for (int call = 0; call < calls; call++) {
                if (passes(spec.calls().get(call))) {
                    program.add(
                            retraction ? Instruction.RETRACT : Instruction.ACCUMULATE,
                            call,
                            rows.offset(next));
                }
            }
        }
        group.others = others.accumulators();
        group.othersValue = others.value();
        if (others.isOfNoRows(group.others)) {
            group.exists = false;
            group.value = -1;
            group.othersValue = null;
            others.cleanUp();
            clearViews();
            if (!first) {
                changes.add(new Change(group, false, true, othersBefore, before, null, -1));
            }
            return;
        }
        group.value = addAll(Instruction.VALUE);
        changes.add(
                new Change(
                        group, first, false, othersBefore, before, group.othersValue, group.value));
    }

    private void clearViews() {
        for (int call = 0; call < calls; call++) {
            if (!spec.calls().get(call).function().views().isEmpty()) {
                program.add(Instruction.CLEAR, call);
            }
        }
    }

    /** A view of a group, which a function asks for while V8 is at work. */
    private DataView view(int group, int view) {
        keys.setCurrentKey(ordered.get(group).key);
        return views.get(view);
    }

    private boolean isRetraction(BatchRows rows, int index) {
        row.pointTo(program.inputSegments(), rows.offset(index), rows.size(index));
        return RowDataUtil.isRetractMsg(row);
    }

    private boolean passes(AggregateCall call) {
        return call.filter() < 0 || !row.isNullAt(call.filter()) && row.getBoolean(call.filter());
    }

    private Group begin(RowData key) throws Exception {
        RowData known = state.value();
        Group group = new Group(key, groups.size(), known != null);
        groups.put(key, group);
        ordered.add(group);
        if (known != null) {
            group.exists = true;
            group.others = others.ofState(known);
            select(group);
            for (int call = 0; call < calls; call++) {
                int field = spec.otherAccumulators().length + call;
                program.add(Instruction.LOAD, call, (BinarySection) known.getRow(field, 1));
            }
            group.value = addAll(Instruction.VALUE);
        }
        return group;
    }

    private void create(Group group) throws Exception {
        group.exists = true;
        group.others = others.create();
        group.othersValue = null;
        select(group);
        addAll(Instruction.CREATE);
    }

    private void select(Group group) {
        if (selected != group.slot) {
            selected = group.slot;
            program.add(Instruction.SELECT, 0, group.slot);
        }
    }

    /** Adds an instruction for each call; returns the number of the first. */
    private int addAll(int kind) {
        int first = program.count();
        for (int call = 0; call < calls; call++) {
            program.add(kind, call);
        }
        return first;
    }

    private void cross() throws Exception {
        try {
            for (Group group : ordered) {
                if (group.exists) {
                    select(group);
                    group.store = addAll(Instruction.STORE);
                }
            }
            if (program.count() > offsets.length) {
                int length = program.count() * 2;
                segments = new MemorySegment[length][];
                offsets = new int[length];
                sizes = new int[length];
            }
            program.run(this::note, this::view);
            for (Change change : changes) {
                emit(change);
            }
            for (Group group : ordered) {
                store(group);
            }
        } finally {
            groups.clear();
            ordered.clear();
            changes.clear();
            selected = -1;
        }
    }

    private void note(int instruction, MemorySegment[] output, int offset, int size) {
        segments[instruction] = output;
        offsets[instruction] = offset;
        sizes[instruction] = size;
    }

    private void emit(Change change) {
        RowData before = change.first ? null : aggregates(change.othersBefore, change.before);
        if (change.last) {
            emit(RowKind.DELETE, change.group, before);
            return;
        }
        RowData after = aggregates(change.othersAfter, change.after);
        if (change.first) {
            emit(RowKind.INSERT, change.group, after);
            return;
        }
        // With a time to live, updates keep what is downstream alive.
        if (spec.stateRetentionMillis() <= 0 && equaliser.equals(before, after)) {
            return;
        }
        if (spec.generateUpdateBefore()) {
            emit(RowKind.UPDATE_BEFORE, change.group, before);
        }
        emit(RowKind.UPDATE_AFTER, change.group, after);
    }

    private void emit(RowKind kind, Group group, RowData aggregates) {
        joined.replace(group.key, aggregates).setRowKind(kind);
        output.accept(joined);
    }

    private RowData aggregates(RowData othersValue, int value) {
        GenericRowData aggregates = new GenericRowData(calls + spec.otherPositions().length);
        others.toAggregates(othersValue, spec.otherPositions(), aggregates);
        for (int call = 0; call < calls; call++) {
            point(value + call);
            aggregates.setField(
                    spec.callPositions()[call], valueGetters[call].getFieldOrNull(written));
        }
        return aggregates;
    }

    private void point(int instruction) {
        written.pointTo(segments[instruction], offsets[instruction], sizes[instruction]);
    }

    private void store(Group group) throws Exception {
        if (!group.exists && !group.hadState) {
            return;
        }
        keys.setCurrentKey(group.key);
        if (!group.exists) {
            state.clear();
            return;
        }
        int first = spec.otherAccumulators().length;
        GenericRowData known = new GenericRowData(first + calls);
        others.toState(group.others, known);
        for (int call = 0; call < calls; call++) {
            point(group.store + call);
            known.setField(first + call, written.copy());
        }
        state.update(known);
    }
}

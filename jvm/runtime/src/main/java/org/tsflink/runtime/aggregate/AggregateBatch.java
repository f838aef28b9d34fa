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
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.batch.RowBatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The groups of a batch: first what V8 is to do is gathered, row by row; then it does all at once;
 * then changes go out and accumulators go back to the state.
 */
abstract class AggregateBatch implements RowBatch {

    /** A key of the batch, with what is known of it while rows are gathered. */
    static final class Group {
        final RowData key;
        final int slot;
        final boolean hadState;
        boolean exists;
        RowData others;
        RowData othersValue;

        /** The instruction, of the first call, that writes what the group amounts to now. */
        int value = -1;

        int store = -1;

        Group(RowData key, int slot, boolean hadState) {
            this.key = key;
            this.slot = slot;
            this.hadState = hadState;
        }
    }

    final GroupAggregateSpec spec;
    final AggregateProgram program;
    final OtherAggregates others;
    final KeyContext keys;
    final int calls;
    final BatchRows rows;
    final BinaryRowData row;

    private final ValueState<RowData> state;
    private final List<DataView> views;
    private final Consumer<RowData> output;
    private final int maxBytes;
    private final Map<RowData, Group> groups = new HashMap<>();
    private final List<Group> ordered = new ArrayList<>();
    private final BinaryRowData written = new BinaryRowData(1);
    private final JoinedRowData joined = new JoinedRowData();
    private RowData keyToAdd;
    private MemorySegment[][] segments = new MemorySegment[1024][];
    private int[] offsets = new int[1024];
    private int[] sizes = new int[1024];
    private int selected = -1;

    AggregateBatch(GroupParts parts) {
        spec = parts.spec();
        program = parts.program();
        others = parts.others();
        state = parts.state();
        views = parts.views();
        keys = parts.keys();
        output = parts.output();
        maxBytes = parts.options().batchBytes();
        rows = new BatchRows(parts.options().batchSize());
        calls = spec.calls().size();
        row = new BinaryRowData(spec.inputType().getFieldCount());
    }

    /** Gathers what the rows ask of V8. */
    abstract void gather() throws Exception;

    /** Sends on what has changed, and forgets it. */
    abstract void emitChanges();

    /** Forgets what has changed. */
    abstract void clearChanges();

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
    final void run() throws Exception {
        try {
            gather();
            cross();
        } finally {
            rows.clear();
            groups.clear();
            ordered.clear();
            clearChanges();
            selected = -1;
        }
    }

    /** The group of a key, to which the context of the others goes. */
    final Group group(RowData key) throws Exception {
        Group group = groups.get(key);
        if (group == null || !others.isEmpty()) {
            keys.setCurrentKey(key);
        }
        return group == null ? begin(key) : group;
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
            restored(group);
        }
        return group;
    }

    /** Called for a group whose accumulators come from the state. */
    abstract void restored(Group group);

    final void create(Group group) throws Exception {
        group.exists = true;
        group.others = others.create();
        group.othersValue = null;
        select(group);
        addAll(Instruction.CREATE);
    }

    /** Adds a row to the accumulators of the selected group. */
    final void update(BatchRows rows, int index) throws Exception {
        boolean retraction = isRetraction(rows, index);
        others.add(row, retraction);
        for (int call = 0; call < calls; call++) {
            if (passes(spec.calls().get(call))) {
                program.add(
                        retraction ? Instruction.RETRACT : Instruction.ACCUMULATE,
                        call,
                        rows.offset(index));
            }
        }
    }

    final boolean isRetraction(BatchRows rows, int index) {
        row.pointTo(program.inputSegments(), rows.offset(index), rows.size(index));
        return RowDataUtil.isRetractMsg(row);
    }

    private boolean passes(AggregateCall call) {
        return call.filter() < 0 || !row.isNullAt(call.filter()) && row.getBoolean(call.filter());
    }

    /** Ends the selected group, all rows of which were taken back. */
    final void end(Group group) throws Exception {
        group.exists = false;
        group.value = -1;
        group.othersValue = null;
        others.cleanUp();
        for (int call = 0; call < calls; call++) {
            if (!spec.calls().get(call).function().views().isEmpty()) {
                program.add(Instruction.CLEAR, call);
            }
        }
    }

    final void select(Group group) {
        if (selected != group.slot) {
            selected = group.slot;
            program.add(Instruction.SELECT, 0, group.slot);
        }
    }

    /** Adds an instruction for each call; returns the number of the first. */
    final int addAll(int kind) {
        int first = program.count();
        for (int call = 0; call < calls; call++) {
            program.add(kind, call);
        }
        return first;
    }

    private void cross() throws Exception {
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
        Arrays.fill(sizes, 0, program.count(), 0);
        program.run(this::note, this::view, ordered.size());
        emitChanges();
        for (Group group : ordered) {
            store(group);
        }
    }

    private void note(int instruction, MemorySegment[] output, int offset, int size) {
        segments[instruction] = output;
        offsets[instruction] = offset;
        sizes[instruction] = size;
    }

    /** A view of a group, which a function asks for while V8 is at work. */
    private DataView view(int group, int view) {
        keys.setCurrentKey(ordered.get(group).key);
        return views.get(view);
    }

    final void emit(RowKind kind, Group group, RowData aggregates) {
        joined.replace(group.key, aggregates).setRowKind(kind);
        output.accept(joined);
    }

    /** What an instruction wrote: a row of one field. */
    final BinaryRowData written(int instruction) {
        written.pointTo(segments[instruction], offsets[instruction], sizes[instruction]);
        return written;
    }

    /** The memory of what an instruction wrote. */
    final MemorySegment[] segments(int instruction) {
        return segments[instruction];
    }

    final int offset(int instruction) {
        return offsets[instruction];
    }

    /** How many bytes an instruction wrote. */
    final int size(int instruction) {
        return sizes[instruction];
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
            known.setField(first + call, written(group.store + call).copy());
        }
        state.update(known);
    }
}

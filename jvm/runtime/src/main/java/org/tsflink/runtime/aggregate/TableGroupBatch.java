package org.tsflink.runtime.aggregate;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.List;

/** Groups of which one table aggregate function makes rows, anew for each row that comes in. */
final class TableGroupBatch extends AggregateBatch {
    private static final int ONLY_CALL = 0;

    /** What an instruction emitted, to go out or to be taken back. */
    private record Emission(Group group, int instruction, RowKind kind) {}

    private final List<Emission> emissions = new ArrayList<>();
    private final BinaryRowData emitted = new BinaryRowData(1);
    private final RowData.FieldGetter valueGetter;
    private final boolean valueIsRow;

    /** Whether the function itself takes back what is no more. */
    private final boolean updates;

    TableGroupBatch(GroupParts parts) {
        super(parts);
        var function = spec.calls().get(ONLY_CALL).function();
        LogicalType type = function.returnType();
        valueGetter = RowData.createFieldGetter(type, 0);
        valueIsRow = type instanceof RowType;
        updates = function.methods().contains("emitUpdateWithRetract");
    }

    @Override
    void gather() throws Exception {
        for (int i = 0; i < rows.count(); i++) {
            gather(i);
        }
    }

    private void gather(int index) throws Exception {
        Group group = group(rows.key(index));
        if (!group.exists) {
            create(group);
        } else if (!updates && spec.generateUpdateBefore()) {
            emissions.add(new Emission(group, group.value, RowKind.DELETE));
        }
        others.set(group.others);
        select(group);
        update(rows, index);
        group.others = others.accumulators();
        if (others.isOfNoRows(group.others)) {
            end(group);
            return;
        }
        group.value = program.add(updates ? Instruction.EMIT_UPDATE : Instruction.EMIT, ONLY_CALL);
        emissions.add(new Emission(group, group.value, RowKind.INSERT));
    }

    @Override
    void restored(Group group) {
        if (!updates && spec.generateUpdateBefore()) {
            group.value = program.add(Instruction.EMIT, ONLY_CALL);
        }
    }

    @Override
    void emitChanges() {
        emissions.forEach(this::emit);
    }

    @Override
    void clearChanges() {
        emissions.clear();
    }

    private void emit(Emission emission) {
        int at = offset(emission.instruction);
        int end = at + size(emission.instruction);
        MemorySegment[] segments = segments(emission.instruction);
        while (at < end) {
            int size = segments[0].getInt(at);
            boolean retracted = segments[0].getInt(at + 4) == 1;
            emitted.pointTo(segments, at + Accumulator.ROW_HEADER, size);
            Object value = valueGetter.getFieldOrNull(emitted);
            emit(
                    retracted ? RowKind.DELETE : emission.kind,
                    emission.group,
                    valueIsRow ? (RowData) value : GenericRowData.of(value));
            at += Accumulator.ROW_HEADER + size;
        }
    }
}

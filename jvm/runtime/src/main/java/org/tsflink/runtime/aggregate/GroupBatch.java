package org.tsflink.runtime.aggregate;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.generated.RecordEqualiser;
import org.apache.flink.types.RowKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Groups with one row of aggregates each, which their rows change. */
final class GroupBatch extends AggregateBatch {

    /** What some rows change of the result. */
    private record Change(
            Group group,
            boolean first,
            boolean last,
            RowData othersBefore,
            int before,
            RowData othersAfter,
            int after) {}

    private final RecordEqualiser equaliser;
    private final RowData.FieldGetter[] valueGetters;
    private final List<Change> changes = new ArrayList<>();

    GroupBatch(GroupParts parts, RecordEqualiser equaliser) {
        super(parts);
        this.equaliser = equaliser;
        valueGetters = new RowData.FieldGetter[calls];
        for (int i = 0; i < calls; i++) {
            valueGetters[i] =
                    RowData.createFieldGetter(spec.calls().get(i).function().returnType(), 0);
        }
    }

    @Override
    void gather() throws Exception {
        if (spec.miniBatch()) {
            gatherByKey();
        } else {
            for (int i = 0; i < rows.count(); i++) {
                gather(rows.key(i), rows, i, i + 1);
            }
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
        Group group = group(key);
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
            update(rows, next);
        }
        group.others = others.accumulators();
        group.othersValue = others.value();
        if (others.isOfNoRows(group.others)) {
            end(group);
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

    @Override
    void restored(Group group) {
        group.value = addAll(Instruction.VALUE);
    }

    @Override
    void emitChanges() {
        changes.forEach(this::emit);
    }

    @Override
    void clearChanges() {
        changes.clear();
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

    private RowData aggregates(RowData othersValue, int value) {
        GenericRowData aggregates = new GenericRowData(calls + spec.otherPositions().length);
        others.toAggregates(othersValue, spec.otherPositions(), aggregates);
        for (int call = 0; call < calls; call++) {
            aggregates.setField(
                    spec.callPositions()[call],
                    valueGetters[call].getFieldOrNull(written(value + call)));
        }
        return aggregates;
    }
}

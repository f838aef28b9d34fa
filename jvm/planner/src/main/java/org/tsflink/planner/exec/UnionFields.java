package org.tsflink.planner.exec;

import org.apache.calcite.plan.RelOptUtil.InputFinder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.flink.table.types.logical.RowType;

import java.util.List;

/** Chooses the input fields that the operator keeps: arguments and forwarded ones in one row. */
final class UnionFields {

    private UnionFields() {}

    /** Indices in the input row, ascending. */
    static int[] of(List<RexNode> projection, RowType inputType) {
        int all = inputType.getFieldCount();
        ImmutableBitSet used = InputFinder.bits(projection, null);
        // From half of the fields on, copying a whole binary row is cheaper than projecting it.
        return (used.cardinality() * 2 >= all ? ImmutableBitSet.range(all) : used).toArray();
    }
}

package org.tsflink.planner.logical;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.util.ImmutableBitSet;

import java.util.List;

/** A node whose row is some fields of the split calc's input, then the slots of a collector. */
final class Row extends RexShuttle {

    final RelNode rel;
    private final ImmutableBitSet fields;

    Row(RelNode rel, ImmutableBitSet fields) {
        this.rel = rel;
        this.fields = fields;
    }

    /** Rewrites an expression over the input and the slots into one over this row. */
    RexNode map(RexNode expression) {
        return expression == null ? null : expression.accept(this);
    }

    List<RexNode> map(List<RexNode> expressions) {
        return expressions.stream().map(this::map).toList();
    }

    @Override
    public RexNode visitInputRef(RexInputRef reference) {
        return new RexInputRef(fields.indexOf(reference.getIndex()), reference.getType());
    }

    @Override
    public RexNode visitLocalRef(RexLocalRef reference) {
        return new RexInputRef(fields.cardinality() + reference.getIndex(), reference.getType());
    }
}

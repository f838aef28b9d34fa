package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.utils.RexLiteralUtil;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.calc.Constants;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Lays literals out as the fields of one row. */
final class ConstantsBuilder {

    private record Value(LogicalType type, @Nullable Object internal) {}

    private final List<RexNode> known = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    /** The index of the literal's field. */
    int add(RexLiteral literal) {
        int index = known.indexOf(literal);
        return index >= 0
                ? index
                : add(
                        literal,
                        new Value(type(literal), RexLiteralUtil.toFlinkInternalValue(literal).f0));
    }

    /** The index of a field that is NULL, for an argument that was left out. */
    int addNull(RexNode omitted) {
        return add(omitted, new Value(type(omitted).copy(true), null));
    }

    private int add(RexNode node, Value value) {
        known.add(node);
        values.add(value);
        return values.size() - 1;
    }

    private static LogicalType type(RexNode node) {
        return FlinkTypeFactory.toLogicalType(node.getType());
    }

    Constants build() {
        if (values.isEmpty()) {
            return Constants.NONE;
        }
        RowType type = RowType.of(values.stream().map(Value::type).toArray(LogicalType[]::new));
        Object[] fields = values.stream().map(Value::internal).toArray();
        BinaryRowData row = new RowDataSerializer(type).toBinaryRow(GenericRowData.of(fields));
        byte[] bytes =
                BinarySegmentUtils.copyToBytes(
                        row.getSegments(), row.getOffset(), row.getSizeInBytes());
        return new Constants(type, bytes);
    }
}

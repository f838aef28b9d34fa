package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexLiteral;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.utils.RexLiteralUtil;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.calc.Constants;

import java.util.ArrayList;
import java.util.List;

/** Lays literals out as the fields of one row. */
final class ConstantsBuilder {

    private final List<RexLiteral> literals = new ArrayList<>();

    /** The index of the literal's field. */
    int add(RexLiteral literal) {
        int known = literals.indexOf(literal);
        if (known >= 0) {
            return known;
        }
        literals.add(literal);
        return literals.size() - 1;
    }

    Constants build() {
        if (literals.isEmpty()) {
            return Constants.NONE;
        }
        RowType type =
                RowType.of(
                        literals.stream()
                                .map(literal -> FlinkTypeFactory.toLogicalType(literal.getType()))
                                .toArray(LogicalType[]::new));
        Object[] values =
                literals.stream()
                        .map(literal -> RexLiteralUtil.toFlinkInternalValue(literal).f0)
                        .toArray();
        BinaryRowData row = new RowDataSerializer(type).toBinaryRow(GenericRowData.of(values));
        byte[] bytes =
                BinarySegmentUtils.copyToBytes(
                        row.getSegments(), row.getOffset(), row.getSizeInBytes());
        return new Constants(type, bytes);
    }
}

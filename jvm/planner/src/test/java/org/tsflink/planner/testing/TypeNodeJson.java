package org.tsflink.planner.testing;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.DayTimeIntervalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.MultisetType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.YearMonthIntervalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes a type as the TypeNode that the JavaScript side reads. */
final class TypeNodeJson {

    private TypeNodeJson() {}

    static String of(LogicalType type) {
        return "{\"root\":\"%s\",\"nullable\":%s%s}"
                .formatted(type.getTypeRoot(), type.isNullable(), parameters(type));
    }

    private static String parameters(LogicalType type) {
        if (type instanceof RowType row) {
            return row.getFields().stream()
                    .map(
                            f ->
                                    "{\"name\":\"%s\",\"type\":%s}"
                                            .formatted(f.getName(), of(f.getType())))
                    .collect(Collectors.joining(",", ",\"fields\":[", "]"));
        }
        if (type instanceof ArrayType array) {
            return children(array.getElementType());
        }
        if (type instanceof MultisetType multiset) {
            return children(multiset.getElementType());
        }
        if (type instanceof MapType map) {
            return children(map.getKeyType(), map.getValueType());
        }
        if (type instanceof YearMonthIntervalType interval) {
            return ",\"precision\":" + interval.getYearPrecision();
        }
        if (type instanceof DayTimeIntervalType interval) {
            return ",\"precision\":%d,\"scale\":%d"
                    .formatted(interval.getDayPrecision(), interval.getFractionalPrecision());
        }
        return switch (type.getTypeRoot()) {
            case CHAR, VARCHAR, BINARY, VARBINARY ->
                    ",\"length\":" + LogicalTypeChecks.getLength(type);
            case DECIMAL ->
                    ",\"precision\":%d,\"scale\":%d"
                            .formatted(
                                    LogicalTypeChecks.getPrecision(type),
                                    LogicalTypeChecks.getScale(type));
            default ->
                    type.is(LogicalTypeFamily.TIMESTAMP) || type.is(LogicalTypeFamily.TIME)
                            ? ",\"precision\":" + LogicalTypeChecks.getPrecision(type)
                            : "";
        };
    }

    private static String children(LogicalType... types) {
        return Arrays.stream(types)
                .map(TypeNodeJson::of)
                .collect(Collectors.joining(",", ",\"children\":[", "]"));
    }
}

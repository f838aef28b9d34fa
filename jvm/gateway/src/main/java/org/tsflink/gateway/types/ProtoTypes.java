package org.tsflink.gateway.types;

import org.apache.flink.table.types.logical.DayTimeIntervalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.StructuredType;
import org.apache.flink.table.types.logical.YearMonthIntervalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;
import org.tsflink.proto.v1.DataType;
import org.tsflink.proto.v1.Field;
import org.tsflink.proto.v1.TimestampKind;
import org.tsflink.proto.v1.TypeRoot;

import java.util.List;
import java.util.Optional;

/** Flink's types as types of the protocol. */
public final class ProtoTypes {

    private ProtoTypes() {}

    /** The protocol's form of one of Flink's types; what it cannot say is OPAQUE. */
    public static DataType toProto(LogicalType type) {
        DataType.Builder proto =
                DataType.newBuilder()
                        .setRoot(root(type))
                        .setNullable(type.isNullable())
                        .setSummary(type.asSummaryString());
        switch (type.getTypeRoot()) {
            case CHAR, VARCHAR, BINARY, VARBINARY ->
                    proto.setLength(LogicalTypeChecks.getLength(type));
            case DECIMAL ->
                    proto.setPrecision(LogicalTypeChecks.getPrecision(type))
                            .setScale(LogicalTypeChecks.getScale(type));
            case TIME_WITHOUT_TIME_ZONE -> proto.setPrecision(LogicalTypeChecks.getPrecision(type));
            case TIMESTAMP_WITHOUT_TIME_ZONE, TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                    proto.setPrecision(LogicalTypeChecks.getPrecision(type))
                            .setTimestampKind(timestampKind(type));
            case INTERVAL_YEAR_MONTH ->
                    proto.setPrecision(((YearMonthIntervalType) type).getYearPrecision());
            case INTERVAL_DAY_TIME -> {
                DayTimeIntervalType interval = (DayTimeIntervalType) type;
                proto.setPrecision(interval.getDayPrecision())
                        .setScale(interval.getFractionalPrecision());
            }
            case ARRAY, MULTISET, MAP ->
                    type.getChildren().forEach(child -> proto.addChildren(toProto(child)));
            case ROW, STRUCTURED_TYPE -> fields(type).forEach(proto::addFields);
            default -> {}
        }
        return proto.build();
    }

    private static List<Field> fields(LogicalType type) {
        if (type instanceof StructuredType structured) {
            return structured.getAttributes().stream()
                    .map(a -> field(a.getName(), a.getType(), a.getDescription()))
                    .toList();
        }
        return ((RowType) type)
                .getFields().stream()
                        .map(f -> field(f.getName(), f.getType(), f.getDescription()))
                        .toList();
    }

    private static Field field(String name, LogicalType type, Optional<String> description) {
        return Field.newBuilder()
                .setName(name)
                .setType(toProto(type))
                .setDescription(description.orElse(""))
                .build();
    }

    private static TypeRoot root(LogicalType type) {
        return switch (type.getTypeRoot()) {
            case CHAR -> TypeRoot.TYPE_ROOT_CHAR;
            case VARCHAR -> TypeRoot.TYPE_ROOT_VARCHAR;
            case BOOLEAN -> TypeRoot.TYPE_ROOT_BOOLEAN;
            case BINARY -> TypeRoot.TYPE_ROOT_BINARY;
            case VARBINARY -> TypeRoot.TYPE_ROOT_VARBINARY;
            case DECIMAL -> TypeRoot.TYPE_ROOT_DECIMAL;
            case TINYINT -> TypeRoot.TYPE_ROOT_TINYINT;
            case SMALLINT -> TypeRoot.TYPE_ROOT_SMALLINT;
            case INTEGER -> TypeRoot.TYPE_ROOT_INTEGER;
            case BIGINT -> TypeRoot.TYPE_ROOT_BIGINT;
            case FLOAT -> TypeRoot.TYPE_ROOT_FLOAT;
            case DOUBLE -> TypeRoot.TYPE_ROOT_DOUBLE;
            case DATE -> TypeRoot.TYPE_ROOT_DATE;
            case TIME_WITHOUT_TIME_ZONE -> TypeRoot.TYPE_ROOT_TIME_WITHOUT_TIME_ZONE;
            case TIMESTAMP_WITHOUT_TIME_ZONE -> TypeRoot.TYPE_ROOT_TIMESTAMP_WITHOUT_TIME_ZONE;
            case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                    TypeRoot.TYPE_ROOT_TIMESTAMP_WITH_LOCAL_TIME_ZONE;
            case INTERVAL_YEAR_MONTH -> TypeRoot.TYPE_ROOT_INTERVAL_YEAR_MONTH;
            case INTERVAL_DAY_TIME -> TypeRoot.TYPE_ROOT_INTERVAL_DAY_TIME;
            case ARRAY -> TypeRoot.TYPE_ROOT_ARRAY;
            case MULTISET -> TypeRoot.TYPE_ROOT_MULTISET;
            case MAP -> TypeRoot.TYPE_ROOT_MAP;
            // Structured objects are rows to JavaScript.
            case ROW, STRUCTURED_TYPE -> TypeRoot.TYPE_ROOT_ROW;
            case NULL -> TypeRoot.TYPE_ROOT_NULL;
            case VARIANT -> TypeRoot.TYPE_ROOT_VARIANT;
            case BITMAP -> TypeRoot.TYPE_ROOT_BITMAP;
            default -> TypeRoot.TYPE_ROOT_OPAQUE;
        };
    }

    private static TimestampKind timestampKind(LogicalType type) {
        if (LogicalTypeChecks.isProctimeAttribute(type)) {
            return TimestampKind.TIMESTAMP_KIND_PROCTIME;
        }
        return LogicalTypeChecks.isRowtimeAttribute(type)
                ? TimestampKind.TIMESTAMP_KIND_ROWTIME
                : TimestampKind.TIMESTAMP_KIND_REGULAR;
    }
}

package org.tsflink.gateway.types;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BinaryType;
import org.apache.flink.table.types.logical.BitmapType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.DateType;
import org.apache.flink.table.types.logical.DayTimeIntervalType;
import org.apache.flink.table.types.logical.DayTimeIntervalType.DayTimeResolution;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.FloatType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.MultisetType;
import org.apache.flink.table.types.logical.NullType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.SmallIntType;
import org.apache.flink.table.types.logical.TimeType;
import org.apache.flink.table.types.logical.TimestampType;
import org.apache.flink.table.types.logical.TinyIntType;
import org.apache.flink.table.types.logical.VarBinaryType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.table.types.logical.VariantType;
import org.apache.flink.table.types.logical.YearMonthIntervalType;
import org.apache.flink.table.types.logical.YearMonthIntervalType.YearMonthResolution;
import org.apache.flink.table.types.utils.TypeConversions;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.DataType;
import org.tsflink.proto.v1.Field;

import java.util.List;

/** Types of the protocol as Flink's types. */
public final class LogicalTypes {

    private LogicalTypes() {}

    /** The type as the Table API wants it. */
    public static org.apache.flink.table.types.DataType toDataType(DataType type) {
        return TypeConversions.fromLogicalToDataType(toLogicalType(type));
    }

    /** Flink's type of a type of the protocol. */
    public static LogicalType toLogicalType(DataType type) {
        boolean nullable = type.getNullable();
        return switch (type.getRoot()) {
            case TYPE_ROOT_CHAR -> new CharType(nullable, type.getLength());
            case TYPE_ROOT_VARCHAR -> new VarCharType(nullable, type.getLength());
            case TYPE_ROOT_BOOLEAN -> new BooleanType(nullable);
            case TYPE_ROOT_BINARY -> new BinaryType(nullable, type.getLength());
            case TYPE_ROOT_VARBINARY -> new VarBinaryType(nullable, type.getLength());
            case TYPE_ROOT_DECIMAL ->
                    new DecimalType(nullable, type.getPrecision(), type.getScale());
            case TYPE_ROOT_TINYINT -> new TinyIntType(nullable);
            case TYPE_ROOT_SMALLINT -> new SmallIntType(nullable);
            case TYPE_ROOT_INTEGER -> new IntType(nullable);
            case TYPE_ROOT_BIGINT -> new BigIntType(nullable);
            case TYPE_ROOT_FLOAT -> new FloatType(nullable);
            case TYPE_ROOT_DOUBLE -> new DoubleType(nullable);
            case TYPE_ROOT_DATE -> new DateType(nullable);
            case TYPE_ROOT_TIME_WITHOUT_TIME_ZONE -> new TimeType(nullable, type.getPrecision());
            case TYPE_ROOT_TIMESTAMP_WITHOUT_TIME_ZONE ->
                    new TimestampType(nullable, type.getPrecision());
            case TYPE_ROOT_TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                    new LocalZonedTimestampType(nullable, type.getPrecision());
            case TYPE_ROOT_INTERVAL_YEAR_MONTH ->
                    new YearMonthIntervalType(
                            nullable, YearMonthResolution.YEAR_TO_MONTH, precisionOr(type, 2));
            case TYPE_ROOT_INTERVAL_DAY_TIME ->
                    new DayTimeIntervalType(
                            nullable,
                            DayTimeResolution.DAY_TO_SECOND,
                            precisionOr(type, 2),
                            type.getScale());
            case TYPE_ROOT_ARRAY -> new ArrayType(nullable, child(type, 0));
            case TYPE_ROOT_MULTISET -> new MultisetType(nullable, child(type, 0));
            case TYPE_ROOT_MAP -> new MapType(nullable, child(type, 0), child(type, 1));
            case TYPE_ROOT_ROW -> new RowType(nullable, rowFields(type.getFieldsList()));
            case TYPE_ROOT_NULL -> new NullType();
            case TYPE_ROOT_VARIANT -> new VariantType(nullable);
            case TYPE_ROOT_BITMAP -> new BitmapType(nullable);
            case TYPE_ROOT_OPAQUE, TYPE_ROOT_UNSPECIFIED, UNRECOGNIZED ->
                    throw new GatewayException(
                            ErrorCode.TYPE_UNSUPPORTED,
                            "The type "
                                    + (type.getSummary().isEmpty()
                                            ? type.getRoot()
                                            : type.getSummary())
                                    + " cannot be sent by a client.",
                            "Cast the column to a SQL type, or use SQL.");
        };
    }

    private static LogicalType child(DataType type, int index) {
        if (index >= type.getChildrenCount()) {
            throw new GatewayException(
                    ErrorCode.PLAN_INVALID, type.getRoot() + " lacks its element type.");
        }
        return toLogicalType(type.getChildren(index));
    }

    private static List<RowType.RowField> rowFields(List<Field> fields) {
        return fields.stream()
                .map(
                        field ->
                                new RowType.RowField(
                                        field.getName(),
                                        toLogicalType(field.getType()),
                                        field.getDescription().isEmpty()
                                                ? null
                                                : field.getDescription()))
                .toList();
    }

    // 0 days or years is no precision of SQL: it means that the client named none.
    private static int precisionOr(DataType type, int fallback) {
        return type.getPrecision() == 0 ? fallback : type.getPrecision();
    }
}

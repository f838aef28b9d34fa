package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.utils.TypeConversions;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.proto.v1.Literal;
import org.tsflink.proto.v1.LiteralValue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;

/** Literals, each with the type that the client gave it. */
final class Literals {

    private Literals() {}

    static ApiExpression toExpression(Literal literal) {
        LogicalType type = LogicalTypes.toLogicalType(literal.getType());
        if (!literal.hasValue()) {
            return Expressions.nullOf(TypeConversions.fromLogicalToDataType(type.copy(true)));
        }
        // Flink wants the type of a value that is not null to say so.
        DataType notNull = TypeConversions.fromLogicalToDataType(type.copy(false));
        return Expressions.lit(toJava(literal.getValue(), type), notNull);
    }

    /** The value as an object of Java, without its type; for parameters that are plain values. */
    static Object toJava(LiteralValue value, LogicalType type) {
        try {
            return switch (type.getTypeRoot()) {
                case CHAR, VARCHAR -> value.getText();
                case BOOLEAN -> value.getBoolean();
                case BINARY, VARBINARY -> value.getBinary().toByteArray();
                case DECIMAL -> new BigDecimal(value.getText());
                case TINYINT -> toByte(integer(value));
                case SMALLINT -> toShort(integer(value));
                case INTEGER -> Math.toIntExact(integer(value));
                case BIGINT -> integer(value);
                case FLOAT -> (float) value.getFloating();
                case DOUBLE -> value.getFloating();
                case DATE -> LocalDate.parse(value.getText());
                case TIME_WITHOUT_TIME_ZONE -> LocalTime.parse(value.getText());
                case TIMESTAMP_WITHOUT_TIME_ZONE -> LocalDateTime.parse(value.getText());
                case TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                        OffsetDateTime.parse(value.getText()).toInstant();
                case INTERVAL_YEAR_MONTH -> Period.parse(value.getText());
                case INTERVAL_DAY_TIME -> Duration.parse(value.getText());
                default ->
                        throw new GatewayException(
                                ErrorCode.TYPE_UNSUPPORTED,
                                "SQL has no literals of type " + type.asSummaryString() + ".",
                                "Make the value with array(), map() or row().");
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw invalid(value, type, "it is not written as one: " + e.getMessage());
        } catch (ArithmeticException e) {
            throw invalid(value, type, "it is out of range");
        }
    }

    private static long integer(LiteralValue value) {
        return value.hasText() ? Long.parseLong(value.getText()) : value.getInteger();
    }

    private static byte toByte(long value) {
        if (value != (byte) value) {
            throw new ArithmeticException();
        }
        return (byte) value;
    }

    private static short toShort(long value) {
        if (value != (short) value) {
            throw new ArithmeticException();
        }
        return (short) value;
    }

    private static GatewayException invalid(LiteralValue value, LogicalType type, String why) {
        String shown = value.hasText() ? "'" + value.getText() + "'" : "" + value.getInteger();
        return new GatewayException(
                ErrorCode.LITERAL_INVALID,
                "The literal " + shown + " is no " + type.asSummaryString() + ": " + why + ".",
                "Give a value of that type, or name another type.");
    }
}

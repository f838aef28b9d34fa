package org.tsflink.gateway;

import com.google.protobuf.ByteString;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.gateway.types.ProtoTypes;
import org.tsflink.gateway.types.TypeNodeJson;
import org.tsflink.proto.v1.Expression;
import org.tsflink.proto.v1.Literal;
import org.tsflink.proto.v1.LiteralValue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every type, both ways: as a type, as a value of fromValues, and as a literal. */
class TypesTest {

    private static Stream<Arguments> values() {
        TimestampData timestamp = TimestampData.fromEpochMillis(1_700_000_000_123L, 456_789);
        return Stream.of(
                Arguments.of(DataTypes.CHAR(3), StringData.fromString("abc")),
                Arguments.of(DataTypes.VARCHAR(9), StringData.fromString("žluť")),
                Arguments.of(
                        DataTypes.STRING(),
                        StringData.fromString("a long text, longer than a slot")),
                Arguments.of(DataTypes.BOOLEAN(), true),
                Arguments.of(DataTypes.BINARY(2), new byte[] {1, 2}),
                Arguments.of(DataTypes.VARBINARY(9), new byte[] {1, 2, 3}),
                Arguments.of(DataTypes.BYTES(), new byte[20]),
                Arguments.of(DataTypes.DECIMAL(10, 2), decimal("12345678.90", 10, 2)),
                Arguments.of(DataTypes.DECIMAL(38, 18), decimal("-1.000000000000000001", 38, 18)),
                Arguments.of(DataTypes.TINYINT(), (byte) -128),
                Arguments.of(DataTypes.SMALLINT(), Short.MAX_VALUE),
                Arguments.of(DataTypes.INT(), Integer.MIN_VALUE),
                Arguments.of(DataTypes.BIGINT(), Long.MIN_VALUE),
                Arguments.of(DataTypes.FLOAT(), 1.5f),
                Arguments.of(DataTypes.DOUBLE(), -0.1),
                Arguments.of(DataTypes.DATE(), 19_000),
                Arguments.of(DataTypes.TIME(3), 86_399_999),
                Arguments.of(DataTypes.TIMESTAMP(3), TimestampData.fromEpochMillis(-1)),
                Arguments.of(DataTypes.TIMESTAMP(9), timestamp),
                Arguments.of(DataTypes.TIMESTAMP_LTZ(3), TimestampData.fromEpochMillis(5)),
                Arguments.of(DataTypes.TIMESTAMP_LTZ(9), timestamp),
                Arguments.of(DataTypes.INTERVAL(DataTypes.YEAR(), DataTypes.MONTH()), 14),
                Arguments.of(DataTypes.INTERVAL(DataTypes.DAY(), DataTypes.SECOND(3)), 90_061_001L),
                Arguments.of(
                        DataTypes.ARRAY(DataTypes.STRING()),
                        new GenericArrayData(new Object[] {StringData.fromString("a"), null})),
                Arguments.of(
                        DataTypes.MAP(DataTypes.STRING(), DataTypes.BIGINT()),
                        new GenericMapData(Map.of(StringData.fromString("k"), 1L))),
                Arguments.of(
                        DataTypes.MULTISET(DataTypes.STRING()),
                        new GenericMapData(Map.of(StringData.fromString("k"), 2))),
                Arguments.of(
                        DataTypes.ROW(
                                DataTypes.FIELD("a", DataTypes.INT()),
                                DataTypes.FIELD("b", DataTypes.ARRAY(DataTypes.BIGINT()))),
                        GenericRowData.of(1, new GenericArrayData(new Object[] {2L}))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void goesThereAndBack(DataType dataType, Object value) {
        LogicalType type = dataType.getLogicalType();
        assertThat(LogicalTypes.toLogicalType(ProtoTypes.toProto(type))).isEqualTo(type);
        assertThat(LogicalTypes.toLogicalType(ProtoTypes.toProto(type.copy(false))))
                .isEqualTo(type.copy(false));
        RowType row = RowType.of(new LogicalType[] {type}, new String[] {"v"});
        GenericRowData full = GenericRowData.of(value);
        try (Client client = Client.batch()) {
            var executed =
                    client.query(
                            Plans.of(Plans.values(row, full, GenericRowData.of((Object) null))));
            assertThat(executed.getSchema().getColumns(0).getType())
                    .isEqualTo(ProtoTypes.toProto(type));
            RowDataSerializer serializer = new RowDataSerializer(row);
            assertThat(client.rows(executed))
                    .containsExactly(
                            serializer.toBinaryRow(full).copy(),
                            serializer.toBinaryRow(GenericRowData.of((Object) null)).copy());
        }
    }

    @Test
    void takesNoRowsAtAll() {
        RowType row =
                RowType.of(
                        new LogicalType[] {DataTypes.INT().getLogicalType()}, new String[] {"v"});
        try (Client client = Client.streaming()) {
            assertThat(client.rows(client.query(Plans.of(Plans.values(row))))).isEmpty();
        }
    }

    private static Stream<Arguments> literals() {
        return Stream.of(
                Arguments.of(DataTypes.CHAR(3), text("abc"), "abc"),
                Arguments.of(DataTypes.STRING(), text("it's"), "it's"),
                Arguments.of(
                        DataTypes.BOOLEAN(), LiteralValue.newBuilder().setBoolean(true), "TRUE"),
                Arguments.of(
                        DataTypes.BYTES(),
                        LiteralValue.newBuilder().setBinary(ByteString.copyFrom(new byte[] {65})),
                        "A"),
                Arguments.of(DataTypes.DECIMAL(5, 2), text("123.40"), "123.40"),
                Arguments.of(DataTypes.TINYINT(), integer(-7), "-7"),
                Arguments.of(DataTypes.SMALLINT(), integer(300), "300"),
                Arguments.of(DataTypes.INT(), integer(-70_000), "-70000"),
                Arguments.of(DataTypes.BIGINT(), integer(Long.MAX_VALUE), "9223372036854775807"),
                Arguments.of(
                        DataTypes.BIGINT(), text("-9223372036854775808"), "-9223372036854775808"),
                Arguments.of(DataTypes.FLOAT(), LiteralValue.newBuilder().setFloating(1.5), "1.5"),
                Arguments.of(
                        DataTypes.DOUBLE(), LiteralValue.newBuilder().setFloating(-0.1), "-0.1"),
                Arguments.of(DataTypes.DATE(), text("2024-02-29"), "2024-02-29"),
                Arguments.of(DataTypes.TIME(0), text("23:59:59"), "23:59:59"),
                Arguments.of(
                        DataTypes.TIMESTAMP(3),
                        text("2024-02-29T01:02:03.004"),
                        "2024-02-29 01:02:03.004"),
                Arguments.of(
                        DataTypes.TIMESTAMP_LTZ(3),
                        text("2024-02-29T01:02:03.004Z"),
                        "2024-02-29 01:02:03.004"),
                Arguments.of(
                        DataTypes.INTERVAL(DataTypes.YEAR(), DataTypes.MONTH()),
                        text("P1Y2M"),
                        "+1-02"),
                Arguments.of(
                        DataTypes.INTERVAL(DataTypes.DAY(), DataTypes.SECOND(3)),
                        text("PT25H1M1.001S"),
                        "+1 01:01:01.001"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("literals")
    void takesLiterals(DataType dataType, LiteralValue.Builder value, String expected) {
        LogicalType type = dataType.getLogicalType();
        Literal literal =
                Literal.newBuilder().setType(ProtoTypes.toProto(type)).setValue(value).build();
        Literal none = Literal.newBuilder().setType(ProtoTypes.toProto(type)).build();
        RowType row =
                RowType.of(
                        new LogicalType[] {DataTypes.INT().getLogicalType()}, new String[] {"v"});
        try (Client client = Client.batch()) {
            client.sql("SET 'table.local-time-zone' = 'UTC'");
            var executed =
                    client.query(
                            Plans.of(
                                    Plans.values(row, GenericRowData.of(1)),
                                    Plans.project(
                                            0,
                                            Plans.as(text(literal, type), "v"),
                                            Plans.as(
                                                    Plans.call("isNull", expression(none)), "n"))));
            assertThat(executed.getSchema().getColumns(0).getName()).isEqualTo("v");
            RowData result = client.rows(executed).get(0);
            assertThat(result.getString(0).toString()).isEqualTo(expected);
            assertThat(result.getBoolean(1)).isTrue();
        }
    }

    private static Expression text(Literal literal, LogicalType type) {
        Expression toType =
                Expression.newBuilder()
                        .setType(ProtoTypes.toProto(DataTypes.STRING().getLogicalType()))
                        .build();
        return Plans.call("cast", expression(literal), toType);
    }

    private static Expression expression(Literal literal) {
        return Expression.newBuilder().setLiteral(literal).build();
    }

    @Test
    void refusesALiteralOutOfRange() {
        Literal literal =
                Literal.newBuilder()
                        .setType(ProtoTypes.toProto(DataTypes.TINYINT().getLogicalType()))
                        .setValue(integer(128))
                        .build();
        RowType row =
                RowType.of(
                        new LogicalType[] {DataTypes.INT().getLogicalType()}, new String[] {"v"});
        try (Client client = Client.batch()) {
            var detail =
                    Failures.of(
                            () ->
                                    client.query(
                                            Plans.of(
                                                    Plans.values(row),
                                                    Plans.project(0, expression(literal)))));
            assertThat(detail.getCode()).isEqualTo("LITERAL_INVALID");
            assertThat(detail.getMessage()).contains("128").contains("TINYINT");
        }
    }

    @Test
    void writesTypeNodes() {
        DataType type =
                DataTypes.ROW(
                                DataTypes.FIELD("a", DataTypes.DECIMAL(5, 2)),
                                DataTypes.FIELD("b", DataTypes.ARRAY(DataTypes.STRING())))
                        .notNull();
        var proto =
                ProtoTypes.toProto(type.getLogicalType()).toBuilder()
                        .setBridgedTo("object")
                        .build();
        assertThat(TypeNodeJson.of(proto))
                .isEqualTo(
                        "{\"root\":\"ROW\",\"nullable\":false,\"fields\":["
                                + "{\"name\":\"a\",\"type\":{\"root\":\"DECIMAL\",\"nullable\":true,"
                                + "\"precision\":5,\"scale\":2}},"
                                + "{\"name\":\"b\",\"type\":{\"root\":\"ARRAY\",\"nullable\":true,"
                                + "\"children\":[{\"root\":\"VARCHAR\",\"nullable\":true,"
                                + "\"length\":2147483647}]}}],\"bridgedTo\":\"object\"}");
    }

    private static DecimalData decimal(String text, int precision, int scale) {
        return DecimalData.fromBigDecimal(new BigDecimal(text), precision, scale);
    }

    private static LiteralValue.Builder text(String text) {
        return LiteralValue.newBuilder().setText(text);
    }

    private static LiteralValue.Builder integer(long value) {
        return LiteralValue.newBuilder().setInteger(value);
    }
}

package org.tsflink.runtime.calc;

import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BinaryType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.DateType;
import org.apache.flink.table.types.logical.DayTimeIntervalType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.FloatType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.MapType;
import org.apache.flink.table.types.logical.MultisetType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.SmallIntType;
import org.apache.flink.table.types.logical.TimeType;
import org.apache.flink.table.types.logical.TimestampType;
import org.apache.flink.table.types.logical.TinyIntType;
import org.apache.flink.table.types.logical.VarBinaryType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.table.types.logical.YearMonthIntervalType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsflink.runtime.engine.TestEngine;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptScalarFunction;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tsflink.runtime.calc.TestFunctions.call;
import static org.tsflink.runtime.calc.TestFunctions.field;
import static org.tsflink.runtime.calc.TestFunctions.function;

/**
 * Values that Flink wrote go through an identity function and come back with the very bytes that
 * Flink writes.
 */
class ValueRoundTripTest {
    private static final RowType NESTED =
            RowType.of(
                    new LogicalType[] {new BigIntType(), VarCharType.STRING_TYPE},
                    new String[] {"id", "name"});

    static Stream<Arguments> values() {
        return Stream.of(
                arguments(new BooleanType(), List.of(true, false)),
                arguments(new TinyIntType(), List.of((byte) -128, (byte) 127)),
                arguments(new SmallIntType(), List.of(Short.MIN_VALUE, Short.MAX_VALUE)),
                arguments(new IntType(), List.of(Integer.MIN_VALUE, -1, Integer.MAX_VALUE)),
                arguments(new BigIntType(), List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE)),
                arguments(new FloatType(), List.of(1.1f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY)),
                arguments(new DoubleType(), List.of(1.1, -0.0, Double.MAX_VALUE, Double.NaN)),
                arguments(new CharType(3), List.of(text("abc"), text("日本語"))),
                arguments(
                        VarCharType.STRING_TYPE,
                        List.of(
                                text(""),
                                text("1234567"),
                                text("12345678"),
                                text("é😀 long text"))),
                arguments(new BinaryType(2), List.of(new byte[] {1, -1})),
                arguments(new VarBinaryType(99), List.of(new byte[0], new byte[7], new byte[31])),
                arguments(new DecimalType(18, 3), decimals(18, 3, "-999999999999999.999", "0.001")),
                arguments(
                        new DecimalType(38, 10),
                        decimals(
                                38,
                                10,
                                "9999999999999999999999999999.9999999999",
                                "-0.5",
                                "0",
                                "12345678901.5")),
                arguments(new DateType(), List.of(-1, 0, 20_000, -800_000)),
                arguments(new TimeType(3), List.of(0, 86_399_999)),
                arguments(new TimestampType(3), timestamps(-1, 0, 1_700_000_000_123L)),
                arguments(new TimestampType(9), List.of(nanos(-1, 999_999), nanos(5, 0))),
                arguments(new LocalZonedTimestampType(3), timestamps(-1, 1_700_000_000_123L)),
                arguments(new LocalZonedTimestampType(6), List.of(nanos(-1, 999_000))),
                arguments(
                        new YearMonthIntervalType(
                                YearMonthIntervalType.YearMonthResolution.YEAR_TO_MONTH),
                        List.of(-13, 25)),
                arguments(
                        new DayTimeIntervalType(
                                DayTimeIntervalType.DayTimeResolution.DAY_TO_SECOND),
                        List.of(-90_061_001L, 1L)),
                arguments(
                        new ArrayType(new BigIntType()),
                        List.of(array(), array(1L, null, 3L), array(new Object[40]))),
                arguments(
                        new ArrayType(new SmallIntType()),
                        List.of(array((short) 1, null, (short) 3))),
                arguments(
                        new ArrayType(VarCharType.STRING_TYPE),
                        List.of(
                                array(
                                        text("short"),
                                        null,
                                        text("much longer than that"),
                                        text("é")))),
                arguments(
                        new MapType(VarCharType.STRING_TYPE, new IntType()),
                        List.of(map(text("one"), 1, text("none"), null))),
                arguments(new MultisetType(VarCharType.STRING_TYPE), List.of(map(text("one"), 2))),
                arguments(
                        NESTED,
                        List.of(GenericRowData.of(1L, text("é")), GenericRowData.of(null, null))),
                arguments(
                        new ArrayType(NESTED),
                        List.of(
                                array(
                                        GenericRowData.of(1L, text("a name of some length")),
                                        null))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void batch(LogicalType type, List<Object> values) throws Exception {
        CallTree identity = call(function("identity", type, type), field(0));
        FunctionOptions options = TestEngine.DEFAULT;
        try (BatchCalc calc =
                new BatchCalc(
                        new CallTree[] {identity},
                        RowType.of(type),
                        Constants.NONE,
                        RowType.of(type),
                        new FunctionContext(null),
                        options)) {
            RowDataSerializer serializer = new RowDataSerializer(RowType.of(type));
            for (Object value : withNull(values)) {
                BinaryRowData row = serializer.toBinaryRow(GenericRowData.of(value)).copy();
                calc.add(row, row.getRowKind());
                calc.run(kind -> assertThat(calc.resultRow()).as("%s", value).isEqualTo(row));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void perRow(LogicalType type, List<Object> values) throws Exception {
        FunctionDescriptor identity = function("identity", type, type);
        TypeScriptScalarFunction function =
                new TypeScriptScalarFunction(identity, TestEngine.DEFAULT);
        RowDataSerializer serializer = new RowDataSerializer(RowType.of(type));
        function.open(new FunctionContext(null));
        try {
            for (Object value : withNull(values)) {
                BinaryRowData row = serializer.toBinaryRow(GenericRowData.of(value)).copy();
                Object result = function.eval(value);
                assertThat(serializer.toBinaryRow(GenericRowData.of(result))).isEqualTo(row);
            }
        } finally {
            function.close();
        }
    }

    private static List<Object> withNull(List<Object> values) {
        return Stream.concat(values.stream(), Stream.of((Object) null)).toList();
    }

    private static StringData text(String text) {
        return StringData.fromString(text);
    }

    private static List<DecimalData> decimals(int precision, int scale, String... values) {
        return Arrays.stream(values)
                .map(value -> DecimalData.fromBigDecimal(new BigDecimal(value), precision, scale))
                .toList();
    }

    private static List<TimestampData> timestamps(long... millis) {
        return Arrays.stream(millis).mapToObj(TimestampData::fromEpochMillis).toList();
    }

    private static TimestampData nanos(long millis, int nanos) {
        return TimestampData.fromEpochMillis(millis, nanos);
    }

    private static ArrayData array(Object... values) {
        return new GenericArrayData(values);
    }

    private static GenericMapData map(Object... entries) {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(entries[i], entries[i + 1]);
        }
        return new GenericMapData(map);
    }
}

package org.tsflink.runtime.calc;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LocalZonedTimestampType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tsflink.runtime.engine.TestEngine;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.NullHandling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsflink.runtime.calc.CalcHarness.text;
import static org.tsflink.runtime.calc.TestFunctions.call;
import static org.tsflink.runtime.calc.TestFunctions.field;
import static org.tsflink.runtime.calc.TestFunctions.function;

class BatchCalcOperatorTest {
    private static final LogicalType BIGINT = new BigIntType();
    private static final LogicalType STRING = VarCharType.STRING_TYPE;
    private static final FunctionOptions OPTIONS = TestEngine.DEFAULT;
    private static final CallTree PLUS1 = call(function("plus1", BIGINT, BIGINT), field(0));

    private static FunctionOptions batches(int rows, int bytes) {
        return TestEngine.options(rows, bytes, OPTIONS.timeout(), OPTIONS.heapLimitBytes());
    }

    @Test
    @Tag("embedded") // others give the rows of a full batch with the next one
    void fullBatchGoes() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(3, 1 << 16), PLUS1)) {
            calc.process(1L);
            calc.process((Object) null);
            assertThat(calc.output()).isEmpty();
            calc.process(3L);
            assertThat(calc.output()).containsExactly("+I[1, 2]", "+I[null, null]", "+I[3, 4]");
        }
    }

    @Test
    @Tag("embedded") // others give the rows of a full batch with the next one
    void fullBufferGoes() throws Exception {
        RowType type = RowType.of(BIGINT);
        // Each row is sixteen bytes.
        try (CalcHarness calc = new CalcHarness(type, batches(1000, 48), PLUS1)) {
            for (long i = 0; i < 4; i++) {
                calc.process(i);
            }
            assertThat(calc.output()).containsExactly("+I[0, 1]", "+I[1, 2]", "+I[2, 3]");
        }
    }

    @Test
    void timerGoes() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), OPTIONS, PLUS1)) {
            calc.harness.setProcessingTime(0);
            calc.process(1L);
            calc.harness.setProcessingTime(4);
            assertThat(calc.output()).isEmpty();
            calc.harness.setProcessingTime(5);
            assertThat(calc.output()).containsExactly("+I[1, 2]");
        }
    }

    @Test
    @Tag("embedded") // others give the rows of a full batch with the next one
    void timerOfAnEarlierBatchLeavesTheNextItsTime() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(2, 1 << 16), PLUS1)) {
            calc.harness.setProcessingTime(0);
            calc.process(1L);
            calc.process(2L);
            calc.harness.setProcessingTime(3);
            calc.process(3L);
            calc.harness.setProcessingTime(5);
            assertThat(calc.output()).hasSize(2);
            calc.harness.setProcessingTime(10);
            assertThat(calc.output()).containsExactly("+I[1, 2]", "+I[2, 3]", "+I[3, 4]");
        }
    }

    @Test
    void watermarkWaitsForTheRowsBeforeIt() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), OPTIONS, PLUS1)) {
            calc.harness.processWatermark(new Watermark(1));
            calc.process(1L);
            calc.harness.processWatermark(new Watermark(2));
            calc.harness.processWatermark(new Watermark(3));
            assertThat(calc.output()).containsExactly("W1");
            calc.harness.setProcessingTime(100);
            assertThat(calc.output()).containsExactly("W1", "+I[1, 2]", "W3");
        }
    }

    @Test
    void lastWatermarkStatusBarrierAndFinishGo() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), OPTIONS, PLUS1)) {
            calc.process(1L);
            calc.harness.processWatermark(Watermark.MAX_WATERMARK);
            assertThat(calc.output()).containsExactly("+I[1, 2]", "W" + Long.MAX_VALUE);
            calc.process(2L);
            calc.harness.processWatermarkStatus(WatermarkStatus.IDLE);
            assertThat(calc.results()).hasSize(2);
            calc.process(3L);
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results()).hasSize(3);
            calc.process(4L);
            calc.harness.endInput();
            calc.harness.getOperator().finish();
            assertThat(calc.results()).containsExactly(2L, 3L, 4L, 5L);
        }
    }

    @Test
    void rowKindsStay() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(4, 1 << 16), PLUS1)) {
            for (RowKind kind : RowKind.values()) {
                calc.process(kind, 1L);
            }
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.output())
                    .containsExactly("+I[1, 2]", "-U[1, 2]", "+U[1, 2]", "-D[1, 2]");
        }
    }

    @Test
    void severalAndNestedCallsWithConstantsInOneCrossing() throws Exception {
        RowType constantsType = RowType.of(BIGINT);
        BinaryRowData row =
                new RowDataSerializer(constantsType).toBinaryRow(GenericRowData.of(100L));
        Constants constants = new Constants(constantsType, row.getSegments()[0].getArray());
        CallTree plus2 = call(function("plus1", BIGINT, BIGINT), PLUS1);
        CallTree sum =
                call(function("add", BIGINT, BIGINT, BIGINT), plus2, new Argument.Constant(0));
        try (CalcHarness calc =
                new CalcHarness(RowType.of(BIGINT), constants, batches(2, 1024), PLUS1, sum)) {
            calc.process(1L);
            calc.process(2L);
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.output()).containsExactly("+I[1, 2, 103]", "+I[2, 3, 104]");
        }
    }

    @Test
    void nullIsKeptFromFunctionsThatWantIt() throws Exception {
        CallTree add =
                call(
                        function(
                                TestFunctions.ARTIFACT,
                                "add",
                                NullHandling.RETURN_NULL,
                                BIGINT,
                                BIGINT,
                                BIGINT),
                        field(0),
                        field(1));
        try (CalcHarness calc =
                new CalcHarness(RowType.of(BIGINT, BIGINT), batches(2, 1024), add)) {
            calc.process(1L, null);
            calc.process(1L, 2L);
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results()).containsExactly(null, 3L);
        }
    }

    @Test
    void textOfAllKindsAndLengths() throws Exception {
        List<String> texts =
                new ArrayList<>(
                        List.of("", "a", "1234567", "12345678", "straße", "żółć ≠ 日本語", "😀"));
        IntStream.range(0, 300)
                .forEach(i -> texts.add("row " + i + (i % 50 == 0 ? " é" : "") + "x".repeat(i)));
        CallTree upper = call(function("upper", STRING, STRING), field(0));
        try (CalcHarness calc =
                new CalcHarness(RowType.of(STRING), batches(texts.size(), 1 << 20), upper)) {
            for (String text : texts) {
                calc.process(text(text));
            }
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results())
                    .containsExactlyElementsOf(
                            texts.stream().map(text -> (Object) text(text.toUpperCase())).toList());
        }
    }

    @Test
    void resultsThatOverflowTheBufferAreResumedWithoutCallingTwice() throws Exception {
        CallTree repeat =
                call(function("repeat", STRING, STRING, new IntType()), field(0), field(1));
        CallTree count = call(function("count", new IntType(false)));
        RowType type = RowType.of(STRING, new IntType());
        try (CalcHarness calc = new CalcHarness(type, batches(40, 4096), repeat, count)) {
            for (int i = 0; i < 40; i++) {
                // Up to 40 kB, ten times the buffer.
                calc.process(text("x"), i * 1000);
            }
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results())
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
            assertThat(calc.output().get(39)).contains("x".repeat(39_000));
        }
    }

    @Test
    void rowLargerThanTheBuffer() throws Exception {
        CallTree upper = call(function("upper", STRING, STRING), field(0));
        try (CalcHarness calc = new CalcHarness(RowType.of(STRING), batches(3, 1024), upper)) {
            calc.process(text("small"));
            calc.process(text("large".repeat(100_000)));
            calc.process(text("small"));
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results())
                    .containsExactly(text("SMALL"), text("LARGE".repeat(100_000)), text("SMALL"));
        }
    }

    @Test
    void operatorsOfATaskShareAnIsolateThatGoesWithTheLast() throws Exception {
        assertThat(TestEngine.count()).isZero();
        CalcHarness first = new CalcHarness(RowType.of(BIGINT), OPTIONS, PLUS1);
        CalcHarness second = new CalcHarness(RowType.of(BIGINT), OPTIONS, PLUS1);
        assertThat(TestEngine.count()).isOne();
        first.close();
        second.process(1L);
        second.harness.prepareSnapshotPreBarrier(1);
        assertThat(second.results()).containsExactly(2L);
        second.close();
        assertThat(TestEngine.count()).isZero();
    }

    @Test
    void temporalOfABundleIsThatOfTheRuntime() throws Exception {
        LogicalType instant = new LocalZonedTimestampType(3);
        LogicalType bool = new BooleanType();
        CallTree same = call(function("sameTemporal", bool, instant), field(0));
        try (CalcHarness calc = new CalcHarness(RowType.of(instant), batches(1, 1024), same)) {
            calc.process(TimestampData.fromEpochMillis(0));
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results()).containsExactly(true);
        }
    }

    @Test
    void batchesAreFullAtTheirSize() {
        RowType type = RowType.of(BIGINT);
        CallTree[] calls = {PLUS1};
        FunctionContext context = new FunctionContext(null);
        try (BatchCalc calc =
                new BatchCalc(calls, type, Constants.NONE, type, context, batches(4, 1024))) {
            RowDataSerializer serializer = new RowDataSerializer(type);
            List<Long> results = new ArrayList<>();
            for (long i = 0; i < 12; i++) {
                calc.add(serializer.toBinaryRow(GenericRowData.of(i)), RowKind.INSERT);
                if (calc.isFull()) {
                    calc.run(kind -> results.add(calc.resultRow().getLong(0)));
                }
            }
            assertThat(results).hasSize(12).startsWith(1L, 2L);
            assertThat(calc.isEmpty()).isTrue();
        }
    }
}

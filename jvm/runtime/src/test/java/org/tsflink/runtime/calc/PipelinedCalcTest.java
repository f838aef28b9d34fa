package org.tsflink.runtime.calc;

import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.engine.EngineOptions;
import org.tsflink.runtime.engine.Engines;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tsflink.runtime.calc.CalcHarness.text;
import static org.tsflink.runtime.calc.TestFunctions.call;
import static org.tsflink.runtime.calc.TestFunctions.field;
import static org.tsflink.runtime.calc.TestFunctions.function;

/** Batches that an engine beside the task computes while the task goes on. */
@Tag("embedded") // once, whatever the engine of other tests
@Timeout(60)
class PipelinedCalcTest {
    private static final LogicalType BIGINT = new BigIntType();
    private static final LogicalType STRING = VarCharType.STRING_TYPE;
    private static final CallTree PLUS1 = call(function("plus1", BIGINT, BIGINT), field(0));

    @AfterEach
    void nothingIsLeft() {
        assertThat(Engines.of(EngineKind.PROCESS).count()).isZero();
    }

    private static FunctionOptions batches(int rows, int bytes) {
        FunctionOptions defaults = FunctionOptions.DEFAULT;
        return new FunctionOptions(
                rows,
                bytes,
                defaults.flushInterval(),
                defaults.timeout(),
                defaults.heapLimitBytes(),
                new EngineOptions(EngineKind.PROCESS, defaults.engine().settings()));
    }

    private static List<Object> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).<Object>mapToObj(n -> n).toList();
    }

    @Test
    void theRowsOfABatchGoWithTheNextOneAndInOrder() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(3, 1 << 16), PLUS1)) {
            for (long i = 1; i <= 3; i++) {
                calc.process(i);
            }
            assertThat(calc.output()).isEmpty();
            for (long i = 4; i <= 8; i++) {
                calc.process(i);
            }
            assertThat(calc.results()).isEqualTo(numbers(2, 4));
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results()).isEqualTo(numbers(2, 9));
        }
    }

    @Test
    void aFullBatchAloneGoesWithTheTimer() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(2, 1 << 16), PLUS1)) {
            calc.harness.setProcessingTime(0);
            calc.process(1L);
            calc.process(2L);
            calc.harness.setProcessingTime(5);
            calc.harness.setProcessingTime(10);
            assertThat(calc.results()).isEqualTo(numbers(2, 3));
        }
    }

    @Test
    void aWatermarkWaitsForRowsThatAreBeingComputed() throws Exception {
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(2, 1 << 16), PLUS1)) {
            calc.process(1L);
            calc.process(2L);
            calc.harness.processWatermark(new Watermark(7));
            assertThat(calc.output()).isEmpty();
            calc.process(3L);
            calc.process(4L);
            assertThat(calc.output())
                    .containsExactly("+I[1, 2]", "+I[2, 3]", "+I[3, 4]", "+I[4, 5]", "W7");
        }
    }

    @Test
    void resultsThatOverflowAreResumedBeforeTheNextBatch() throws Exception {
        CallTree repeat =
                call(function("repeat", STRING, STRING, new IntType()), field(0), field(1));
        CallTree count = call(function("count", new IntType(false)));
        RowType type = RowType.of(STRING, new IntType());
        try (CalcHarness calc = new CalcHarness(type, batches(10, 4096), repeat, count)) {
            for (int i = 0; i < 40; i++) {
                calc.process(text("x"), i * 1000);
            }
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results())
                    .isEqualTo(IntStream.rangeClosed(1, 40).<Object>mapToObj(n -> n).toList());
            assertThat(calc.output().get(39)).contains("x".repeat(39_000));
        }
    }

    @Test
    void aFailureIsToldWithTheNextBatch() throws Exception {
        CallTree positive = call(function("positive", new BooleanType(), BIGINT), field(0));
        CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(2, 1 << 16), positive);
        calc.process(1L);
        calc.process(0L);
        calc.process(3L);
        FunctionException e = catchThrowableOfType(FunctionException.class, () -> calc.process(4L));
        assertThat(e.getFunctionName()).isEqualTo("positive");
        assertThat(e).hasMessageContaining("zero is not positive");
        calc.harness.getOperator().close();
    }

    @Test
    void aTaskThatFailsWaitsForNoBatch() throws Exception {
        CallTree loop = call(function("loop", BIGINT));
        CalcHarness calc = new CalcHarness(RowType.of(BIGINT), batches(2, 1 << 16), loop);
        calc.process(1L);
        calc.process(2L);
        calc.harness.getOperator().close();
    }
}

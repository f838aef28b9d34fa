package org.tsflink.runtime.correlate;

import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tsflink.runtime.engine.TestEngine;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;
import org.tsflink.runtime.function.FunctionOptions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tsflink.runtime.batch.OperatorHarness.text;
import static org.tsflink.runtime.calc.TestFunctions.function;

@Timeout(60)
class BatchCorrelateOperatorTest {
    private static final LogicalType BIGINT = new BigIntType();
    private static final LogicalType STRING = VarCharType.STRING_TYPE;
    private static final RowType WORDS =
            RowType.of(new LogicalType[] {STRING, new IntType()}, new String[] {"word", "size"});

    private static FunctionOptions batches(int rows, int bytes) {
        return TestEngine.options(rows, bytes, Duration.ofSeconds(20), 64 << 20);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(TestEngine.count()).isZero();
    }

    @Test
    void rowsAreJoinedWithResultsInOrder() throws Exception {
        FunctionDescriptor split = function("split", WORDS, STRING);
        try (CorrelateHarness correlate = new CorrelateHarness(split, false, batches(2, 1 << 16))) {
            correlate.process(text("to be"));
            assertThat(correlate.output()).isEmpty();
            correlate.process(RowKind.DELETE, text("é"));
            assertThat(correlate.output())
                    .containsExactly("+I[to be, to, 2]", "+I[to be, be, 2]", "-D[é, é, 1]");
        }
    }

    @Test
    void outerJoinKeepsRowsWithoutResults() throws Exception {
        FunctionDescriptor upTo = function("upTo", BIGINT, BIGINT);
        try (CorrelateHarness correlate = new CorrelateHarness(upTo, true, batches(5, 1 << 16))) {
            for (long n : new long[] {0, 2, 0, 0}) {
                correlate.process(n);
            }
            correlate.process(RowKind.UPDATE_BEFORE, 0L);
            assertThat(correlate.output())
                    .containsExactly(
                            "+I[0, null]",
                            "+I[2, 0]",
                            "+I[2, 1]",
                            "+I[0, null]",
                            "+I[0, null]",
                            "-U[0, null]");
        }
    }

    @Test
    void innerJoinDropsThem() throws Exception {
        FunctionDescriptor upTo = function("upTo", BIGINT, BIGINT);
        try (CorrelateHarness correlate = new CorrelateHarness(upTo, false, batches(2, 1 << 16))) {
            correlate.process(0L);
            correlate.process(0L);
            assertThat(correlate.output()).isEmpty();
        }
    }

    @Test
    void watermarkWaitsForTheRowsBeforeIt() throws Exception {
        FunctionDescriptor upTo = function("upTo", BIGINT, BIGINT);
        try (CorrelateHarness correlate = new CorrelateHarness(upTo, false, batches(9, 1 << 16))) {
            correlate.process(1L);
            correlate.harness.processWatermark(7);
            assertThat(correlate.output()).isEmpty();
            correlate.harness.prepareSnapshotPreBarrier(1);
            assertThat(correlate.output()).containsExactly("+I[1, 0]", "W7");
            correlate.process(1L);
            correlate.harness.endInput();
        }
    }

    @Test
    void resultsThatDoNotFitComeInPortions() throws Exception {
        FunctionDescriptor texts = function("texts", STRING, BIGINT);
        List<Object> expected = new ArrayList<>();
        try (CorrelateHarness correlate = new CorrelateHarness(texts, false, batches(3, 1024))) {
            for (long n : new long[] {300, 0, 2000}) {
                correlate.process(n);
                LongStream.range(0, n)
                        .mapToObj(i -> text("x".repeat((int) i)))
                        .forEach(expected::add);
            }
            assertThat(correlate.results()).isEqualTo(expected);
        }
    }

    private static FunctionException failure(FunctionDescriptor function, Object... arguments) {
        return failureWithin(Duration.ofSeconds(20), function, arguments);
    }

    private static FunctionException failureWithin(
            Duration timeout, FunctionDescriptor function, Object... arguments) {
        FunctionOptions options = TestEngine.options(1, 1 << 16, timeout, 64 << 20);
        return catchThrowableOfType(
                FunctionException.class,
                () -> {
                    try (CorrelateHarness correlate =
                            new CorrelateHarness(function, false, options)) {
                        correlate.process(arguments);
                    }
                });
    }

    @Test
    void failuresNameFunctionPlaceAndRow() {
        FunctionException e = failure(function("failsAfter", BIGINT, BIGINT), 7L);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_FAILED);
        assertThat(e.getFunctionName()).isEqualTo("failsAfter");
        assertThat(e.getDetail()).isEqualTo("RangeError: no more");
        assertThat(e.getSourceFrame()).contains("functions.ts:");
        assertThat(e.getRow()).isEqualTo("p0 = 7n");
    }

    @Test
    void wrongResultsAreRefused() {
        FunctionException missing = failure(function("wrongRow", notNull(WORDS)));
        assertThat(missing.getCode()).isEqualTo(Code.FUNCTION_RESULT_TYPE);
        assertThat(missing.getDetail()).contains("at size: expected INT (number), got undefined");
        FunctionException overflow = failure(function("tooLarge", BIGINT, BIGINT), Long.MAX_VALUE);
        assertThat(overflow.getCode()).isEqualTo(Code.FUNCTION_RESULT_TYPE);
        assertThat(overflow.getRow()).isEqualTo("p0 = 9223372036854775807n");
        assertThat(failure(function("identity", BIGINT, BIGINT), 1L).getDetail())
                .contains("expected rows, got 1n; yield them");
    }

    @Test
    void loopBetweenResultsIsEnded() {
        FunctionException e =
                failureWithin(Duration.ofMillis(500), function("stuck", BIGINT, BIGINT), 1L);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_TIMEOUT);
        assertThat(e.getFunctionName()).isEqualTo("stuck");
        assertThat(e.getRow()).isEqualTo("p0 = 1n");
    }

    @Test
    void limitIsForAllResultsOfARow() {
        // Each result takes a tenth of a second.
        FunctionDescriptor slowly = function("slowly", BIGINT, BIGINT);
        assertThat(failureWithin(Duration.ofSeconds(20), slowly, 8L)).isNull();
        assertThat(failureWithin(Duration.ofSeconds(1), slowly, 1000L).getCode())
                .isEqualTo(Code.FUNCTION_TIMEOUT);
    }

    @Test
    void memoryAndExitAreFenced() {
        assertThat(failure(function("hoardWhileYielding", BIGINT)).getCode())
                .isEqualTo(Code.FUNCTION_OUT_OF_MEMORY);
        assertThat(failure(function("exitsAfter", BIGINT, BIGINT), 1L).getCode())
                .isEqualTo(Code.FUNCTION_EXIT);
    }

    private static LogicalType notNull(RowType type) {
        return type.copy(false);
    }
}

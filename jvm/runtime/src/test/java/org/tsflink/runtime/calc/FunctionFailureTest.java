package org.tsflink.runtime.calc;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsflink.runtime.engine.TestEngine;
import org.tsflink.runtime.function.Artifact;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.NullHandling;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tsflink.runtime.calc.CalcHarness.text;
import static org.tsflink.runtime.calc.TestFunctions.call;
import static org.tsflink.runtime.calc.TestFunctions.field;
import static org.tsflink.runtime.calc.TestFunctions.function;

@Timeout(60)
class FunctionFailureTest {
    private static final LogicalType BIGINT = new BigIntType();
    private static final LogicalType STRING = VarCharType.STRING_TYPE;
    private static final FunctionOptions OPTIONS =
            TestEngine.options(1, 1 << 16, Duration.ofSeconds(20), 64 << 20);

    @AfterEach
    void nothingIsLeft() {
        assertThat(TestEngine.count()).isZero();
    }

    private static FunctionException failure(
            FunctionDescriptor function, FunctionOptions options, Object... arguments) {
        RowType type =
                RowType.of(
                        function.parameters().stream()
                                .map(FunctionDescriptor.Parameter::type)
                                .toArray(LogicalType[]::new));
        Argument[] fields = new Argument[arguments.length];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = field(i);
        }
        return catchThrowableOfType(
                FunctionException.class,
                () -> {
                    try (CalcHarness calc =
                            new CalcHarness(type, options, call(function, fields))) {
                        calc.process(arguments);
                    }
                });
    }

    @Test
    void thrownErrorNamesFunctionPlaceAndRow() {
        FunctionException e = failure(function("deep", STRING, STRING), OPTIONS, text("not an ip"));
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_FAILED);
        assertThat(e.getFunctionName()).isEqualTo("deep");
        assertThat(e.getSourceFrame()).endsWith("src/test/typescript/library.ts:5:11");
        assertThat(e.getJsStack())
                .startsWith("TypeError: bad ip: not an ip\n    at lookUp (")
                .contains("src/test/typescript/functions.ts:")
                .doesNotContain("tsflink-bundle")
                .doesNotContain("anonymous_script");
        assertThat(e.getMessage().split("\n"))
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "FUNCTION_FAILED: function deep: TypeError: bad"
                                                        + " ip: not an ip"),
                        line -> assertThat(line).endsWith("library.ts:5:11"),
                        line -> assertThat(line).isEqualTo("  called with p0 = 'not an ip'"));
    }

    @Test
    void causeAndRowOfALargeValueAreShown() {
        FunctionException e = failure(function("positive", new BooleanType(), BIGINT), OPTIONS, 0L);
        assertThat(e.getDetail())
                .isEqualTo("RangeError: zero is not positive (cause: Error: the root of it)");
        FunctionException large =
                failure(function("deep", STRING, STRING), OPTIONS, text("x".repeat(100_000)));
        assertThat(large.getRow()).hasSizeLessThan(300).contains("characters");
    }

    @Test
    void whatIsThrownNeedNotBeAnError() {
        FunctionException e = failure(function("throwsText", STRING), OPTIONS);
        assertThat(e.getDetail()).isEqualTo("threw string just text, which is not an Error");
    }

    @Test
    void innerCallIsTheOneToBlame() {
        CallTree positive = call(function("positive", new BooleanType(), BIGINT), field(0));
        CallTree outer = call(function("identity", new BooleanType(), new BooleanType()), positive);
        FunctionException e =
                catchThrowableOfType(
                        FunctionException.class,
                        () -> {
                            try (CalcHarness calc =
                                    new CalcHarness(RowType.of(BIGINT), OPTIONS, outer)) {
                                calc.process(1L);
                                calc.process(0L);
                            }
                        });
        assertThat(e.getFunctionName()).isEqualTo("positive");
        assertThat(e.getRow()).isEqualTo("p0 = 0n");
    }

    @Test
    void wrongResultNamesExpectedAndActual() {
        FunctionException e = failure(function("half", new IntType(), new IntType()), OPTIONS, 3);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_RESULT_TYPE);
        assertThat(e.getMessage())
                .isEqualTo(
                        "FUNCTION_RESULT_TYPE: function half: wrong result: expected INT (number),"
                                + " got number 1.5\n"
                                + "  at src/job.ts:7\n"
                                + "  called with p0 = 3");
        assertThat(failure(function("later", BIGINT, BIGINT), OPTIONS, 1L).getDetail())
                .contains("expected BIGINT (bigint), got Promise")
                .contains("cannot be async");
        assertThat(failure(function("nothing", STRING), OPTIONS).getDetail())
                .contains("got undefined; return null for NULL");
        assertThat(failure(function("plus1", BIGINT, BIGINT), OPTIONS, Long.MAX_VALUE).getCode())
                .isEqualTo(Code.FUNCTION_RESULT_TYPE);
    }

    @Test
    void loopIsEnded() {
        FunctionOptions quick = TestEngine.options(1, 1 << 16, Duration.ofMillis(300), 64 << 20);
        FunctionException e = failure(function("loop", STRING), quick);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_TIMEOUT);
        assertThat(e.getFunctionName()).isEqualTo("loop");
        assertThat(e.getDetail()).contains("300 ms").contains("tsflink.function.timeout");
    }

    @Test
    void slowRowsAreNoLoop() throws Exception {
        FunctionOptions tenRows = TestEngine.options(10, 1 << 16, Duration.ofMillis(500), 64 << 20);
        CallTree slow = call(function("slow", BIGINT, BIGINT), field(0));
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), tenRows, slow)) {
            for (long i = 0; i < 10; i++) {
                calc.process(i);
            }
            calc.harness.prepareSnapshotPreBarrier(1);
            assertThat(calc.results()).hasSize(10);
        }
    }

    @Test
    void loopWhileLoadingIsEnded() {
        FunctionOptions quick = TestEngine.options(1, 1 << 16, Duration.ofMillis(300), 64 << 20);
        Artifact artifact = TestFunctions.script("loading", "(() => { for (;;); })()");
        FunctionException e = failure(function(artifact, "f", NullHandling.CALL, STRING), quick);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_TIMEOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "reallyExit", "abort", "kill"})
    void processIsNotEnded(String how) {
        FunctionException e = failure(function("exit", STRING, STRING), OPTIONS, text(how));
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_EXIT);
        assertThat(e.getDetail()).contains("process." + how + "()");
        assertThat(e.getSourceFrame()).contains("functions.ts:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoard", "hoardBuffers"})
    void memoryIsLimited(String name) throws Exception {
        CallTree plus1 = call(function("plus1", BIGINT, BIGINT), field(0));
        FunctionException e = failure(function(name, STRING), OPTIONS);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_OUT_OF_MEMORY);
        assertThat(e.getFunctionName()).isEqualTo(name);
        assertThat(e.getDetail()).contains("64 MB").contains("tsflink.function.heap-limit");
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), OPTIONS, plus1)) {
            calc.process(1L);
            assertThat(calc.results()).containsExactly(2L);
        }
    }

    @Test
    void memoryThatLeaksFromCallToCallIsLimited() {
        FunctionException e =
                catchThrowableOfType(
                        FunctionException.class,
                        () -> {
                            CallTree leak = call(function("leak", BIGINT, BIGINT), field(0));
                            try (CalcHarness calc =
                                    new CalcHarness(RowType.of(BIGINT), OPTIONS, leak)) {
                                for (long i = 0; i < 100; i++) {
                                    calc.process(i);
                                    Thread.sleep(5);
                                }
                            }
                        });
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_OUT_OF_MEMORY);
        assertThat(e.getFunctionName()).isEqualTo("leak");
    }

    @Test
    void whatFailsAsynchronouslyHarmsNobody() throws Exception {
        CallTree failLater = call(function("failLater", BIGINT, BIGINT), field(0));
        try (CalcHarness calc = new CalcHarness(RowType.of(BIGINT), OPTIONS, failLater)) {
            calc.process(1L);
            calc.process(2L);
            assertThat(calc.results()).containsExactly(1L, 2L);
        }
    }

    @Test
    void outputOfFunctionsIsTaken() throws Exception {
        CallTree logs = call(function("logs", STRING, STRING), field(0));
        try (CalcHarness calc = new CalcHarness(RowType.of(STRING), OPTIONS, logs)) {
            calc.process(text("you"));
            assertThat(calc.results()).containsExactly(text("you"));
        }
    }

    @Test
    void artifactThatDoesNotLoad() {
        Artifact broken = TestFunctions.script("broken", "} syntax {");
        FunctionException e = failure(function(broken, "f", NullHandling.CALL, STRING), OPTIONS);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_LOAD_FAILED);
        assertThat(e.getDetail()).contains("inline").contains("SyntaxError");
        Artifact foreign = TestFunctions.script("foreign", "require('left-pad')");
        assertThat(failure(function(foreign, "f", NullHandling.CALL, STRING), OPTIONS).getDetail())
                .contains("left-pad is not in the bundle");
    }

    @Test
    void exportThatIsNotThere() {
        FunctionException e = failure(function("missing", STRING), OPTIONS);
        assertThat(e.getCode()).isEqualTo(Code.FUNCTION_NOT_FOUND);
        assertThat(e.getDetail())
                .startsWith("export missing does not exist; the bundle exports: ")
                .contains("plus1");
        assertThat(failure(function("notAFunction", STRING), OPTIONS).getDetail())
                .contains("is not made by udf()");
    }

    @Test
    @Tag("embedded")
    void whatNeedsIcuIsNotWrongInSilence() throws Exception {
        CallTree normalize = call(function("normalize", STRING, STRING), field(0));
        try (CalcHarness calc = new CalcHarness(RowType.of(STRING), OPTIONS, normalize)) {
            calc.process(text("ascii"));
            assertThat(calc.results()).containsExactly(text("ascii"));
        }
        assertThat(failure(normalize.function(), OPTIONS, text("É")).getDetail())
                .contains("normalize() needs ICU");
        assertThat(failure(function("german", STRING, new IntType()), OPTIONS, 1).getDetail())
                .contains("toLocaleString() needs ICU");
    }
}

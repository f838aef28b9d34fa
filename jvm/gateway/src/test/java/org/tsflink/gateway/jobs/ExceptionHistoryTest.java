package org.tsflink.gateway.jobs;

import org.apache.flink.runtime.operators.coordination.TaskNotRunningException;
import org.apache.flink.runtime.rest.messages.JobExceptionsInfoWithHistory;
import org.apache.flink.runtime.rest.messages.JobExceptionsInfoWithHistory.ExceptionInfo;
import org.apache.flink.runtime.rest.messages.JobExceptionsInfoWithHistory.JobExceptionHistory;
import org.apache.flink.runtime.rest.messages.JobExceptionsInfoWithHistory.RootExceptionInfo;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.FlinkException;
import org.junit.jupiter.api.Test;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ExceptionHistoryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Throwable TASK_GONE =
            new FlinkException(
                    "An OperatorEvent from an OperatorCoordinator to a task was lost.",
                    new TaskNotRunningException("Task is not running, but in state FAILED"));

    @Test
    void readsWhatTheRestApiAnswers() throws Exception {
        FunctionException failed =
                ExceptionHistory.functionFailure(
                        JSON.readTree(
                                """
                                {"exceptionHistory": {"truncated": false, "entries": [
                                  {"exceptionName": "org.apache.flink.util.FlinkException",
                                   "stacktrace": "org.apache.flink.util.FlinkException: lost\\n\\tat A.b(A.java:1)\\nCaused by: org.apache.flink.runtime.operators.coordination.TaskNotRunningException: Task is not running\\n\\t... 3 more\\n",
                                   "timestamp": 2, "failureLabels": {}, "taskName": "Source: a (1/2)",
                                   "endpoint": "tm:1", "taskManagerId": "tm",
                                   "concurrentExceptions": [
                                     {"exceptionName": "java.lang.Exception",
                                      "stacktrace": "java.lang.Exception: wrapped\\n\\tat A.b(A.java:1)\\nCaused by: org.tsflink.runtime.function.FunctionException: FUNCTION_FAILED: function price: Error: no price\\nof this\\n  at shop.ts:4:9\\n  called with [1, 'a']\\n\\tat C.d(C.java:2)\\n\\t... 1 more\\n",
                                      "timestamp": 1, "failureLabels": {}, "taskName": "Source: a (2/2)",
                                      "endpoint": "tm:1", "taskManagerId": "tm"}]}]}}
                                """));

        assertThat(failed.getCode()).isEqualTo(Code.FUNCTION_FAILED);
        assertThat(failed.getFunctionName()).isEqualTo("price");
        assertThat(failed.getDetail()).isEqualTo("Error: no price\nof this");
        assertThat(failed.getSourceFrame()).isEqualTo("shop.ts:4:9");
        assertThat(failed.getRow()).isEqualTo("[1, 'a']");
    }

    @Test
    void understandsWhatFlinkMakesOfEveryFailureOfAFunction() {
        for (Code code : Code.values()) {
            for (String name : new String[] {null, "f"}) {
                for (String frame : new String[] {null, "/a b/shop.ts:14:9"}) {
                    for (String row : new String[] {null, "['two\n\nlines', 1]"}) {
                        FunctionException thrown =
                                new FunctionException(
                                        code, name, "a: b\n  at x\n\n(c)", null, frame, row);
                        assertThat(failureIn(entry(new RuntimeException("over it", thrown))))
                                .usingRecursiveComparison()
                                .comparingOnlyFields(
                                        "code", "functionName", "detail", "sourceFrame", "row")
                                .isEqualTo(thrown);
                        assertThat(failureIn(entry(thrown)).getMessage())
                                .isEqualTo(thrown.getMessage());
                    }
                }
            }
        }
    }

    @Test
    void takesTheNewestFailureThatIsNoLostEvent() {
        FunctionException found =
                failureIn(
                        entry(TASK_GONE),
                        entry(new IllegalStateException("another")),
                        entry(TASK_GONE, TASK_GONE, failure("newer")),
                        entry(failure("older")));

        assertThat(found.getDetail()).isEqualTo("newer");
    }

    @Test
    void findsNothingWhereNoFunctionFailed() {
        assertThat(failureIn()).isNull();
        assertThat(failureIn(entry(TASK_GONE, new IllegalStateException("boom")))).isNull();
        assertThat(failureIn(entry(new RuntimeException("FUNCTION_FAILED: function f: x"))))
                .isNull();
        assertThat(ExceptionHistory.functionFailure(JSON.createObjectNode())).isNull();
        String unknown = FunctionException.class.getName() + ": FUNCTION_OF_TOMORROW: x";
        assertThat(failureIn(new RootExceptionInfo("x", unknown, 1, Map.of(), List.of()))).isNull();
    }

    private static FunctionException failureIn(RootExceptionInfo... entries) {
        JsonNode answer =
                JSON.valueToTree(
                        new JobExceptionsInfoWithHistory(
                                new JobExceptionHistory(List.of(entries), false)));
        return ExceptionHistory.functionFailure(answer);
    }

    private static RootExceptionInfo entry(Throwable root, Throwable... concurrent) {
        return new RootExceptionInfo(
                root.getClass().getName(),
                ExceptionUtils.stringifyException(root),
                1,
                Map.of(),
                List.of(concurrent).stream()
                        .map(
                                each ->
                                        new ExceptionInfo(
                                                each.getClass().getName(),
                                                ExceptionUtils.stringifyException(each),
                                                1))
                        .toList());
    }

    private static FunctionException failure(String detail) {
        return new FunctionException(Code.FUNCTION_FAILED, "f", detail, null, null, null);
    }
}

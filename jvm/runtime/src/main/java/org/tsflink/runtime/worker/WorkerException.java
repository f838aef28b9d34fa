package org.tsflink.runtime.worker;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;

import javax.annotation.Nullable;

import java.io.Serial;

/** A worker could not be had, or did not do as it should; told as failure of the functions. */
final class WorkerException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    static final String NOT_STARTED = "FUNCTION_WORKER_NOT_STARTED";
    static final String UNAVAILABLE = "FUNCTION_WORKER_UNAVAILABLE";
    static final String LOST = "FUNCTION_WORKER_LOST";
    static final String TIMEOUT = "FUNCTION_TIMEOUT";
    static final String OUT_OF_MEMORY = "FUNCTION_OUT_OF_MEMORY";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String code;
    @Nullable private final String functionName;
    @Nullable private final String row;

    WorkerException(String code, String detail) {
        this(code, detail, null, null);
    }

    private WorkerException(
            String code, String detail, @Nullable String functionName, @Nullable String row) {
        super(detail);
        this.code = code;
        this.functionName = functionName;
        this.row = row;
    }

    static WorkerException notStarted(String why) {
        return new WorkerException(NOT_STARTED, "its worker did not start: " + why);
    }

    static WorkerException timeout(long nanos) {
        String detail =
                "did not end within "
                        + nanos / 1_000_000
                        + " ms for one row; is there an endless loop? (tsflink.function.timeout)";
        return new WorkerException(TIMEOUT, detail);
    }

    static WorkerException outOfMemory(long bytes) {
        String detail =
                "took more than " + (bytes >> 20) + " MB of memory (tsflink.function.heap-limit)";
        return new WorkerException(OUT_OF_MEMORY, detail);
    }

    /** The same, of a function and a row. */
    WorkerException with(@Nullable String name, @Nullable String calledWith) {
        return new WorkerException(code, getMessage(), name, calledWith);
    }

    /** As the JavaScript side tells its own (packages/runtime/src/function/function-error.ts). */
    String toJson() {
        return MAPPER.createObjectNode()
                .put("code", code)
                .put("functionName", functionName)
                .put("detail", getMessage())
                .put("row", row)
                .toString();
    }
}

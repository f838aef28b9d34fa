package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionException.Code;

/** Failures as the JavaScript side tells them (packages/runtime/src/function/function-error.ts). */
public final class Failures {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Failures() {}

    /**
     * The exception for a failure told as JSON; the function's name serves where it is not told.
     */
    public static FunctionException fromJson(String json, String functionName) {
        try {
            JsonNode failure = MAPPER.readTree(json);
            return new FunctionException(
                    Code.valueOf(failure.get("code").asText()),
                    text(failure, "functionName", functionName),
                    text(failure, "detail", null),
                    text(failure, "stack", null),
                    text(failure, "frame", null),
                    text(failure, "row", null));
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Not a failure: " + json, e);
        }
    }

    private static String text(JsonNode failure, String field, String otherwise) {
        JsonNode value = failure.get(field);
        return value == null || value.isNull() ? otherwise : value.asText();
    }
}

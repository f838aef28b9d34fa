package org.tsflink.runtime.v8;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionException.Code;

/** Failures as the JavaScript side tells them (packages/runtime/src/function/function-error.ts). */
final class Failures {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Failures() {}

    /**
     * The exception for a failure told as JSON; the function's name serves where it is not told.
     */
    static FunctionException fromJson(String json, String functionName) {
        try {
            JsonNode failure = MAPPER.readTree(json);
            return new FunctionException(
                    Code.valueOf(failure.path("code").asText()),
                    failure.path("functionName").asText(functionName),
                    failure.path("detail").asText(),
                    failure.path("stack").asText(null),
                    failure.path("frame").asText(null),
                    failure.path("row").asText(null));
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Not a failure: " + json, e);
        }
    }
}

package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionException.Code;

import javax.annotation.Nullable;

import java.util.List;

/** Failures as the JavaScript side tells them (packages/runtime/src/function/function-error.ts). */
public final class Failures {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Failures() {}

    /**
     * The exception for a failure told as JSON.
     *
     * @param functionName where it is not told
     * @param functions those of which one failed: it was ended from outside if it does not tell its
     *     place
     */
    public static FunctionException fromJson(
            String json, @Nullable String functionName, List<FunctionDescriptor> functions) {
        try {
            JsonNode failure = MAPPER.readTree(json);
            String name = text(failure, "functionName", functionName);
            return new FunctionException(
                    Code.valueOf(failure.get("code").asText()),
                    name,
                    text(failure, "detail", null),
                    text(failure, "stack", null),
                    text(failure, "frame", sourceOf(name, functions)),
                    text(failure, "row", null));
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Not a failure: " + json, e);
        }
    }

    @Nullable
    private static String sourceOf(@Nullable String name, List<FunctionDescriptor> functions) {
        return functions.stream()
                .filter(function -> function.name().equals(name) && function.source() != null)
                .map(FunctionDescriptor::source)
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode failure, String field, String otherwise) {
        JsonNode value = failure.get(field);
        return value == null || value.isNull() ? otherwise : value.asText();
    }
}

package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.util.FlinkRuntimeException;

/**
 * What the JavaScript side is told of a function (packages/runtime/src/function/function-spec.ts).
 */
public final class FunctionJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FunctionJson() {}

    public static ObjectNode of(FunctionDescriptor function) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("name", function.name());
        node.put("artifact", function.artifact().hash());
        node.put("exportName", function.exportName());
        boolean call = function.nullHandling() == NullHandling.CALL;
        node.put("onNull", call ? "call" : "return-null");
        node.put("namedArguments", function.namedArguments());
        node.put("vectorised", function.vectorised());
        if (function.sourceFile() != null) {
            node.put("source", function.sourceFile() + ":" + function.sourceLine());
        }
        node.set("returns", parse(function.returns(), function));
        if (function.accumulator() != null) {
            node.set("accumulator", parse(function.accumulator(), function));
        }
        ArrayNode methods = node.putArray("methods");
        function.methods().stream().sorted().forEach(methods::add);
        ArrayNode parameters = node.putArray("parameters");
        for (FunctionDescriptor.Parameter parameter : function.parameters()) {
            ObjectNode json = parameters.addObject();
            json.put("name", parameter.name());
            json.put("optional", parameter.optional());
            json.put("variadic", parameter.variadic());
            json.set("type", parse(parameter.declared(), function));
        }
        return node;
    }

    private static JsonNode parse(DeclaredType type, FunctionDescriptor function) {
        try {
            return MAPPER.readTree(type.json());
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Bad TypeNode of function " + function.name(), e);
        }
    }
}

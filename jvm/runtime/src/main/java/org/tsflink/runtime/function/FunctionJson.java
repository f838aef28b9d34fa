package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;

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
        if (function.source() != null) {
            node.put("source", function.source());
        }
        node.set("returns", function.returns().node());
        if (function.accumulator() != null) {
            node.set("accumulator", function.accumulator().node());
        }
        ArrayNode views = node.putArray("views");
        function.views().forEach(view -> views.add(view.viewJson()));
        ArrayNode methods = node.putArray("methods");
        function.methods().stream().sorted().forEach(methods::add);
        ArrayNode parameters = node.putArray("parameters");
        for (FunctionDescriptor.Parameter parameter : function.parameters()) {
            ObjectNode json = parameters.addObject();
            json.put("name", parameter.name());
            json.put("optional", parameter.optional());
            json.put("variadic", parameter.variadic());
            json.set("type", parameter.declared().node());
        }
        return node;
    }
}

package org.tsflink.runtime.calc;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionJson;
import org.tsflink.runtime.types.TypeJson;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the JavaScript side is told of an operator's calls (packages/runtime/src/calc/calc-spec.ts).
 */
public final class CallsSpec {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode root = MAPPER.createObjectNode();
    private final List<FunctionDescriptor> functions = new ArrayList<>();
    private final Set<Integer> fields = new TreeSet<>();

    /**
     * @param program the kind of program
     */
    public CallsSpec(
            String program,
            CallTree[] calls,
            RowType inputType,
            Constants constants,
            RowType resultType) {
        root.put("program", program);
        root.set("input", TypeJson.fieldsOf(inputType));
        root.set("constants", TypeJson.fieldsOf(constants.type()));
        root.set("results", TypeJson.fieldsOf(resultType));
        ArrayNode trees = root.putArray("calls");
        for (CallTree call : calls) {
            trees.add(toJson(call));
        }
        ArrayNode described = root.putArray("functions");
        functions.forEach(function -> described.add(FunctionJson.of(function)));
    }

    /** The same with an option of the program. */
    public CallsSpec with(String option, long value) {
        root.put(option, value);
        return this;
    }

    public String json() {
        return root.toString();
    }

    /** The functions that are called, each once. */
    public List<FunctionDescriptor> functions() {
        return functions;
    }

    /** The input fields that are arguments. */
    public Set<Integer> argumentFields() {
        return fields;
    }

    private ObjectNode toJson(CallTree call) {
        ObjectNode node = MAPPER.createObjectNode();
        int function = functions.indexOf(call.function());
        if (function < 0) {
            function = functions.size();
            functions.add(call.function());
        }
        node.put("function", function);
        ArrayNode arguments = node.putArray("arguments");
        for (Argument argument : call.arguments()) {
            ObjectNode json = arguments.addObject();
            if (argument instanceof Argument.Field field) {
                fields.add(field.index());
                json.put("field", field.index());
            } else if (argument instanceof Argument.Constant constant) {
                json.put("constant", constant.index());
            } else {
                json.set("call", toJson((CallTree) argument));
            }
        }
        return node;
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.tsflink.runtime.function.FunctionJson;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.state.StateEntry;
import org.tsflink.runtime.types.TypeJson;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that cross for a function, and what the JavaScript side is told of it
 * (packages/runtime/src/process/process-spec.ts).
 */
final class ProcessLayout {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    final RowType arguments;
    final RowType values;

    /** Arguments, values of the state, and the name of a timer. */
    final RowType input;

    final String json;

    ProcessLayout(
            ProcessDescriptor descriptor,
            List<LogicalType> argumentTypes,
            FunctionOptions options) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("program", "process");
        root.put("timeoutMillis", options.timeout().toMillis());
        root.putArray("functions").add(FunctionJson.of(descriptor.function()));
        root.putArray("constants");
        arguments = arguments(descriptor, argumentTypes, root);
        values = state(descriptor, root);
        input = RowType.of(arguments, values, VarCharType.STRING_TYPE);
        json = root.toString();
    }

    private static RowType arguments(
            ProcessDescriptor descriptor, List<LogicalType> types, ObjectNode root) {
        ArrayNode fields = root.putArray("arguments");
        ArrayNode tables = root.putArray("tables");
        List<LogicalType> physical = new ArrayList<>();
        for (int i = 0; i < descriptor.arguments().size(); i++) {
            ProcessArgument argument = descriptor.arguments().get(i);
            LogicalType type = types.get(i).copy(true);
            physical.add(type);
            ObjectNode json = argument.type() == null ? TypeJson.of(type) : argument.type().node();
            if (argument.isTable()) {
                tables.add(argument.name());
                // The row of another table is NULL.
                json.put("nullable", true);
            }
            fields.addObject().put("name", argument.name()).set("type", json);
        }
        return RowType.of(false, physical.toArray(LogicalType[]::new), names(physical.size()));
    }

    private static RowType state(ProcessDescriptor descriptor, ObjectNode root) {
        ArrayNode values = root.putArray("values");
        ArrayNode views = root.putArray("views");
        List<LogicalType> physical = new ArrayList<>();
        for (StateEntry entry : descriptor.state()) {
            if (entry.isView()) {
                views.add(entry.viewJson());
                continue;
            }
            physical.add(entry.value().type().copy(true));
            ObjectNode type = entry.value().node().put("nullable", true);
            values.addObject().put("name", entry.name()).set("type", type);
        }
        return RowType.of(false, physical.toArray(LogicalType[]::new), names(physical.size()));
    }

    private static String[] names(int count) {
        String[] names = new String[count];
        for (int i = 0; i < count; i++) {
            names[i] = "f" + i;
        }
        return names;
    }
}

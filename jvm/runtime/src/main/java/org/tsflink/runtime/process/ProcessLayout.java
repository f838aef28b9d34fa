package org.tsflink.runtime.process;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
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

    /** The rows of tables, in order. */
    final List<RowType> tables = new ArrayList<>();

    /** The arguments that are no tables. */
    final RowType scalars;

    /** The rows that are values of the state. */
    final List<RowType> values = new ArrayList<>();

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
        scalars = arguments(descriptor, argumentTypes, root);
        state(descriptor, root);
        json = root.toString();
    }

    private RowType arguments(
            ProcessDescriptor descriptor, List<LogicalType> types, ObjectNode root) {
        ArrayNode fields = root.putArray("arguments");
        ArrayNode names = root.putArray("tables");
        List<LogicalType> scalarTypes = new ArrayList<>();
        for (int i = 0; i < descriptor.arguments().size(); i++) {
            ProcessArgument argument = descriptor.arguments().get(i);
            LogicalType type = types.get(i).copy(true);
            ObjectNode json = argument.type() == null ? TypeJson.of(type) : argument.type().node();
            if (argument.isTable()) {
                tables.add((RowType) type);
                names.add(argument.name());
                // The row of another table is NULL.
                json.put("nullable", true);
            } else {
                scalarTypes.add(type);
            }
            fields.addObject().put("name", argument.name()).set("type", json);
        }
        return RowType.of(scalarTypes.toArray(LogicalType[]::new));
    }

    private void state(ProcessDescriptor descriptor, ObjectNode root) {
        ArrayNode entries = root.putArray("values");
        ArrayNode views = root.putArray("views");
        for (StateEntry entry : descriptor.state()) {
            if (entry.isView()) {
                views.add(entry.viewJson());
                continue;
            }
            values.add((RowType) entry.value().type());
            ObjectNode type = entry.value().node().put("nullable", true);
            entries.addObject().put("name", entry.name()).set("type", type);
        }
    }
}

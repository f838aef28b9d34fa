package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.types.TypeJson;

import java.io.Serial;
import java.io.Serializable;

/**
 * A type that a function declares, or gets in a call.
 *
 * @param json {@code type} as a TypeNode (JSON), with the JavaScript form of values
 */
public record DeclaredType(LogicalType type, String json) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A type whose values are of the JavaScript form that all values of it have. */
    public static DeclaredType of(LogicalType type) {
        return new DeclaredType(type, TypeJson.of(type).toString());
    }

    /** The same with NULL, or without. */
    public DeclaredType withNullability(boolean nullable) {
        return new DeclaredType(type.copy(nullable), node().put("nullable", nullable).toString());
    }

    /** The TypeNode. */
    public ObjectNode node() {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Bad TypeNode " + json, e);
        }
    }
}

package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.util.FlinkRuntimeException;

import java.io.Serial;
import java.io.Serializable;

/**
 * A type that a function declares.
 *
 * @param json {@code type} as a TypeNode (JSON), with the JavaScript form of values
 */
public record DeclaredType(LogicalType type, String json) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The TypeNode. */
    public ObjectNode node() {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Bad TypeNode " + json, e);
        }
    }
}

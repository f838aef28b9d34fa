package org.tsflink.runtime.function;

import org.apache.flink.table.types.logical.LogicalType;

import java.io.Serial;
import java.io.Serializable;

/**
 * A type that a function declares.
 *
 * @param json {@code type} as a TypeNode (JSON), with the JavaScript form of values
 */
public record DeclaredType(LogicalType type, String json) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
}

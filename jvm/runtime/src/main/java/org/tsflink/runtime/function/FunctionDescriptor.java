package org.tsflink.runtime.function;

import org.apache.flink.table.types.logical.LogicalType;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * A function written in TypeScript, as it was registered.
 *
 * @param exportName the export of the artifact that is this function
 * @param returnTypeJson {@code returnType} as a TypeNode (JSON), with the JavaScript form of values
 * @param sourceFile where the user's program defines it; null if unknown
 * @param sourceLine line in {@code sourceFile}, from 1; 0 if unknown
 */
public record FunctionDescriptor(
        String name,
        String exportName,
        Artifact artifact,
        List<Parameter> parameters,
        LogicalType returnType,
        String returnTypeJson,
        boolean deterministic,
        NullHandling nullHandling,
        String sourceFile,
        int sourceLine)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * A parameter of a function.
     *
     * @param typeJson {@code type} as a TypeNode (JSON), with the JavaScript form of values
     */
    public record Parameter(String name, LogicalType type, String typeJson)
            implements Serializable {
        @Serial private static final long serialVersionUID = 1L;
    }

    @Override
    public String toString() {
        return name;
    }
}

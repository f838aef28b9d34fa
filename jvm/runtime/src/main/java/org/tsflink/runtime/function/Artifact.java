package org.tsflink.runtime.function;

import java.io.Serial;
import java.io.Serializable;

/**
 * A bundle of functions: one CommonJS script and its source map.
 *
 * @param hash lower-case hexadecimal SHA-256 of {@code code}
 * @param name for messages and the names of scripts in stack traces
 * @param code the script, UTF-8
 * @param sourceMap source map (version 3, JSON, UTF-8) of the script; empty for none
 * @param hasFiles whether its modules read files; the job has them, under {@link #filesName}
 */
public record Artifact(String hash, String name, byte[] code, byte[] sourceMap, boolean hasFiles)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    public Artifact(String hash, String name, byte[] code, byte[] sourceMap) {
        this(hash, name, code, sourceMap, false);
    }

    /** The name by which the job's distributed cache knows the directory with its files. */
    public static String filesName(String hash) {
        return "tsflink-files-" + hash;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Artifact artifact && hash.equals(artifact.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return name + "@" + hash;
    }
}

package org.tsflink.runtime.engine;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;

/**
 * Which engine runs the functions of a job.
 *
 * @param settings the options that are the engine's own, as text, by their keys
 */
public record EngineOptions(EngineKind kind, Map<String, String> settings) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
}

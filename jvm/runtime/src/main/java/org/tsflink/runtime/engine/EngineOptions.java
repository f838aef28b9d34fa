package org.tsflink.runtime.engine;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.apache.flink.table.functions.FunctionContext;
import org.tsflink.runtime.TsFlinkOptions;

import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * Which engine runs the functions of a job.
 *
 * @param settings the options that are the engine's own, as text, by their keys
 */
public record EngineOptions(EngineKind kind, Map<String, String> settings) implements Serializable {
    /** Settings of a task, not options: its job, and the index of its subtask. */
    public static final String JOB = "job";

    public static final String SUBTASK = "subtask";

    @Serial private static final long serialVersionUID = 1L;

    /** Takes the options from a configuration. */
    public static EngineOptions from(ReadableConfig config) {
        EngineKind kind = config.get(TsFlinkOptions.ENGINE);
        Map<String, String> settings = new HashMap<>();
        if (kind == EngineKind.PROCESS) {
            Configuration own = new Configuration();
            own.set(TsFlinkOptions.PROCESS_NODE, config.get(TsFlinkOptions.PROCESS_NODE));
            own.set(TsFlinkOptions.PROCESS_SHARING, config.get(TsFlinkOptions.PROCESS_SHARING));
            own.set(
                    TsFlinkOptions.PROCESS_START_TIMEOUT,
                    config.get(TsFlinkOptions.PROCESS_START_TIMEOUT));
            own.set(
                    TsFlinkOptions.PROCESS_SILENCE_TIMEOUT,
                    config.get(TsFlinkOptions.PROCESS_SILENCE_TIMEOUT));
            settings.putAll(own.toMap());
        }
        return new EngineOptions(kind, settings);
    }

    /** The settings, with those of a task. */
    public Map<String, String> settingsOf(FunctionContext context) {
        if (kind == EngineKind.EMBEDDED) {
            return settings;
        }
        Map<String, String> all = new HashMap<>(settings);
        Map<String, String> scope = context.getMetricGroup().getAllVariables();
        all.put(JOB, scope.getOrDefault(ScopeFormat.SCOPE_JOB_ID, ""));
        all.put(SUBTASK, scope.getOrDefault(ScopeFormat.SCOPE_TASK_SUBTASK_INDEX, ""));
        return all;
    }
}

package org.tsflink.runtime.engine;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.apache.flink.table.functions.FunctionContext;
import org.tsflink.runtime.TsFlinkOptions;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
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

    private static final List<ConfigOption<?>> SETTINGS =
            List.of(
                    TsFlinkOptions.PROCESS_NODE,
                    TsFlinkOptions.PROCESS_SHARING,
                    TsFlinkOptions.PROCESS_START_TIMEOUT,
                    TsFlinkOptions.PROCESS_SILENCE_TIMEOUT,
                    TsFlinkOptions.PROCESS_WARM_WORKERS,
                    TsFlinkOptions.PROCESS_WARM_TIME,
                    TsFlinkOptions.PROCESS_INSPECT,
                    TsFlinkOptions.PROCESS_INSPECT_PORT,
                    TsFlinkOptions.EXTERNAL_ADDRESSES,
                    TsFlinkOptions.EXTERNAL_TOKEN_FILE,
                    TsFlinkOptions.EXTERNAL_TLS_ENABLED,
                    TsFlinkOptions.EXTERNAL_TLS_CA,
                    TsFlinkOptions.EXTERNAL_TLS_CERT,
                    TsFlinkOptions.EXTERNAL_TLS_KEY,
                    TsFlinkOptions.EXTERNAL_CONNECT_TIMEOUT,
                    TsFlinkOptions.EXTERNAL_SILENCE_TIMEOUT);

    @Serial private static final long serialVersionUID = 1L;

    /** Takes the options from a configuration. */
    public static EngineOptions from(ReadableConfig config) {
        Configuration own = new Configuration();
        SETTINGS.forEach(option -> copy(option, config, own));
        return new EngineOptions(config.get(TsFlinkOptions.ENGINE), new HashMap<>(own.toMap()));
    }

    private static <T> void copy(ConfigOption<T> option, ReadableConfig from, Configuration to) {
        T value = from.get(option);
        if (value != null) {
            to.set(option, value);
        }
    }

    /** The same for functions that have their own engine, or null. */
    public EngineOptions of(@Nullable EngineKind own) {
        return own == null ? this : new EngineOptions(own, settings);
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

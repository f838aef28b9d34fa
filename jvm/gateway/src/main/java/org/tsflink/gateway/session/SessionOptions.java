package org.tsflink.gateway.session;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.ResultKind;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.api.internal.TableResultImpl;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.types.Row;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The options of a session: what SET and RESET change, and show. */
public final class SessionOptions {

    private final TableEnvironmentInternal environment;
    private final TableConfig config;
    // Flink copies the options of a session into these when it runs a job, and takes none away.
    private final Configuration ofJobs;
    private final Map<String, String> opened;

    SessionOptions(TableEnvironmentInternal environment) {
        this.environment = environment;
        config = environment.getConfig();
        PlannerBase planner = (PlannerBase) ((TableEnvironmentImpl) environment).getPlanner();
        ofJobs = (Configuration) planner.getExecEnv().getConfiguration();
        opened = Map.copyOf(config.toMap());
    }

    void set(String key, String value) {
        config.set(key, value);
        if (key.equals(PipelineOptions.JARS.key())) {
            PipelineJars.add(environment);
        }
    }

    /** Back to what the session was opened with, or to Flink's default. */
    void reset(String key) {
        String first = opened.get(key);
        if (first != null) {
            set(key, first);
            return;
        }
        config.getConfiguration().removeKey(key);
        ofJobs.removeKey(key);
    }

    void resetAll() {
        List.copyOf(config.toMap().keySet()).forEach(this::reset);
    }

    /** All options that are set, as Flink's SQL client shows them. */
    TableResultInternal show() {
        Map<String, String> all =
                new TreeMap<>(ConfigurationUtils.hideSensitiveValues(config.toMap()));
        return TableResultImpl.builder()
                .resultKind(ResultKind.SUCCESS_WITH_CONTENT)
                .schema(
                        ResolvedSchema.of(
                                Column.physical("key", DataTypes.STRING()),
                                Column.physical("value", DataTypes.STRING())))
                .data(all.entrySet().stream().map(e -> Row.of(e.getKey(), e.getValue())).toList())
                .build();
    }
}

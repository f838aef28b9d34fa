package org.tsflink.planner.testing;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.tsflink.planner.TypeScriptPlanner;

/** An environment whose jobs run on the shared cluster. */
public record TestEnvironment(StreamExecutionEnvironment streams, StreamTableEnvironment tables) {

    /** Plans with us. */
    public static TestEnvironment create(RuntimeExecutionMode mode, Configuration options) {
        TestEnvironment environment = createStock(mode, options);
        TypeScriptPlanner.install(environment.tables);
        return environment;
    }

    /** Plans as Flink does without us. */
    public static TestEnvironment createStock(RuntimeExecutionMode mode, Configuration options) {
        Configuration configuration = new Configuration();
        configuration.set(DeploymentOptions.TARGET, TestCluster.NAME);
        configuration.set(ExecutionOptions.RUNTIME_MODE, mode);
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.addAll(options);
        StreamExecutionEnvironment streams =
                new StreamExecutionEnvironment(
                        TestCluster.INSTANCE,
                        configuration,
                        TestEnvironment.class.getClassLoader());
        EnvironmentSettings settings =
                EnvironmentSettings.newInstance().withConfiguration(configuration).build();
        return new TestEnvironment(streams, StreamTableEnvironment.create(streams, settings));
    }
}

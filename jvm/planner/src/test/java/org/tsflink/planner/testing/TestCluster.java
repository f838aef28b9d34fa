package org.tsflink.planner.testing;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

import java.util.stream.Stream;

/** The one MiniCluster of the test JVM, and the way to run jobs on it. */
final class TestCluster implements PipelineExecutorServiceLoader, PipelineExecutorFactory {

    static final TestCluster INSTANCE = new TestCluster();
    static final String NAME = "test-cluster";

    private final MiniCluster cluster;

    private TestCluster() {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        cluster =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(2)
                                .setNumSlotsPerTaskManager(4)
                                .build());
        try {
            cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("The test cluster does not start", e);
        }
    }

    @Override
    public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
        return this;
    }

    @Override
    public Stream<String> getExecutorNames() {
        return Stream.of(NAME);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return true;
    }

    @Override
    public PipelineExecutor getExecutor(Configuration configuration) {
        return new TestClusterExecutor(cluster);
    }
}

package org.tsflink.planner.testing;

import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;

import java.util.concurrent.CompletableFuture;

/** Submits jobs to a MiniCluster that outlives them. */
record TestClusterExecutor(MiniCluster cluster) implements PipelineExecutor {

    @Override
    public CompletableFuture<JobClient> execute(
            Pipeline pipeline, Configuration configuration, ClassLoader classLoader)
            throws Exception {
        return cluster.submitJob(PipelineExecutorUtils.getStreamGraph(pipeline, configuration))
                .thenApply(
                        submitted ->
                                new MiniClusterJobClient(
                                        submitted.getJobID(),
                                        cluster,
                                        classLoader,
                                        JobFinalizationBehavior.NOTHING));
    }
}

package org.tsflink.gateway.cluster;

import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient.JobFinalizationBehavior;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import javax.annotation.Nullable;

import java.util.concurrent.CompletableFuture;

/** `execution.target=embedded`: every job of this process runs on the gateway's one MiniCluster. */
public final class EmbeddedExecutorFactory implements PipelineExecutorFactory {

    /** The name of the target. */
    public static final String NAME = "embedded";

    // Flink makes factories by ServiceLoader, so the process holds the cluster.
    @Nullable private static volatile EmbeddedCluster cluster;

    /** Names the cluster that the jobs of this process run on. */
    public static void install(@Nullable EmbeddedCluster embedded) {
        cluster = embedded;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isCompatibleWith(Configuration configuration) {
        return NAME.equalsIgnoreCase(configuration.get(DeploymentOptions.TARGET));
    }

    @Override
    public PipelineExecutor getExecutor(Configuration ignored) {
        return (pipeline, configuration, classLoader) -> {
            EmbeddedCluster embedded = cluster;
            if (embedded == null) {
                throw new GatewayException(
                        ErrorCode.GATEWAY_STOPPING, "No gateway runs in this process.");
            }
            StreamGraph graph = PipelineExecutorUtils.getStreamGraph(pipeline, configuration);
            graph.serializeUserDefinedInstances();
            MiniCluster running = embedded.start().get();
            embedded.reviveTaskManager(running);
            CompletableFuture<JobClient> submitted =
                    running.submitJob(graph)
                            .thenApply(
                                    result ->
                                            new MiniClusterJobClient(
                                                    result.getJobID(),
                                                    running,
                                                    classLoader,
                                                    JobFinalizationBehavior.NOTHING));
            return submitted;
        };
    }
}

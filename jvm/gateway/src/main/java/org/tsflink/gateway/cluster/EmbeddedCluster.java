package org.tsflink.gateway.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The one MiniCluster of a gateway: started on first use, alive until the gateway ends. */
public final class EmbeddedCluster implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Configuration configuration;
    private CompletableFuture<MiniCluster> cluster;
    private boolean closed;

    public EmbeddedCluster(Configuration overrides) {
        this.configuration = defaults();
        this.configuration.addAll(overrides);
    }

    /** Starts the cluster in the background, unless it runs already. */
    public synchronized CompletableFuture<MiniCluster> start() {
        if (closed) {
            throw new GatewayException(ErrorCode.GATEWAY_STOPPING, "The gateway is shutting down.");
        }
        if (cluster == null) {
            cluster = CompletableFuture.supplyAsync(this::startNow);
        }
        return cluster;
    }

    /** The address of Flink's web dashboard, if the cluster has started. */
    public synchronized Optional<String> webUrl() {
        if (cluster == null || !cluster.isDone() || cluster.isCompletedExceptionally()) {
            return Optional.empty();
        }
        return Optional.of(cluster.join().getRestAddress().join()).map(URI::toString);
    }

    @Override
    public void close() throws Exception {
        CompletableFuture<MiniCluster> running;
        synchronized (this) {
            closed = true;
            running = cluster;
        }
        if (running != null) {
            running.thenCompose(MiniCluster::closeAsync)
                    .get(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Starts another TaskManager if the one there was has failed. */
    synchronized void reviveTaskManager(MiniCluster running) throws Exception {
        if (running.requestClusterOverview().get().getNumTaskManagersConnected() == 0) {
            running.startTaskManager();
        }
    }

    private MiniCluster startNow() {
        MiniCluster started =
                new MiniCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(
                                        configuration.get(TaskManagerOptions.NUM_TASK_SLOTS))
                                .build());
        try {
            started.start();
            awaitTaskManager(started);
        } catch (Exception e) {
            throw new GatewayException(
                    ErrorCode.GATEWAY_START_FAILED,
                    "Flink's MiniCluster did not start: " + e.getMessage(),
                    "See the gateway's log.",
                    e);
        }
        return started;
    }

    // A job that found none yet would start another one, and no job can span two of them.
    private static void awaitTaskManager(MiniCluster started) throws Exception {
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        while (started.requestClusterOverview().get().getNumTaskManagersConnected() == 0) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("its TaskManager did not come up");
            }
            Thread.sleep(10);
        }
    }

    private static Configuration defaults() {
        Configuration defaults = new Configuration();
        // Loopback only: what listens here asks for no password.
        for (var option :
                new String[] {
                    RestOptions.ADDRESS.key(),
                    RestOptions.BIND_ADDRESS.key(),
                    JobManagerOptions.BIND_HOST.key(),
                    TaskManagerOptions.HOST.key(),
                    TaskManagerOptions.BIND_HOST.key()
                }) {
            defaults.setString(option, "127.0.0.1");
        }
        defaults.set(RestOptions.BIND_PORT, "0");
        // Uploading a jar would be a way to run code without the gateway's token.
        defaults.set(WebOptions.SUBMIT_ENABLE, false);
        // Only the pieces of the machine that one process shares among its jobs.
        defaults.set(
                TaskManagerOptions.NUM_TASK_SLOTS,
                Math.max(16, 4 * Runtime.getRuntime().availableProcessors()));
        defaults.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
        defaults.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
        defaults.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        defaults.set(JobManagerOptions.SLOT_REQUEST_TIMEOUT, Duration.ofSeconds(30));
        // A failure ends a job at once, with its cause, unless the session asks for restarts.
        defaults.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        return defaults;
    }
}

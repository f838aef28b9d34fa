package org.tsflink.gateway.server;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import org.apache.flink.configuration.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.cluster.EmbeddedCluster;
import org.tsflink.gateway.cluster.EmbeddedExecutorFactory;
import org.tsflink.gateway.jobs.Jobs;
import org.tsflink.gateway.results.ResultStreamer;
import org.tsflink.gateway.session.Sessions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway: its gRPC server, its sessions and its MiniCluster. */
public final class GatewayServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayServer.class);

    // Protobuf's parser recurses into deep expressions.
    private static final long CALL_STACK_BYTES = 64L * 1024 * 1024;
    // Large artifacts and fromValues; only holders of the token can send any.
    private static final int MAX_REQUEST_BYTES = 512 * 1024 * 1024;
    private static final long CLOSE_SECONDS = 2;

    private final EmbeddedCluster cluster;
    private final Sessions sessions;
    private final ExecutorService calls =
            Executors.newCachedThreadPool(threads("call", CALL_STACK_BYTES));
    private final ExecutorService readers = Executors.newCachedThreadPool(threads("result", 0));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(threads("timer", 0));
    private final Server server;

    /**
     * @param clusterOptions options of Flink for the MiniCluster, over the gateway's defaults
     */
    public GatewayServer(String token, Configuration clusterOptions) {
        cluster = new EmbeddedCluster(clusterOptions);
        EmbeddedExecutorFactory.install(cluster);
        Jobs jobs = new Jobs(cluster);
        sessions = new Sessions(jobs);
        GatewayService service =
                new GatewayService(
                        sessions, jobs, new ResultStreamer(readers, timer, jobs), cluster);
        server =
                NettyServerBuilder.forAddress(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .addService(DeepMessages.of(service.bindService()))
                        .intercept(new TokenInterceptor(token))
                        .executor(calls)
                        .maxInboundMessageSize(MAX_REQUEST_BYTES)
                        .build();
    }

    /** Begins to answer calls. */
    public void start() throws IOException {
        server.start();
    }

    /** The port on the loopback interface. */
    public int port() {
        return server.getPort();
    }

    public EmbeddedCluster cluster() {
        return cluster;
    }

    public Sessions sessions() {
        return sessions;
    }

    /** Ends sessions and jobs; bounded. */
    @Override
    public void close() {
        server.shutdown();
        sessions.close();
        try {
            cluster.close();
        } catch (Exception e) {
            LOG.warn("The MiniCluster did not end in time", e);
        }
        EmbeddedExecutorFactory.install(null);
        try {
            server.shutdownNow().awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        timer.shutdownNow();
        readers.shutdownNow();
        calls.shutdownNow();
    }

    private static ThreadFactory threads(String name, long stackBytes) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            String threadName = "tsflink-" + name + "-" + count.incrementAndGet();
            Thread thread = new Thread(null, task, threadName, stackBytes);
            thread.setDaemon(true);
            thread.setContextClassLoader(GatewayServer.class.getClassLoader());
            return thread;
        };
    }
}

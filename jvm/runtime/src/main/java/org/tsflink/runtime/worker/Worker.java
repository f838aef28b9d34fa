package org.tsflink.runtime.worker;

import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.proto.v1.FollowLogRequest;
import org.tsflink.proto.v1.FollowLogResponse;
import org.tsflink.proto.v1.FollowMetricsRequest;
import org.tsflink.proto.v1.FollowMetricsResponse;
import org.tsflink.proto.v1.GreetRequest;
import org.tsflink.proto.v1.GreetResponse;
import org.tsflink.proto.v1.WorkerControlServiceGrpc;
import org.tsflink.proto.v1.WorkerDataServiceGrpc;
import org.tsflink.proto.v1.WorkerLoggingServiceGrpc;
import org.tsflink.proto.v1.WorkerMetricsServiceGrpc;
import org.tsflink.runtime.function.FunctionLogs;

import javax.annotation.Nullable;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A worker that was greeted: a Node process, wherever it runs, and the connection with it. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /** The version of worker.proto's meaning (packages/runtime/src/worker/protocol-version.ts). */
    static final int PROTOCOL_VERSION = 1;

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    // Above twice the limit, for heap and Buffers: what V8 needs for its own work.
    private static final long MEMORY_SLACK = 64 << 20;

    private final WorkerHome home;
    private final ManagedChannel connection;
    private final Channel channel;
    private final long heapLimitBytes;
    private final WorkerTimeouts timeouts;
    private volatile long heardAt = System.nanoTime();
    private volatile long residentAtStart;
    private volatile long resident;
    private volatile long heapUsed;
    private volatile boolean lost;

    /**
     * @param connection to be closed with the worker
     * @param token that the worker asks of its callers
     */
    Worker(
            WorkerHome home,
            ManagedChannel connection,
            String token,
            WorkerTimeouts timeouts,
            long heapLimitBytes) {
        this.home = home;
        this.connection = connection;
        this.timeouts = timeouts;
        this.heapLimitBytes = heapLimitBytes;
        channel = authorized(connection, token);
    }

    /** A channel whose calls carry a token. */
    static Channel authorized(Channel connection, String token) {
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + token);
        return ClientInterceptors.intercept(
                connection, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    /** Makes the first call; the version is to be that of the worker. */
    void greet(int version) throws WorkerException {
        try {
            GreetResponse greeted =
                    WorkerControlServiceGrpc.newBlockingStub(channel)
                            .withDeadlineAfter(timeouts.greet().toMillis(), TimeUnit.MILLISECONDS)
                            .greet(GreetRequest.newBuilder().setProtocolVersion(version).build());
            LOG.info("A worker ({}) runs on Node {}", home.name(), greeted.getNodeVersion());
            if (!greeted.getInspector().isEmpty()) {
                LOG.info("A worker ({}) can be debugged: {}", home.name(), greeted.getInspector());
            }
        } catch (StatusRuntimeException e) {
            close();
            throw new WorkerException(
                    WorkerException.NOT_STARTED,
                    "its worker refused the call: " + e.getStatus().getDescription());
        }
        WorkerLoggingServiceGrpc.newStub(channel)
                .followLog(FollowLogRequest.getDefaultInstance(), new Follower<>(Worker::log));
        WorkerMetricsServiceGrpc.newStub(channel)
                .followMetrics(
                        FollowMetricsRequest.getDefaultInstance(), new Follower<>(this::note));
    }

    private static void log(FollowLogResponse response) {
        response.getLinesList()
                .forEach(
                        line ->
                                FunctionLogs.write(
                                        line.getLevel(), line.getFunctionName(), line.getText()));
    }

    private void note(FollowMetricsResponse told) {
        resident = told.getResidentMemory();
        if (residentAtStart == 0) {
            residentAtStart = resident;
        }
        heard();
    }

    /** Notes that the worker lives. */
    void heard() {
        heardAt = System.nanoTime();
    }

    WorkerControlServiceGrpc.WorkerControlServiceFutureStub control() {
        return WorkerControlServiceGrpc.newFutureStub(channel);
    }

    /** The same, for files; null if it sees those of this machine. */
    @Nullable
    WorkerControlServiceGrpc.WorkerControlServiceStub files() {
        return home.seesFiles() ? null : WorkerControlServiceGrpc.newStub(channel);
    }

    WorkerDataServiceGrpc.WorkerDataServiceStub data() {
        return WorkerDataServiceGrpc.newStub(channel);
    }

    long heapUsed() {
        return heapUsed;
    }

    long heapLimitBytes() {
        return heapLimitBytes;
    }

    boolean isLost() {
        return lost || !home.isAlive();
    }

    /** Takes what a call has left; whether Buffers or the process hold more than they may. */
    boolean isOver(long heapInUse, long externalMemory) {
        heapUsed = heapInUse;
        return externalMemory > heapLimitBytes || isOver(resident);
    }

    /** Whether a call that goes on has taken more than heap and Buffers may hold. */
    boolean isOver(long residentMemory) {
        return residentAtStart > 0
                && residentMemory > residentAtStart + 2 * heapLimitBytes + MEMORY_SLACK;
    }

    /** Ends a worker that is not heard of any more, or has ended; null if it is well. */
    WorkerException check() throws InterruptedException {
        if (!home.isAlive()) {
            return lost(home.exit());
        }
        long silent = System.nanoTime() - heardAt;
        if (silent > timeouts.silence().toNanos()) {
            kill();
            return lost(
                    "did not answer for %d ms and was ended (%s)"
                            .formatted(silent / 1_000_000, timeouts.silenceOption()));
        }
        return null;
    }

    /** Why a worker is gone whose connection has failed. */
    WorkerException gone(String connection) throws InterruptedException {
        String how = home.exit();
        return lost(home.isAlive() ? "broke the connection: " + connection : how);
    }

    private WorkerException lost(String how) {
        lost = true;
        if (home.isOutOfMemory()) {
            return WorkerException.outOfMemory(heapLimitBytes);
        }
        return new WorkerException(
                WorkerException.LOST,
                "its worker (%s) %s%s".formatted(home.name(), how, home.errors()));
    }

    /** Ends the worker, whoever else it works for. */
    void kill() {
        lost = true;
        home.close();
    }

    void close() {
        kill();
        WorkerConnections.close(connection);
    }

    /** Reads a stream for as long as the worker lives. */
    private record Follower<T>(Consumer<T> taker) implements StreamObserver<T> {
        @Override
        public void onNext(T value) {
            taker.accept(value);
        }

        @Override
        public void onError(Throwable error) {
            LOG.debug("A stream of a worker has ended", error);
        }

        @Override
        public void onCompleted() {}
    }
}

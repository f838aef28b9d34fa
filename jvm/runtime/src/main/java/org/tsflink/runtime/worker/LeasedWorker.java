package org.tsflink.runtime.worker;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.tsflink.proto.v1.LeaseWorkerRequest;
import org.tsflink.proto.v1.LeaseWorkerResponse;
import org.tsflink.proto.v1.WorkerEnded;
import org.tsflink.proto.v1.WorkerServerServiceGrpc;
import org.tsflink.proto.v1.WorkerStarted;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A worker elsewhere, which its server (packages/cli/src/worker) runs for as long as the call lasts
 * by which it was asked for.
 */
final class LeasedWorker implements WorkerHome {
    private final WorkerAddress.Resolved server;
    private final Consumer<Boolean> onClose;
    private final Lease lease = new Lease();
    private final AtomicBoolean closed = new AtomicBoolean();
    private WorkerStarted started;

    /**
     * @param onClose takes whether it has failed, once
     */
    LeasedWorker(WorkerAddress.Resolved server, Consumer<Boolean> onClose) {
        this.server = server;
        this.onClose = onClose;
    }

    /** Asks for the worker and waits for it; the connection is to live as long as it. */
    void start(ManagedChannel connection, String token, long heapLimitBytes, long timeoutNanos)
            throws WorkerRefusal, InterruptedException {
        Channel channel = Worker.authorized(connection, token);
        LeaseWorkerRequest request =
                LeaseWorkerRequest.newBuilder()
                        .setProtocolVersion(Worker.PROTOCOL_VERSION)
                        .setHeapLimit(heapLimitBytes)
                        .build();
        WorkerServerServiceGrpc.newStub(channel).leaseWorker(request, lease);
        try {
            started = lease.started.get(timeoutNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WorkerRefusal(
                    "did not answer within %d ms".formatted(timeoutNanos / 1_000_000), false);
        } catch (ExecutionException e) {
            throw WorkerRefusal.of(e.getCause());
        }
    }

    /** What connections to the worker name it by. */
    String id() {
        return started.getId();
    }

    /** What the worker asks of its callers. */
    String token() {
        return started.getToken();
    }

    @Override
    public String name() {
        return "process " + started.getPid() + " of " + server;
    }

    @Override
    public boolean isAlive() {
        return !lease.ended.isDone();
    }

    @Override
    public boolean seesFiles() {
        return false;
    }

    @Override
    public String exit() throws InterruptedException {
        try {
            return lease.ended.get(1, TimeUnit.SECONDS).getHow();
        } catch (TimeoutException e) {
            return "no longer answers";
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean isOutOfMemory() {
        return ended().getOutOfMemory();
    }

    @Override
    public String errors() {
        StringBuilder text = new StringBuilder();
        ended().getLastLinesList().forEach(line -> text.append("\n  ").append(line));
        return text.toString();
    }

    private WorkerEnded ended() {
        return lease.ended.getNow(WorkerEnded.getDefaultInstance());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            boolean failed = !isAlive();
            lease.cancel();
            onClose.accept(failed);
        }
    }

    /** The call: it tells of the worker's begin and end. */
    private static final class Lease
            implements ClientResponseObserver<LeaseWorkerRequest, LeaseWorkerResponse> {
        final CompletableFuture<WorkerStarted> started = new CompletableFuture<>();
        final CompletableFuture<WorkerEnded> ended = new CompletableFuture<>();
        private ClientCallStreamObserver<LeaseWorkerRequest> call;

        @Override
        public void beforeStart(ClientCallStreamObserver<LeaseWorkerRequest> stream) {
            call = stream;
        }

        void cancel() {
            if (call != null) {
                call.cancel("the worker is not needed any more", null);
            }
        }

        @Override
        public void onNext(LeaseWorkerResponse response) {
            if (response.hasStarted()) {
                started.complete(response.getStarted());
            } else {
                ended.complete(response.getEnded());
            }
        }

        @Override
        public void onError(Throwable error) {
            started.completeExceptionally(error);
            String how = "is gone, with its server or the connection: " + error.getMessage();
            ended.complete(WorkerEnded.newBuilder().setHow(how).build());
        }

        @Override
        public void onCompleted() {
            onError(new IllegalStateException("the server has ended the call"));
        }
    }
}

package org.tsflink.gateway.results;

import io.grpc.stub.ServerCallStreamObserver;
import org.tsflink.proto.v1.FetchResultsResponse;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends output in batches: when enough is there, or when the first of it has waited long enough. A
 * slow client makes the producer wait, so that one batch is all that is held.
 */
final class BatchedStream<B extends Batch> {

    private static final int FULL = 256 * 1024;
    private static final long LATENCY_MILLIS = 20;

    private final ServerCallStreamObserver<FetchResultsResponse> observer;
    private final ScheduledExecutorService timer;
    private final B batch;
    private boolean scheduled;
    private boolean overdue;
    private boolean ended;

    BatchedStream(
            ServerCallStreamObserver<FetchResultsResponse> observer,
            ScheduledExecutorService timer,
            B batch) {
        this.observer = observer;
        this.timer = timer;
        this.batch = batch;
    }

    /** Adds to the batch; waits while the client is behind. */
    synchronized void write(Consumer<B> output) {
        if (observer.isCancelled()) {
            throw new AbandonedException();
        }
        output.accept(batch);
        if (batch.size() >= FULL) {
            awaitReady();
            send();
        } else if (!scheduled && batch.size() > 0) {
            scheduled = true;
            timer.schedule(this::flush, LATENCY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** To be called when the client can take more, or is gone. */
    synchronized void wakeUp() {
        if (overdue && observer.isReady()) {
            send();
        }
        notifyAll();
    }

    /** Sends what is left, and ends the stream. */
    synchronized void complete() {
        if (batch.size() > 0) {
            awaitReady();
            send();
        }
        ended = true;
        observer.onCompleted();
    }

    /** Sends what is left, and ends the stream with a failure. */
    synchronized void fail(Throwable status) {
        if (ended || observer.isCancelled()) {
            return;
        }
        if (batch.size() > 0) {
            send();
        }
        ended = true;
        observer.onError(status);
    }

    private synchronized void flush() {
        scheduled = false;
        if (ended || batch.size() == 0) {
            return;
        }
        if (observer.isReady()) {
            send();
        } else {
            overdue = true;
        }
    }

    private void send() {
        overdue = false;
        observer.onNext(batch.take());
    }

    private void awaitReady() {
        try {
            while (!observer.isReady()) {
                if (observer.isCancelled()) {
                    throw new AbandonedException();
                }
                // wakeUp ends the wait; the bound only guards against a lost signal.
                wait(1_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        }
    }

    /** Nobody reads the result any more. */
    static final class AbandonedException extends RuntimeException {
        AbandonedException() {
            super("The result was abandoned.", null, false, false);
        }
    }
}

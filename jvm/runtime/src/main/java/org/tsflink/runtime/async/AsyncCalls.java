package org.tsflink.runtime.async;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.metrics.UserMetrics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Calls of one asynchronous function. They wait in a queue for a thread that has an isolate of its
 * own, hands them over many at a time, and runs Node's event loop in between.
 */
public final class AsyncCalls implements AutoCloseable {
    /**
     * How long the event loop may rest while calls are in flight, if it does not run by itself; and
     * while there are none, or it tells when they have settled.
     */
    private static final long BUSY_MILLIS = 1;

    private static final long IDLE_MILLIS = 20;
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(10);

    private record Call(BinaryRowData row, CompletableFuture<Object> result) {}

    /** In the queue, it says that results are there. */
    private static final Call SETTLED = new Call(null, null);

    private final FunctionDescriptor function;
    private final FunctionContext context;
    private final FunctionOptions options;
    private final RowDataSerializer serializer;
    private final BlockingQueue<Call> queue;
    private final Map<Integer, CompletableFuture<Object>> inFlight = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile Throwable failure;
    private boolean tells;
    private int number;

    /** Returns when the function is open. */
    public AsyncCalls(
            FunctionDescriptor function, FunctionContext context, FunctionOptions options) {
        this.function = function;
        this.context = context;
        this.options = options;
        serializer = new RowDataSerializer(function.parameterRow());
        queue = new ArrayBlockingQueue<>(2 * options.batchSize());
        UserMetrics.groupOf(context.getMetricGroup(), function.name())
                .gauge("inFlight", (Gauge<Integer>) () -> queue.size() + inFlight.size());
        thread = new Thread(this::run, "tsflink-async-" + function.name());
        thread.setDaemon(true);
        thread.start();
        try {
            opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Calls the function with Flink's internal data structures; the result completes in the thread
     * of the calls.
     */
    public void call(CompletableFuture<Object> result, Object... arguments) {
        BinaryRowData row = serializer.toBinaryRow(GenericRowData.of(arguments)).copy();
        Call call = new Call(row, result);
        try {
            while (failure == null && !queue.offer(call, IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                // The thread takes calls as long as there is no failure.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(e);
            return;
        }
        if (failure != null) {
            result.completeExceptionally(failure);
        }
    }

    private void run() {
        try (AsyncBatch batch = new AsyncBatch(function, context, options)) {
            // A queue without room for it has what is waited for.
            tells = batch.onSettled(() -> queue.offer(SETTLED));
            opened.complete(null);
            while (!closed) {
                take(batch);
                batch.exchange(this::complete);
                batch.runEvents();
            }
        } catch (Throwable e) {
            failure = e;
            opened.completeExceptionally(e);
            inFlight.values().forEach(result -> result.completeExceptionally(e));
            inFlight.clear();
            queue.removeIf(SETTLED::equals);
            queue.forEach(call -> call.result.completeExceptionally(e));
        }
    }

    private void take(AsyncBatch batch) throws InterruptedException {
        // What has settled is waited for no longer than it must.
        long wait = tells || inFlight.isEmpty() ? IDLE_MILLIS : BUSY_MILLIS;
        Call call = queue.poll(batch.isPending() ? 0 : wait, TimeUnit.MILLISECONDS);
        while (call != null) {
            if (call != SETTLED) {
                inFlight.put(number, call.result);
                batch.add(call.row, number++);
            }
            Call next = queue.peek();
            boolean fits = next != null && (next == SETTLED || batch.hasRoom(next.row));
            call = fits ? queue.poll() : null;
        }
    }

    private void complete(int call, Object value, Throwable error) {
        CompletableFuture<Object> result = inFlight.remove(call);
        if (result == null) {
            return; // What is left of rows of which one was wrong.
        }
        if (error == null) {
            result.complete(value);
        } else {
            result.completeExceptionally(error);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(options.timeout().plus(CLOSE_GRACE).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new FlinkRuntimeException("The thread of " + function.name() + " does not end");
        }
    }
}

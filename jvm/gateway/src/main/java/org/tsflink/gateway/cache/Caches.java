package org.tsflink.gateway.cache;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.jobs.Jobs;
import org.tsflink.proto.v1.SourcePosition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** The cached tables of a session: computed when they are first used, kept until it ends. */
public final class Caches implements AutoCloseable {

    private final Map<String, Computation> tables = new ConcurrentHashMap<>();
    private final RowStore store;
    private final Jobs jobs;
    private volatile boolean closed;

    public Caches(RowStore store, Jobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    /** Whether a table was computed. */
    public boolean has(String id) {
        Computation computation = tables.get(id);
        return computation != null && computation.rows().isPresent();
    }

    /** A table as it was when it was computed, if it was. */
    public Optional<Table> scan(TableEnvironmentInternal environment, String id) {
        return Optional.ofNullable(tables.get(id))
                .flatMap(Computation::rows)
                .map(
                        rows ->
                                CachedTableFactory.scan(
                                        environment,
                                        rows.type(),
                                        rows.files().directory(),
                                        rows.insertOnly()));
    }

    /**
     * Begins to compute a table.
     *
     * @param source where the program caches it: failures are told with it
     */
    public void begin(
            TableEnvironmentInternal environment, String id, Table query, SourcePosition source) {
        BoundedQueries.check(environment, query);
        tables.put(id, Computation.begin(environment, query, source, store, jobs));
        if (closed) {
            close();
        }
    }

    /** Whether a table is computed now, or was. */
    public boolean knows(String id) {
        return tables.containsKey(id);
    }

    /**
     * Completes when nothing is being computed for a table any more, or fails as that did: whether
     * it is there is to be asked anew, as it may have been invalidated.
     */
    public CompletableFuture<Void> computed(String id) {
        Computation computation = tables.get(id);
        if (computation == null) {
            return CompletableFuture.completedFuture(null);
        }
        return computation
                .end()
                .handle(
                        (rows, failure) -> {
                            if (failure == null || failure instanceof CancellationException) {
                                return CompletableFuture.<Void>completedFuture(null);
                            }
                            // The next use tries anew.
                            tables.remove(id, computation);
                            return CompletableFuture.<Void>failedFuture(failure);
                        })
                .thenCompose(told -> told);
    }

    /** Waits until a table is computed. */
    public void await(String id) {
        try {
            computed(id).get();
            if (closed) {
                throw new GatewayException(ErrorCode.JOB_CANCELLED, "The environment was closed.");
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(
                    ErrorCode.JOB_CANCELLED, "The environment was closed.", null, e);
        }
    }

    /** Frees a table; it is computed again when it is used again. */
    public void invalidate(String id) {
        Computation computation = tables.remove(id);
        if (computation != null) {
            computation.free();
        }
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(tables.keySet()).forEach(this::invalidate);
    }
}

package org.tsflink.gateway.results;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import javax.annotation.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The result of a statement: its rows can be read once. */
public final class Result {

    private static final Logger LOG = LoggerFactory.getLogger(Result.class);

    /** How long a result waits for its first reader. */
    public static final ConfigOption<Duration> UNREAD_TIMEOUT =
            ConfigOptions.key("tsflink.result.unread-timeout")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(10));

    // Dropped at the end: it holds the plan of its query.
    @Nullable private TableResultInternal result;
    private final boolean query;
    private final Supplier<CompletableFuture<Void>> cancel;
    private final Duration unreadTimeout;
    private boolean consumed;
    private boolean closed;
    private boolean expired;

    /**
     * @param query whether the rows come from a job that runs for them only
     * @param cancel cancels that job
     * @param unreadTimeout after which it is closed if nobody reads it; zero for never
     */
    public Result(
            TableResultInternal result,
            boolean query,
            Supplier<CompletableFuture<Void>> cancel,
            Duration unreadTimeout) {
        this.cancel = cancel;
        this.result = result;
        this.query = query;
        this.unreadTimeout = unreadTimeout;
        if (unreadTimeout.toMillis() > 0) {
            CompletableFuture.delayedExecutor(unreadTimeout.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::expire);
        }
    }

    private synchronized void expire() {
        if (!consumed && !closed) {
            expired = true;
            close();
        }
    }

    /** The result, to read its rows; a second call is refused. */
    synchronized TableResultInternal consume() {
        if (expired) {
            throw new GatewayException(
                    ErrorCode.RESULT_EXPIRED,
                    "Nobody read this result for %s s, so it was given up%s."
                            .formatted(
                                    unreadTimeout.toMillis() / 1000.0,
                                    query ? " and its query was cancelled" : ""),
                    "Read results soon after they are made, or raise '%s'."
                            .formatted(UNREAD_TIMEOUT.key()));
        }
        if (consumed || closed) {
            throw new GatewayException(
                    ErrorCode.RESULT_CONSUMED,
                    "The rows of this result were read already.",
                    "Keep the rows, or execute the statement again.");
        }
        consumed = true;
        return result;
    }

    /** Ends a query that nobody reads any more; jobs that write to tables go on. */
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (query) {
            cancel.get().whenComplete((done, failure) -> LOG.debug("Cancelled a query", failure));
        }
        result = null;
    }
}

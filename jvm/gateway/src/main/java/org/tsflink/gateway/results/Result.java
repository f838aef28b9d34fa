package org.tsflink.gateway.results;

import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import javax.annotation.Nullable;

/** The result of a statement: its rows can be read once. */
public final class Result {

    private static final Logger LOG = LoggerFactory.getLogger(Result.class);

    // Dropped at the end: it holds the plan of its query.
    @Nullable private TableResultInternal result;
    private final boolean query;
    private boolean consumed;
    private boolean closed;

    /**
     * @param query whether the rows come from a job that runs for them only
     */
    public Result(TableResultInternal result, boolean query) {
        this.result = result;
        this.query = query;
    }

    /** The result, to read its rows; a second call is refused. */
    synchronized TableResultInternal consume() {
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
            result.getJobClient().ifPresent(Result::cancel);
        }
        result = null;
    }

    private static void cancel(JobClient job) {
        job.cancel()
                .whenComplete(
                        (done, failure) -> LOG.debug("Cancelled {}", job.getJobID(), failure));
    }
}

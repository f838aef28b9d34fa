package org.tsflink.gateway.jobs;

import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.util.ExceptionUtils;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import javax.annotation.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A job, also after its end. */
public final class TrackedJob {

    // Completes with the status that the job ended with, or with its failure.
    private final CompletableFuture<JobStatus> end = new CompletableFuture<>();
    private volatile long netRuntimeMillis;
    // Dropped at the end: it holds the results of the job.
    @Nullable private volatile JobClient client;

    private final String webUrl;

    private final boolean query;

    TrackedJob(JobClient client, String webUrl, boolean query) {
        this.client = client;
        this.webUrl = webUrl;
        this.query = query;
        client.getJobExecutionResult()
                .whenComplete(
                        (result, failure) -> {
                            this.client = null;
                            if (failure == null) {
                                netRuntimeMillis = result.getNetRuntime(TimeUnit.MILLISECONDS);
                                end.complete(JobStatus.FINISHED);
                            } else {
                                end.completeExceptionally(failure);
                            }
                        });
    }

    String webUrl() {
        return webUrl;
    }

    /** How long the job ran; 0 before its end. */
    public long netRuntimeMillis() {
        return netRuntimeMillis;
    }

    /**
     * Keeps the state of the job, and stops it if that is asked for.
     *
     * @param directory null for the one of the configuration
     */
    public CompletableFuture<String> savepoint(
            @Nullable String directory, SavepointFormatType format) {
        return running().triggerSavepoint(directory, format);
    }

    /** Stops the job with a savepoint. */
    public CompletableFuture<String> stop(
            @Nullable String directory, SavepointFormatType format, boolean advanceToEnd) {
        return running().stopWithSavepoint(advanceToEnd, directory, format);
    }

    private JobClient running() {
        JobClient running = client;
        if (running == null) {
            throw new GatewayException(
                    ErrorCode.JOB_NOT_RUNNING,
                    "The job has ended: it has no state to keep.",
                    "Take a savepoint while it runs.");
        }
        return running;
    }

    /** The job's status now. */
    public CompletableFuture<JobStatus> status() {
        JobClient running = client;
        if (running == null) {
            return end.exceptionally(TrackedJob::endedWith);
        }
        return running.getJobStatus();
    }

    /**
     * Cancels the job. A query is let start first: Flink's collecting sink (CollectSinkFunction)
     * that is cancelled while it starts takes its TaskManager down.
     */
    public CompletableFuture<Void> cancel() {
        JobClient running = client;
        if (running == null) {
            return CompletableFuture.completedFuture(null);
        }
        return query && !webUrl.isEmpty()
                ? TaskStates.started(webUrl, running.getJobID()).thenCompose(done -> cancelNow())
                : cancelNow();
    }

    private CompletableFuture<Void> cancelNow() {
        JobClient running = client;
        return running == null ? CompletableFuture.completedFuture(null) : running.cancel();
    }

    /**
     * The status that the job ends with, or fails with its failure.
     *
     * @param timeoutMillis after which the status at that time is given instead; 0 for never
     */
    public CompletableFuture<JobStatus> await(long timeoutMillis) {
        if (timeoutMillis == 0) {
            return end;
        }
        return end.copy()
                .orTimeout(timeoutMillis, TimeUnit.MILLISECONDS)
                .handle((status, failure) -> failure instanceof TimeoutException ? status() : end)
                .thenCompose(status -> status);
    }

    private static JobStatus endedWith(Throwable failure) {
        return ExceptionUtils.findThrowable(failure, JobCancellationException.class).isPresent()
                ? JobStatus.CANCELED
                : JobStatus.FAILED;
    }
}

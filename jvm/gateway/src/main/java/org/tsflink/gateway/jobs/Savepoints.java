package org.tsflink.gateway.jobs;

import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.util.ExceptionUtils;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.TriggerSavepointRequest;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Savepoints of jobs, as a client asks for them. */
public final class Savepoints {

    private Savepoints() {}

    /** The path of the savepoint, when it is complete. */
    public static CompletableFuture<String> trigger(TriggerSavepointRequest request, Jobs jobs) {
        TrackedJob job = jobs.get(request.getJobId());
        String directory = request.hasDirectory() ? request.getDirectory() : null;
        SavepointFormatType format = SavepointFormatType.valueOf(request.getFormat());
        CompletableFuture<String> path =
                request.getStop()
                        ? job.stop(directory, format, request.getAdvanceToEndOfEventTime())
                        : job.savepoint(directory, format);
        return path.exceptionally(
                failure -> {
                    throw new CompletionException(failed(failure));
                });
    }

    private static GatewayException failed(Throwable failure) {
        Throwable cause = ExceptionUtils.stripCompletionException(failure);
        String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new GatewayException(
                ErrorCode.SAVEPOINT_FAILED,
                "The savepoint failed: " + said.lines().findFirst().orElse(said),
                "Give it a directory, or set 'execution.checkpointing.savepoint-dir'.",
                cause);
    }
}

package org.tsflink.gateway.jobs;

import org.apache.flink.api.common.JobID;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for the tasks of a job. */
final class TaskStates {

    private static final Set<String> STARTING =
            Set.of("CREATED", "SCHEDULED", "DEPLOYING", "INITIALIZING");
    private static final long INTERVAL_MILLIS = 50;
    private static final int MOST = 200;

    private TaskStates() {}

    /**
     * Completes when no task is starting any more, when that took too long, or when nobody tells.
     */
    static CompletableFuture<Void> started(String webUrl, JobID job) {
        return started(webUrl + "/jobs/" + job.toHexString(), MOST);
    }

    private static CompletableFuture<Void> started(String address, int left) {
        return Rest.get(address)
                .handle((answer, failure) -> failure == null && isStarting(answer))
                .thenCompose(
                        starting ->
                                starting && left > 0
                                        ? later(address, left - 1)
                                        : CompletableFuture.completedFuture(null));
    }

    private static CompletableFuture<Void> later(String address, int left) {
        return CompletableFuture.supplyAsync(
                        () -> started(address, left),
                        CompletableFuture.delayedExecutor(INTERVAL_MILLIS, TimeUnit.MILLISECONDS))
                .thenCompose(waiting -> waiting);
    }

    private static boolean isStarting(JsonNode job) {
        for (JsonNode vertex : job.path("vertices")) {
            if (STARTING.contains(vertex.path("status").asText())) {
                return true;
            }
        }
        return false;
    }
}

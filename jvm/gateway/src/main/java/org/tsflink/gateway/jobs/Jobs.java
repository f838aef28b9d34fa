package org.tsflink.gateway.jobs;

import org.apache.flink.core.execution.JobClient;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The jobs that a gateway has submitted; the oldest are forgotten when there are very many. */
public final class Jobs {

    private static final int MOST = 10_000;

    private final Map<String, TrackedJob> jobs =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, TrackedJob> eldest) {
                            return size() > MOST;
                        }
                    });

    /** Follows a job from now on. */
    public String track(JobClient client) {
        String id = client.getJobID().toHexString();
        jobs.put(id, new TrackedJob(client));
        return id;
    }

    /** A job of this gateway. */
    public TrackedJob get(String id) {
        TrackedJob job = jobs.get(id);
        if (job == null) {
            throw new GatewayException(
                    ErrorCode.JOB_NOT_FOUND,
                    "This gateway submitted no job '" + id + "'.",
                    "Jobs of other programs can be seen in Flink's web dashboard.");
        }
        return job;
    }
}

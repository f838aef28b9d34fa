package org.tsflink.gateway.jobs;

import org.apache.flink.api.common.JobID;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.TableConfig;
import org.tsflink.gateway.cluster.EmbeddedCluster;
import org.tsflink.gateway.cluster.RemoteTarget;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.JobOperators;
import org.tsflink.runtime.function.FunctionException;

import javax.annotation.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The jobs that a gateway has submitted; the oldest are forgotten when there are very many. */
public final class Jobs implements JobOperators {

    private static final int MOST = 10_000;

    private final EmbeddedCluster cluster;
    private final Map<String, TrackedJob> jobs =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, TrackedJob> eldest) {
                            return size() > MOST;
                        }
                    });

    public Jobs(EmbeddedCluster cluster) {
        this.cluster = cluster;
    }

    /** The web dashboard of the cluster that jobs of a configuration run on; empty for none. */
    public String webUrl(TableConfig configuration) {
        return (RemoteTarget.isRemote(configuration)
                        ? RemoteTarget.webUrl(configuration)
                        : cluster.webUrl())
                .orElse("");
    }

    /**
     * Follows a job from now on.
     *
     * @param query whether it runs for its rows only
     */
    public TrackedJob track(JobClient client, TableConfig configuration, boolean query) {
        TrackedJob job = new TrackedJob(client, webUrl(configuration), query);
        jobs.put(client.getJobID().toHexString(), job);
        return job;
    }

    @Override
    public List<String> ofFailedTask(JobID job) {
        TrackedJob tracked = jobs.get(job.toHexString());
        return tracked == null || tracked.webUrl().isEmpty()
                ? List.of()
                : FailedTask.operators(tracked.webUrl(), job.toHexString());
    }

    @Override
    @Nullable
    public FunctionException functionFailure(JobID job) {
        TrackedJob tracked = jobs.get(job.toHexString());
        return tracked == null || tracked.webUrl().isEmpty()
                ? null
                : ExceptionHistory.functionFailure(tracked.webUrl(), job.toHexString());
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

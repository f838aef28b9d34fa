package org.tsflink.runtime.function;

import org.apache.flink.api.common.JobID;

import javax.annotation.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How functions of this process failed last, by job. A JobManager that finds a task gone before it
 * hears why (an event for the task was lost) keeps only that; on an embedded cluster the true cause
 * is here.
 */
public final class RecentFailures {

    private static final int MOST = 64;

    private static final Map<JobID, FunctionException> FAILURES =
            Collections.synchronizedMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(
                                Map.Entry<JobID, FunctionException> eldest) {
                            return size() > MOST;
                        }
                    });

    private RecentFailures() {}

    public static void add(JobID job, FunctionException failure) {
        FAILURES.put(job, failure);
    }

    @Nullable
    public static FunctionException of(JobID job) {
        return FAILURES.get(job);
    }
}

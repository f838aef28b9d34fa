package org.tsflink.gateway.errors;

import org.apache.flink.api.common.JobID;
import org.tsflink.runtime.function.FunctionException;

import javax.annotation.Nullable;

import java.util.List;

/** Tells what the operators of a job do, and how they failed. */
public interface JobOperators {

    /** Knows none. */
    JobOperators NONE = job -> List.of();

    /** The operators of the task that failed, as Flink describes them; none if it is not known. */
    List<String> ofFailedTask(JobID job);

    /** How a function of the job failed, as its cluster recorded it; null if that is not known. */
    @Nullable
    default FunctionException functionFailure(JobID job) {
        return null;
    }
}

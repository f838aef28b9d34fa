package org.tsflink.gateway.errors;

import org.apache.flink.api.common.JobID;

import java.util.List;

/** Tells what the operators of a job do. */
public interface JobOperators {

    /** Knows none. */
    JobOperators NONE = job -> List.of();

    /** The operators of the task that failed, as Flink describes them; none if it is not known. */
    List<String> ofFailedTask(JobID job);
}

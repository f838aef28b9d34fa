package org.tsflink.gateway.errors;

import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.runtime.operators.coordination.TaskNotRunningException;
import org.junit.jupiter.api.Test;
import org.tsflink.proto.v1.ErrorDetail;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.RecentFailures;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class FunctionFailuresTest {

    @Test
    void tellsTheFailureOfTheFunctionWhereFlinkKeptOnlyThatTheTaskIsGone() {
        JobID job = new JobID();
        RecentFailures.add(job, failure("boom"));
        RecentFailures.add(new JobID(), failure("of another job"));

        ErrorDetail detail = ErrorMapper.detail(taskGone(job), null, JobOperators.NONE);

        assertThat(detail.getCode()).isEqualTo("FUNCTION_FAILED");
        assertThat(detail.getMessage()).contains("'f'").contains("boom");
    }

    @Test
    void asksTheClusterWhereTheFunctionFailedInAnotherProcess() {
        JobID job = new JobID();
        JobOperators cluster =
                new JobOperators() {
                    @Override
                    public List<String> ofFailedTask(JobID of) {
                        return List.of();
                    }

                    @Override
                    public FunctionException functionFailure(JobID of) {
                        return of.equals(job) ? failure("far away") : null;
                    }
                };

        ErrorDetail detail = ErrorMapper.detail(taskGone(job), null, cluster);

        assertThat(detail.getCode()).isEqualTo("FUNCTION_FAILED");
        assertThat(detail.getMessage()).contains("'f'").contains("far away");
        assertThat(ErrorMapper.detail(taskGone(new JobID()), null, cluster).getCode())
                .isEqualTo("JOB_FAILED");
    }

    @Test
    void tellsWhatFlinkSaysWhereNoFunctionFailed() {
        assertThat(ErrorMapper.detail(taskGone(new JobID()), null, JobOperators.NONE).getCode())
                .isEqualTo("JOB_FAILED");
    }

    private static JobExecutionException taskGone(JobID job) {
        return new JobExecutionException(
                job, "Job execution failed.", new TaskNotRunningException("Task is not running"));
    }

    private static FunctionException failure(String detail) {
        return new FunctionException(
                FunctionException.Code.FUNCTION_FAILED, "f", detail, null, null, null);
    }
}

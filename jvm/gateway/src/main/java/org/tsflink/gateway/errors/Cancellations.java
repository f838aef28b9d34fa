package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;

/** The job was cancelled. */
final class Cancellations implements Classifier {

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        return causes.stream().anyMatch(cause -> cause.is("JobCancellationException"))
                ? Failure.of(ErrorCode.JOB_CANCELLED, "The job was cancelled.", null)
                : null;
    }
}

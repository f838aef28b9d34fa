package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is too deep, or too large, for Flink. */
final class Limits implements Classifier {

    private static final Pattern ROW =
            Pattern.compile(
                    "Record size is too large for CollectSinkFunction\\. Record size is (\\d+) bytes, but max bytes per batch is only (\\d+) bytes");

    private static final String TOO_MANY_INPUTS = "Only up to 63 inputs are supported at once";

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            if (cause.is("StackOverflowError")) {
                return Failure.of(
                        ErrorCode.PLAN_TOO_DEEP,
                        "The statement is nested too deep for Flink's planner",
                        "Write long chains otherwise: in(…) for many isEqual, a join with a table for many cases.");
            }
            if (cause.is("PlanTooLargeException")) {
                return Failure.of(
                        ErrorCode.PLAN_TOO_LARGE,
                        cause.message(),
                        "Make several smaller queries of it, or raise that option and wait.");
            }
            if (cause.message().startsWith(TOO_MANY_INPUTS)) {
                return Failure.of(
                        ErrorCode.PLAN_TOO_LARGE,
                        "A chain of joins is larger than one operator of Flink's can have inputs",
                        "Set 'table.optimizer.multiple-input-enabled' to false.");
            }
            Matcher row = ROW.matcher(cause.message());
            if (row.find()) {
                return Failure.of(
                        ErrorCode.RESULT_ROW_TOO_LARGE,
                        "A row of the result has %s bytes, and at most %s can be collected"
                                .formatted(row.group(1), row.group(2)),
                        "Raise 'collect-sink.batch-size.max' above it, as in withConfiguration({ 'collect-sink.batch-size.max': '64 mb' }).");
            }
        }
        return null;
    }
}

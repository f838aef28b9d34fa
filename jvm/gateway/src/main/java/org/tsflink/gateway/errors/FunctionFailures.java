package org.tsflink.gateway.errors;

import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.client.JobExecutionException;
import org.tsflink.proto.v1.FunctionFailure;
import org.tsflink.proto.v1.SourcePosition;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.RecentFailures;

import javax.annotation.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A user's function failed. */
final class FunctionFailures implements Classifier {

    // file.ts:line:column of what was thrown, file.ts:line of the function
    private static final Pattern FRAME = Pattern.compile("(.*?):(\\d+)(?::(\\d+))?");

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        FunctionException failed = find(causes, statement);
        return failed == null
                ? null
                : new Failure(
                        failed.getCode().name(),
                        message(failed),
                        hint(failed.getCode()),
                        false,
                        details(failed));
    }

    @Nullable
    private static FunctionException find(List<Cause> causes, Statement statement) {
        JobID job = null;
        for (Cause cause : causes) {
            if (cause.throwable() instanceof FunctionException failed) {
                return failed;
            }
            if (cause.throwable() instanceof JobExecutionException of) {
                job = of.getJobID();
            }
        }
        boolean taskGone = causes.stream().anyMatch(cause -> cause.is("TaskNotRunningException"));
        if (!taskGone || job == null) {
            return null;
        }
        FunctionException here = RecentFailures.of(job);
        return here == null ? statement.functionFailure(job) : here;
    }

    private static String message(FunctionException failed) {
        String function =
                failed.getFunctionName() == null
                        ? "A function"
                        : "The function '" + failed.getFunctionName() + "'";
        return switch (failed.getCode()) {
            case FUNCTION_FAILED -> function + " failed: " + failed.getDetail();
            default -> function + ": " + failed.getDetail();
        };
    }

    private static String hint(FunctionException.Code code) {
        return switch (code) {
            case FUNCTION_FAILED ->
                    "Handle the value in the function, or filter such rows before it is called.";
            case FUNCTION_RESULT_TYPE ->
                    "Return a value of the declared type, or declare the type that it returns.";
            case FUNCTION_TIMEOUT ->
                    "Look for an endless loop, or raise 'tsflink.function.timeout'.";
            case FUNCTION_OUT_OF_MEMORY ->
                    "Keep less in the function, or raise 'tsflink.function.heap-limit'.";
            case FUNCTION_EXIT -> "Throw an error instead of ending the process.";
            case FUNCTION_LOAD_FAILED -> "Look at what the function's module does when it loads.";
            case FUNCTION_NOT_FOUND -> "Bundle the function again.";
            case FUNCTION_WORKER_NOT_STARTED ->
                    "Install Node.js 20.19 or later on each TaskManager, or name it in"
                            + " 'tsflink.process.node'.";
            case FUNCTION_WORKER_UNAVAILABLE ->
                    "Look whether `tsflink worker` runs there, and at the options"
                            + " 'tsflink.external.*' that the message names.";
            case FUNCTION_WORKER_LOST ->
                    "Look into the log of the TaskManager, or of the external worker, for what its"
                            + " process printed last.";
        };
    }

    private static FunctionFailure details(FunctionException failed) {
        FunctionFailure.Builder details =
                FunctionFailure.newBuilder()
                        .setName(orEmpty(failed.getFunctionName()))
                        .setStack(orEmpty(failed.getJsStack()))
                        .setRow(orEmpty(failed.getRow()));
        Matcher frame = FRAME.matcher(orEmpty(failed.getSourceFrame()));
        if (frame.matches()) {
            details.setSource(
                    SourcePosition.newBuilder()
                            .setFile(frame.group(1))
                            .setLine(Integer.parseInt(frame.group(2)))
                            .setColumn(
                                    frame.group(3) == null ? 0 : Integer.parseInt(frame.group(3))));
        }
        return details.build();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

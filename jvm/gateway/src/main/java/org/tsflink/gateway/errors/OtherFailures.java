package org.tsflink.gateway.errors;

import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All the rest, by the exception that is closest to the cause. */
final class OtherFailures implements Classifier {

    // Exceptions that say only that something within them failed.
    private static final Set<String> WRAPPERS =
            Set.of(
                    "JobExecutionException",
                    "JobException",
                    "ProgramInvocationException",
                    "JobInitializationException",
                    "TableException");

    private static final Pattern OPTION =
            Pattern.compile("Could not parse value '(.*?)' for key '(.*?)'", Pattern.DOTALL);

    @Override
    public Failure classify(List<Cause> causes, Statement statement) {
        Cause root = causes.get(causes.size() - 1);
        if (causes.stream().anyMatch(cause -> cause.is("JobExecutionException"))) {
            return Failure.of(ErrorCode.JOB_FAILED, "The job failed: " + described(root), null);
        }
        for (Cause cause : causes) {
            Matcher option = OPTION.matcher(cause.message());
            if (option.find()) {
                return Failure.of(
                        ErrorCode.CONFIGURATION_INVALID,
                        "The option '%s' cannot have the value '%s': %s."
                                .formatted(option.group(2), option.group(1), described(root)),
                        "See the option in Flink's documentation.");
            }
        }
        for (Cause cause : causes) {
            Failure meant = Meanings.of(cause.message(), "", statement);
            if (meant != null) {
                return meant;
            }
        }
        for (int i = causes.size() - 1; i >= 0; i--) {
            Cause cause = causes.get(i);
            if (cause.throwable() instanceof ValidationException) {
                return Failure.of(ErrorCode.VALIDATION_ERROR, validation(cause, root), null);
            }
        }
        if (isOurs(root.throwable())) {
            return Failure.of(
                    ErrorCode.INTERNAL,
                    "The gateway failed: " + described(root),
                    "This is a bug: please report it with the Java stack.");
        }
        return Failure.of(ErrorCode.PLANNER_ERROR, planner(causes.get(0), root), null);
    }

    private static String planner(Cause first, Cause root) {
        return first.throwable() instanceof TableException && first != root
                ? first.text() + " (" + described(root) + ")"
                : "Flink could not run this: " + described(root);
    }

    // "Could not execute …" says less than what is behind it.
    private static String validation(Cause cause, Cause root) {
        if (cause.message().isBlank()) {
            return "Flink refuses this: " + described(root) + " in " + place(root.throwable());
        }
        return cause == root || !cause.message().startsWith("Could not execute")
                ? cause.text()
                : root.text();
    }

    // All that is known of an exception without a message.
    private static String place(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length == 0
                ? "Flink"
                : stack[0].getClassName().replaceFirst("^.*\\.", "")
                        + "."
                        + stack[0].getMethodName();
    }

    private static boolean isOurs(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length == 0 || stack[0].getClassName().startsWith("org.tsflink.");
    }

    private static String described(Cause cause) {
        String kind = cause.className().substring(cause.className().lastIndexOf('.') + 1);
        return WRAPPERS.contains(kind) || cause.message().isBlank()
                ? cause.text()
                : kind + ": " + cause.text();
    }
}

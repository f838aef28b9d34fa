package org.tsflink.gateway.jobs;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.tsflink.runtime.function.FunctionException;

import javax.annotation.Nullable;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The exceptions that the cluster of a job recorded, as Flink's REST API tells them. */
final class ExceptionHistory {

    // As FunctionException makes its message; the rest of the stack trace, or nothing, follows it.
    private static final Pattern FUNCTION_FAILED =
            Pattern.compile(
                    "^(?:Caused by: )?"
                            + Pattern.quote(FunctionException.class.getName())
                            + ": (?<code>[A-Z_]+): (?:function (?<name>[^\\s:]+): )?(?<detail>.*?)"
                            + "(?:\n  at (?<frame>[^\n]+:\\d+:\\d+))?"
                            + "(?:\n  called with (?<row>.*?))?"
                            + "(?=\n\tat |\n\t\\.\\.\\. |\nCaused by: |\n\tSuppressed: |\\s*\\z)",
                    Pattern.DOTALL | Pattern.MULTILINE);

    private ExceptionHistory() {}

    /** How a function of the job failed; null if the cluster recorded no such failure. */
    @Nullable
    static FunctionException functionFailure(String webUrl, String jobId) {
        try {
            return functionFailure(Rest.get(webUrl + "/jobs/" + jobId + "/exceptions").join());
        } catch (CompletionException e) {
            // Only a better message is lost.
            return null;
        }
    }

    /**
     * The failure of a function within what the API answers.
     *
     * @param exceptions {@code JobExceptionsInfoWithHistory} as JSON: the newest entry first
     */
    @Nullable
    static FunctionException functionFailure(JsonNode exceptions) {
        return stream(exceptions.at("/exceptionHistory/entries"))
                .flatMap(
                        entry ->
                                Stream.concat(
                                        Stream.of(entry),
                                        stream(entry.path("concurrentExceptions"))))
                .map(exception -> parse(exception.path("stacktrace").asText()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    private static FunctionException parse(String stackTrace) {
        Matcher failed = FUNCTION_FAILED.matcher(stackTrace.replace("\r\n", "\n"));
        return failed.find()
                ? code(failed.group("code"))
                        .map(
                                code ->
                                        new FunctionException(
                                                code,
                                                failed.group("name"),
                                                failed.group("detail"),
                                                null,
                                                failed.group("frame"),
                                                failed.group("row")))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** None where the cluster runs another version, with codes that this one does not have. */
    private static Stream<FunctionException.Code> code(String name) {
        return Stream.of(FunctionException.Code.values()).filter(code -> code.name().equals(name));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}

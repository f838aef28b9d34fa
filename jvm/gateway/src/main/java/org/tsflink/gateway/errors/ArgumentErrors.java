package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A function that was called with arguments that it does not take. */
final class ArgumentErrors implements Classifier {

    // Calcite's own functions …
    private static final Pattern APPLY =
            Pattern.compile(
                    "Cannot apply '(.+?)' to arguments of type '(.+?)'\\.(?: Supported form\\(s\\): (.*))?",
                    Pattern.DOTALL);
    private static final Pattern COUNT =
            Pattern.compile(
                    "Invalid number of arguments to function '(.+?)'\\. Was expecting (\\d+) arguments");
    // … and Flink's.
    private static final Pattern CALL =
            Pattern.compile("Invalid function call:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern SIGNATURES =
            Pattern.compile("Expected signatures are:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern CONDITION =
            Pattern.compile(
                    "(Filter|Join) operator requires a boolean expression as input, but (?:.+) is of type (.+)");
    private static final int MOST_FORMS = 8;

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        String call = null;
        String forms = "";
        String reason = "";
        for (Cause cause : causes) {
            Matcher invalid = CALL.matcher(cause.message());
            if (invalid.find()) {
                call = oneLine(invalid.group(1));
                continue;
            }
            Matcher condition = CONDITION.matcher(cause.message());
            if (condition.find()) {
                return Failure.of(
                        ErrorCode.FUNCTION_ARGUMENTS_INVALID,
                        "A condition has to be BOOLEAN, and this one is " + condition.group(2),
                        "Compare it with a value, as in isEqual or isNotNull.");
            }
            if (call == null) {
                continue;
            }
            Matcher signatures = SIGNATURES.matcher(cause.message());
            if (signatures.find()) {
                forms = forms(signatures.group(1), "\n");
            } else if (!cause.message().startsWith("Invalid input arguments")) {
                reason = oneLine(cause.message());
            }
        }
        return call == null
                ? null
                : failure("The function cannot be called as " + shortTypes(call), reason, forms);
    }

    /** The same, of a sentence of the SQL validator; null if it says something else. */
    @Nullable
    static Failure of(String sentence, String where) {
        Matcher apply = APPLY.matcher(sentence);
        if (apply.find()) {
            String forms = apply.group(3) == null ? "" : forms(apply.group(3), "'\\s*\\n?\\s*'");
            return failure(
                    "'%s' takes no arguments of type %s"
                            .formatted(apply.group(1), shortTypes(oneLine(apply.group(2)))),
                    where,
                    forms);
        }
        Matcher count = COUNT.matcher(sentence);
        if (count.find()) {
            return failure(
                    "'%s' takes %s argument%s"
                            .formatted(
                                    count.group(1),
                                    count.group(2),
                                    count.group(2).equals("1") ? "" : "s"),
                    where,
                    "");
        }
        return null;
    }

    private static Failure failure(String message, String rest, String forms) {
        String separator = rest.isEmpty() || rest.startsWith(" (line") ? "" : ": ";
        return Failure.of(
                ErrorCode.FUNCTION_ARGUMENTS_INVALID,
                message + separator + rest,
                forms.isEmpty()
                        ? "See the function in Flink's documentation, and CAST the arguments."
                        : "It is called as " + forms + ".");
    }

    private static String forms(String text, String separator) {
        List<String> forms =
                Arrays.stream(text.split(separator))
                        .map(form -> oneLine(form.replaceAll("^'|'$", "")))
                        .filter(form -> !form.isEmpty())
                        .distinct()
                        .toList();
        String listed = forms.stream().limit(MOST_FORMS).collect(Collectors.joining(", or "));
        return forms.size() > MOST_FORMS ? listed + ", …" : listed;
    }

    private static String shortTypes(String text) {
        return text.replace("VARCHAR(2147483647)", "STRING")
                .replace("VARBINARY(2147483647)", "BYTES");
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\n\\s*", " ");
    }
}

package org.tsflink.gateway.errors;

import org.apache.flink.table.api.ValidationException;

import javax.annotation.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls of the Table API that name what is not there. */
final class TableApiErrors implements Classifier {

    private static final Pattern FIELD =
            Pattern.compile("Cannot resolve field \\[(.+?)\\], input field list:\\[(.*?)\\]");
    private static final Pattern TABLE =
            Pattern.compile(
                    "Table (.+?) was not found\\.|Cannot find table '(.+?)' in any of the catalogs");
    private static final Pattern FUNCTION = Pattern.compile("Undefined function: (.+)");
    private static final Pattern METHOD =
            Pattern.compile(
                    "Could not find an implementation method '(\\w+)' in class 'org\\.tsflink\\."
                            + ".*?' for function '(.+?)'",
                    Pattern.DOTALL);
    private static final Pattern EXISTS =
            Pattern.compile(
                    "Temporary table '.+?' already exists|Table \\(or view\\) .+? already exists");
    private static final Pattern MISMATCH =
            Pattern.compile("Column types of query result and sink for '(.+?)' do not match");

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            if (!(cause.throwable() instanceof ValidationException)
                    && !cause.is("TableAlreadyExistException")) {
                continue;
            }
            Failure known = classify(cause.message(), statement);
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    private static Failure missingMethod(String method, String function) {
        String why =
                method.equals("retract")
                        ? "its input is updated, or rows leave an OVER window"
                        : "the aggregation brings accumulators together, as session windows do";
        return Failure.of(
                ErrorCode.FUNCTION_METHOD_MISSING,
                "The function '%s' has no method %s(), which the query needs: %s"
                        .formatted(function.replace("`", ""), method, why),
                "Give the function a method %s().".formatted(method));
    }

    @Nullable
    private static Failure classify(String message, Statement statement) {
        Matcher field = FIELD.matcher(message);
        if (field.find()) {
            return Failure.of(
                    ErrorCode.COLUMN_NOT_FOUND,
                    "There is no column '" + field.group(1) + "'",
                    NearestNames.hint(
                            "columns", field.group(1), Arrays.asList(field.group(2).split(", "))));
        }
        Matcher table = TABLE.matcher(message);
        if (table.find()) {
            String path = table.group(1) == null ? table.group(2) : table.group(1);
            String name = path.replace("`", "").replaceFirst("^.*\\.", "");
            return Failure.of(
                    ErrorCode.TABLE_NOT_FOUND,
                    "There is no table '" + name + "'",
                    NearestNames.hint("tables", name, statement.tables()));
        }
        Matcher function = FUNCTION.matcher(message);
        if (function.find()) {
            return Failure.of(
                    ErrorCode.FUNCTION_UNDEFINED,
                    "There is no function '" + function.group(1) + "'",
                    NearestNames.hint("functions", function.group(1), statement.functions()));
        }
        Matcher method = METHOD.matcher(message);
        if (method.find()) {
            return missingMethod(method.group(1), method.group(2));
        }
        Matcher exists = EXISTS.matcher(message);
        if (exists.find()) {
            return Failure.of(
                    ErrorCode.TABLE_ALREADY_EXISTS,
                    message.strip(),
                    "Drop it first, or take another name.");
        }
        if (MISMATCH.matcher(message).find()) {
            return Failure.of(
                    ErrorCode.SCHEMA_MISMATCH,
                    message.strip(),
                    "Select the sink's columns in its order, and CAST to its types.");
        }
        return Meanings.of(message, "", statement);
    }
}

package org.tsflink.gateway.errors;

import org.apache.flink.table.api.ValidationException;

import javax.annotation.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that can be read, but names what is not there or does not fit together. */
final class SqlValidationErrors implements Classifier {

    private static final Pattern VALIDATION =
            Pattern.compile(
                    "SQL validation failed\\. (?:(?:From|At) line (\\d+), column (\\d+)(?: to line \\d+, column \\d+)?: )?(.*)",
                    Pattern.DOTALL);
    private static final Pattern COLUMN =
            Pattern.compile(
                    "Column '(.+?)' not found in (?:any table|table '(.+?)')|Unknown field '(.+?)'");
    private static final Pattern TABLE =
            Pattern.compile("Object '(.+?)' not found(?: within '.*?')?|Table '(.+?)' not found");
    private static final Pattern FUNCTION =
            Pattern.compile("No match found for function signature ([^(\\s]+)\\(");

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            Matcher validation = VALIDATION.matcher(cause.message());
            if (cause.throwable() instanceof ValidationException && validation.matches()) {
                int line = validation.group(1) == null ? 0 : Integer.parseInt(validation.group(1));
                int column = line == 0 ? 0 : Integer.parseInt(validation.group(2));
                Cause root = causes.get(causes.size() - 1);
                String text =
                        line == 0 && !root.message().isBlank() ? root.text() : validation.group(3);
                return classify(text.strip(), where(statement, line, column), statement);
            }
        }
        return null;
    }

    private static Failure classify(String text, String where, Statement statement) {
        Matcher column = COLUMN.matcher(text);
        if (column.find()) {
            String name = column.group(1) == null ? column.group(3) : column.group(1);
            return Failure.of(
                    ErrorCode.COLUMN_NOT_FOUND,
                    "There is no column '" + name + "'" + where,
                    hint("columns", name, statement.columns()));
        }
        Matcher table = TABLE.matcher(text);
        if (table.find()) {
            String name = table.group(1) == null ? table.group(2) : table.group(1);
            return Failure.of(
                    ErrorCode.TABLE_NOT_FOUND,
                    "There is no table '" + name + "'" + where,
                    NearestNames.hint("tables", name, statement.tables()));
        }
        Matcher function = FUNCTION.matcher(text);
        if (function.find() && !isKnown(function.group(1), statement)) {
            return Failure.of(
                    ErrorCode.FUNCTION_UNDEFINED,
                    "There is no function '" + function.group(1) + "'" + where,
                    NearestNames.hint("functions", function.group(1), statement.functions()));
        }
        return Failure.of(ErrorCode.SQL_VALIDATION_ERROR, text + where, null);
    }

    private static boolean isKnown(String function, Statement statement) {
        return statement.functions().stream().anyMatch(function::equalsIgnoreCase);
    }

    private static String hint(String kind, String name, List<String> names) {
        return names.isEmpty() ? "" : NearestNames.hint(kind, name, names);
    }

    private static String where(Statement statement, int line, int column) {
        if (line == 0) {
            return "";
        }
        return " (line %d, column %d)".formatted(line, column)
                + SqlText.marked(statement.sql(), line, column);
    }
}

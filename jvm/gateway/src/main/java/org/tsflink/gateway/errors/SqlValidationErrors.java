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
    private static final String EXPRESSION = "Invalid SQL expression: ";
    private static final Pattern LOCATED =
            Pattern.compile(
                    "(?:From|At) line (\\d+), column (\\d+)(?: to line \\d+, column \\d+)?: (.*)",
                    Pattern.DOTALL);
    // Some sentences say their place themselves.
    private static final Pattern POSITION = Pattern.compile("at line (\\d+), column (\\d+)\\.?$");
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
        Failure expression = expression(causes, statement);
        if (expression != null) {
            return expression;
        }
        for (Cause cause : causes) {
            Matcher validation = VALIDATION.matcher(cause.message());
            if (cause.throwable() instanceof ValidationException && validation.matches()) {
                int line = validation.group(1) == null ? 0 : Integer.parseInt(validation.group(1));
                int column = line == 0 ? 0 : Integer.parseInt(validation.group(2));
                Cause root = causes.get(causes.size() - 1);
                if (line == 0 && callsWrongly(causes)) {
                    // Flink's functions say more of it.
                    return null;
                }
                String text =
                        line == 0 && !root.message().isBlank() ? root.text() : validation.group(3);
                Matcher inner = POSITION.matcher(text);
                if (line == 0 && inner.find()) {
                    line = Integer.parseInt(inner.group(1));
                    column = Integer.parseInt(inner.group(2));
                }
                return classify(text.strip(), where(statement, line, column), statement);
            }
        }
        return null;
    }

    /** The failure of the text of a callSql. */
    @Nullable
    private static Failure expression(List<Cause> causes, Statement statement) {
        Statement inner = null;
        for (Cause cause : causes) {
            if (cause.message().startsWith(EXPRESSION)) {
                inner = statement.of(cause.message().substring(EXPRESSION.length()));
                continue;
            }
            Matcher located = LOCATED.matcher(cause.message());
            if (inner != null && located.matches()) {
                int line = Integer.parseInt(located.group(1));
                int column = Integer.parseInt(located.group(2));
                return classify(located.group(3).strip(), where(inner, line, column), inner);
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
        Failure arguments = ArgumentErrors.of(text, where);
        if (arguments != null) {
            return arguments;
        }
        Failure meant = Meanings.of(text, where, statement);
        return meant != null
                ? meant
                : Failure.of(ErrorCode.SQL_VALIDATION_ERROR, text + where, null);
    }

    private static boolean callsWrongly(List<Cause> causes) {
        return causes.stream().anyMatch(c -> c.message().startsWith("Invalid function call"));
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

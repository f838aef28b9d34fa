package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is no SQL. */
final class SqlParseErrors implements Classifier {

    private static final List<String> STATEMENTS =
            List.of(
                    "SELECT",
                    "WITH",
                    "VALUES",
                    "INSERT",
                    "UPDATE",
                    "DELETE",
                    "CREATE",
                    "DROP",
                    "ALTER",
                    "TRUNCATE",
                    "SHOW",
                    "DESCRIBE",
                    "EXPLAIN",
                    "USE",
                    "LOAD",
                    "UNLOAD",
                    "SET",
                    "RESET",
                    "ANALYZE",
                    "CALL",
                    "EXECUTE",
                    "COMPILE");
    private static final List<String> CLAUSES =
            List.of(
                    "SELECT",
                    "FROM",
                    "WHERE",
                    "GROUP",
                    "HAVING",
                    "ORDER",
                    "LIMIT",
                    "OFFSET",
                    "INNER",
                    "LEFT",
                    "RIGHT",
                    "FULL",
                    "OUTER",
                    "CROSS",
                    "JOIN",
                    "UNION",
                    "INTERSECT",
                    "EXCEPT",
                    "VALUES",
                    "INTO",
                    "TABLE",
                    "VIEW",
                    "TEMPORARY",
                    "WITH",
                    "WINDOW",
                    "PARTITION",
                    "DISTINCT",
                    "BETWEEN",
                    "LIKE",
                    "CASE",
                    "WHEN",
                    "THEN");
    private static final Pattern POSITION =
            Pattern.compile("(?:at|From) line (\\d+), column (\\d+)");
    private static final Pattern ENCOUNTERED =
            Pattern.compile("Encountered \"(.*?)\" at line", Pattern.DOTALL);
    private static final Pattern RESERVED =
            Pattern.compile("Incorrect syntax near the keyword '(.*?)'");

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        Cause parser = null;
        for (Cause cause : causes) {
            if (cause.is("SqlParserException") || cause.is("SqlParserEOFException")) {
                parser = cause;
            }
        }
        if (parser == null) {
            return null;
        }
        String text = parser.message().replaceFirst("^SQL parse failed\\. ?", "");
        if (text.startsWith("Non-query expression") && statement.sql() != null) {
            return unknownStatement(statement.sql());
        }
        if (statement.sql() != null && statement.sql().isBlank()) {
            return Failure.of(ErrorCode.SQL_PARSE_ERROR, "The SQL text is empty", "");
        }
        Matcher position = POSITION.matcher(text);
        String near = "";
        String where = "";
        if (position.find()) {
            int line = Integer.parseInt(position.group(1));
            int column = Integer.parseInt(position.group(2));
            where =
                    " at line %d, column %d".formatted(line, column)
                            + SqlText.marked(statement.sql(), line, column);
            near = misspelt(SqlText.wordsAround(statement.sql(), line, column));
        }
        return Failure.of(
                ErrorCode.SQL_PARSE_ERROR, what(text) + where, near.isEmpty() ? hint(text) : near);
    }

    // Calcite takes what it does not know for an expression, and does not say where it is.
    private static Failure unknownStatement(String sql) {
        String word = sql.strip().split("\\s+", 2)[0];
        if (STATEMENTS.contains(word.toUpperCase(Locale.ROOT))) {
            return Failure.of(
                    ErrorCode.SQL_PARSE_ERROR,
                    "The statement %s has an expression where a query has to be"
                            .formatted(word.toUpperCase(Locale.ROOT)),
                    "");
        }
        List<String> near = NearestNames.of(word, STATEMENTS);
        return Failure.of(
                ErrorCode.SQL_PARSE_ERROR,
                "No SQL statement begins with '" + word + "'",
                near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "?");
    }

    /** A keyword that a word at the position, or the one before it, was meant to be. */
    private static String misspelt(List<String> words) {
        for (String word : words) {
            if (word.length() < 4 || CLAUSES.contains(word.toUpperCase(Locale.ROOT))) {
                continue;
            }
            for (String keyword : NearestNames.of(word, CLAUSES)) {
                if (keyword.startsWith(word.toUpperCase(Locale.ROOT))) {
                    continue;
                }
                return "Did you mean %s instead of %s?".formatted(keyword, word);
            }
        }
        return "";
    }

    private static String what(String text) {
        Matcher encountered = ENCOUNTERED.matcher(text);
        if (encountered.find()) {
            String token = encountered.group(1).replace("\\'", "'");
            if (token.equals("'") || token.equals("`")) {
                return "The SQL text has a quote that is never closed,";
            }
            return token.equals("<EOF>")
                    ? "The SQL text ends too early"
                    : "The SQL text cannot be read from '" + token + "' on,";
        }
        Matcher reserved = RESERVED.matcher(text);
        if (reserved.find()) {
            return "The SQL text has the keyword '" + reserved.group(1) + "' where none can be";
        }
        String firstLine = text.lines().findFirst().orElse(text);
        return "The SQL text cannot be read: " + firstLine;
    }

    private static String keyword(String text) {
        Matcher token = ENCOUNTERED.matcher(text);
        return token.find() && token.group(1).matches("\\w+") ? token.group(1) : "value";
    }

    private static String hint(String text) {
        if (text.contains("<EOF>") || text.contains("\"\\'\"")) {
            return "";
        }
        return text.contains("Encountered") || text.contains("keyword")
                ? "Names that are keywords of SQL go into backticks: `%s`.".formatted(keyword(text))
                : "";
    }
}

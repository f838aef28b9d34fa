package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements that Flink's parser knows, and its TableEnvironment does not run. */
final class UnsupportedStatements implements Classifier {

    private static final String OF_RESULT =
            "Ask the job client of its result: getJobClient() of executeSql's.";
    private static final String SQL_CLIENT = "It is one of Flink's SQL client.";
    private static final String SQL_GATEWAY = "Flink's SQL gateway runs materialized tables.";
    private static final String CONNECTIONS =
            "Flink's parser knows connections, and nothing else of Flink does yet.";

    // What begins so, and what to do instead.
    private static final Map<Pattern, String> INSTEAD =
            Map.ofEntries(
                    instead("SHOW JOBS", "Flink's dashboard lists them. " + OF_RESULT),
                    instead("DESC(?:RIBE)? JOB", OF_RESULT),
                    instead("STOP JOB", OF_RESULT + " It has stopWithSavepoint() and cancel()."),
                    instead(
                            "BEGIN STATEMENT SET|END",
                            "Write EXECUTE STATEMENT SET BEGIN …; END, or run the text from BEGIN to END with executeSqlScript."),
                    instead("REMOVE JAR", "Jars stay as long as their environment: make another."),
                    instead(
                            "(?:CREATE (?:OR ALTER )?|ALTER |DROP )MATERIALIZED TABLE",
                            SQL_GATEWAY),
                    instead("DESC(?:RIBE)? DATABASE", "Call getCatalog(name).getDatabase(name)."),
                    instead("(?:SHOW|DESC(?:RIBE)?) CONNECTIONS?", CONNECTIONS),
                    instead("HELP|QUIT|EXIT|CLEAR", SQL_CLIENT));
    // Flink takes these for queries, and tells of their columns.
    private static final Pattern NO_QUERY =
            Pattern.compile("(?:SHOW|DESC(?:RIBE)?) (?:DATABASE|CONNECTIONS?)");
    private static final Pattern NOT_IMPLEMENTED =
            Pattern.compile("(\\w+) is not implemented for class (?:\\S+\\.)?(\\w+)\\.?");

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        String sql = statement.sql();
        if (sql == null) {
            return null;
        }
        String words = sql.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
        for (Cause cause : causes) {
            Matcher missing = NOT_IMPLEMENTED.matcher(cause.message());
            if (missing.matches() && cause.message().contains("Procedure")) {
                return Failure.of(
                        ErrorCode.STATEMENT_UNSUPPORTED,
                        "Catalogs of the class %s have no procedures%s"
                                .formatted(missing.group(2), marked(sql)),
                        "Name one of another catalog, as in CALL paimon.sys.compact().");
            }
            if (isRefusal(cause)) {
                return failure(words, sql);
            }
        }
        return NO_QUERY.matcher(words).lookingAt() ? failure(words, sql) : null;
    }

    private static boolean isRefusal(Cause cause) {
        return cause.message().startsWith("Unsupported SQL query! executeSql() only accepts")
                || cause.is("UnsupportedOperationException")
                        && cause.message().matches(".*support ExecutableOperation yet\\.?");
    }

    private static Failure failure(String words, String sql) {
        for (var entry : INSTEAD.entrySet()) {
            Matcher begin = entry.getKey().matcher(words);
            if (begin.lookingAt()) {
                return failure(begin.group(), sql, entry.getValue());
            }
        }
        return failure(words.split(" ", 2)[0], sql, "");
    }

    private static Failure failure(String name, String sql, String hint) {
        return Failure.of(
                ErrorCode.STATEMENT_UNSUPPORTED,
                "Flink's TableEnvironment does not run " + name + marked(sql),
                hint);
    }

    private static String marked(String sql) {
        List<String> before = sql.substring(0, sql.indexOf(sql.strip())).lines().toList();
        int line = Math.max(1, before.size());
        int column = 1 + (before.isEmpty() ? 0 : before.get(line - 1).length());
        return " (line %d, column %d)".formatted(line, column) + SqlText.marked(sql, line, column);
    }

    private static Map.Entry<Pattern, String> instead(String words, String hint) {
        return Map.entry(Pattern.compile("(?:" + words + ")\\b"), hint);
    }
}

package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sentences of Flink's validation and planner mean: a code of their own, and what to do. */
final class Meanings {

    // `$1` … are the groups of the pattern; without a message of ours, Flink's own is told.
    private record Meaning(
            Pattern pattern, ErrorCode code, @Nullable String message, String hint) {}

    private static final List<Meaning> ALL =
            List.of(
                    meaning(
                            "Column '(.+?)' is ambiguous",
                            ErrorCode.COLUMN_AMBIGUOUS,
                            "The column '$1' is in more than one of the tables",
                            "Write which one is meant: t.$1."),
                    meaning(
                            "Ambiguous column name: (.+)",
                            ErrorCode.COLUMN_AMBIGUOUS,
                            "The column '$1' is in both tables",
                            "Rename one of them before the join, as in renameColumns({ $1: 'other_$1' })."),
                    meaning(
                            "A column with the same name `(.+?)` has been defined.*",
                            ErrorCode.COLUMN_DUPLICATE,
                            "Two columns are named '$1'",
                            "Name one of them otherwise, with AS."),
                    meaning(
                            "A (?:regular|computed|metadata) Column named '(.+?)' already exists.*",
                            ErrorCode.COLUMN_DUPLICATE,
                            "Two columns are named '$1'",
                            "Name one of them otherwise."),
                    meaning(
                            "Expression '(.+?)' is not being grouped",
                            ErrorCode.AGGREGATE_INVALID,
                            "The expression $1 is neither grouped nor aggregated",
                            "Add it to GROUP BY, or take an aggregate of it, such as MAX($1)."),
                    meaning(
                            "Aggregate expressions cannot be nested|.*not allowed to use an aggregate function as input of another aggregate function.*",
                            ErrorCode.AGGREGATE_INVALID,
                            "An aggregate cannot be an argument of another aggregate",
                            "Aggregate in a subquery first, and its result once more."),
                    meaning(
                            "Aggregate expression is illegal in (.+?) clause",
                            ErrorCode.AGGREGATE_INVALID,
                            "An aggregate cannot stand in a $1 clause",
                            "Filter groups with HAVING, or the table after its select."),
                    meaning(
                            "Unknown call expression: (.+)",
                            ErrorCode.AGGREGATE_INVALID,
                            "The call $1 stands where Flink takes no such call, as an aggregate in a filter",
                            "Select it under a name first, and filter that table."),
                    meaning(
                            "(Type mismatch in column \\d+ of .+|Column count mismatch in .+|Incompatible types for .+ operation\\..*|The .+ operation on two tables of different column sizes.*)",
                            ErrorCode.SCHEMA_MISMATCH,
                            "$1",
                            "Select the same number of columns on both sides, and CAST to common types."),
                    meaning(
                            "(.*requires the timecol .*)",
                            ErrorCode.TIME_ATTRIBUTE_REQUIRED,
                            "$1",
                            "Declare a watermark of the column: WATERMARK FOR ts AS ts - INTERVAL '5' SECOND, or `watermark` of defineTable."),
                    meaning(
                            "(.*(?:time attribute|rowtime attribute|on a time attribute|rowtime or proctime).*)",
                            ErrorCode.TIME_ATTRIBUTE_REQUIRED,
                            "$1",
                            "Declare a watermark of the column: WATERMARK FOR ts AS ts - INTERVAL '5' SECOND, or `watermark` of defineTable.",
                            "Sort on a non-time-attribute"),
                    meaning(
                            "Sort on a non-time-attribute field is not supported\\.?",
                            ErrorCode.MODE_UNSUPPORTED,
                            "A streaming query can be sorted by a time attribute only, ascending",
                            "Sort by the time attribute first, add a LIMIT, or run in batch mode."),
                    meaning(
                            "(.*not supported (?:for|in|under) (streaming|batch) mode.*)",
                            ErrorCode.MODE_UNSUPPORTED,
                            "$1",
                            "Make an environment of the other mode: EnvironmentSettings.inStreamingMode(), inBatchMode()."),
                    meaning(
                            "(?:Table sink '(?:.+\\.)?(.+?)'|(.+?)) doesn't support consuming (.+?) changes which is produced by node (\\w+).*",
                            ErrorCode.CHANGELOG_UNSUPPORTED,
                            "The sink '$1$2' takes no $3 changes, which the query makes in its $4",
                            "Take a sink that is updated by key (upsert-kafka, jdbc with a primary key), aggregate over windows, or run in batch mode."),
                    meaning(
                            "A catalog with name \\[(.+?)\\] does not exist\\.?|Catalog (.+?) does not exist\\.?",
                            ErrorCode.CATALOG_NOT_FOUND,
                            "There is no catalog '$1$2'",
                            ""),
                    meaning(
                            "A database with name \\[(.+?)\\] does not exist.*|Database (.+?) does not exist in [Cc]atalog .*",
                            ErrorCode.DATABASE_NOT_FOUND,
                            "There is no database '$1$2'",
                            ""),
                    meaning(
                            "(?:Tables? or views? with the identifier|Table with identifier|View with identifier|Temporary (?:table|view) with identifier) '(?:.+\\.)?(.+?)' (?:does not|doesn't) exist.*",
                            ErrorCode.TABLE_NOT_FOUND,
                            "There is no table '$1'",
                            ""),
                    meaning(
                            "(?:Temporary catalog function|Temporary system function|Function) (?:.+\\.)?(\\S+?) (?:does not|doesn't) exist.*",
                            ErrorCode.FUNCTION_UNDEFINED,
                            "There is no function '$1'",
                            ""),
                    meaning(
                            "(?:Table|View) (?:.+\\.)?`(.+?)` doesn't exist or is a temporary (?:table|view)\\.?",
                            ErrorCode.TABLE_NOT_FOUND,
                            "No catalog has a table '$1'",
                            ""),
                    meaning(
                            "Failed to execute ALTER TABLE statement\\.\\s+The column `(.+?)` does not exist in the base table\\.?",
                            ErrorCode.COLUMN_NOT_FOUND,
                            "There is no column '$1'",
                            ""),
                    meaning(
                            "Table (?:.+\\.)?(.+?) in catalog (?:.+) is not partitioned\\.?",
                            ErrorCode.VALIDATION_ERROR,
                            "The table '$1' is not partitioned",
                            "Create it with PARTITIONED BY (…)."),
                    meaning(
                            "Invalid constant for (?:day-time|year-month) interval: (.+)",
                            ErrorCode.FUNCTION_ARGUMENTS_INVALID,
                            "An interval is made of a constant, and '$1' is none",
                            "Call it on a number, as in lit(5).minutes()."),
                    meaning(
                            "(TRUNCATE TABLE) statement is not supported for the table (?:.+\\.)?(.+?) since .*",
                            ErrorCode.STATEMENT_UNSUPPORTED,
                            "The connector of the table '$2' takes no $1",
                            ""),
                    meaning(
                            "Can't perform (delete|update) operation of the table (?:.+\\.)?(.+?) because .*",
                            ErrorCode.STATEMENT_UNSUPPORTED,
                            "The connector of the table '$2' takes no $1",
                            ""),
                    meaning(
                            "(INSERT OVERWRITE) requires that the underlying DynamicTableSink of table '(?:.+\\.)?(.+?)' implements the SupportsOverwrite interface\\.?",
                            ErrorCode.STATEMENT_UNSUPPORTED,
                            "The connector of the table '$2' takes no $1",
                            "Write INSERT INTO."),
                    meaning(
                            "Querying an unbounded table '(?:.+\\.)?(.+?)' in batch mode is not allowed\\..*",
                            ErrorCode.MODE_UNSUPPORTED,
                            "The table '$1' is unbounded, and batch mode reads what is bounded",
                            "Run in streaming mode, or bound it: 'number-of-rows' of datagen, 'scan.bounded.mode' of kafka."),
                    meaning(
                            "Field (.+?) does not exist in source table",
                            ErrorCode.COLUMN_NOT_FOUND,
                            "There is no column '$1'",
                            ""),
                    meaning(
                            "Could not find required (?:scan|sink) format '(?:value\\.)?(.+?)'.*",
                            ErrorCode.CONFIGURATION_INVALID,
                            "The table lacks the option '$1'",
                            "Name the format of its records, as in 'format' = 'json'."),
                    meaning(
                            "only single statement supported",
                            ErrorCode.SQL_PARSE_ERROR,
                            "The text has more than one statement of SQL",
                            "Run them one by one, or as a script."));

    private Meanings() {}

    /**
     * The failure that a sentence tells of, or null if it is none of these.
     *
     * @param where the position in the SQL text, to be put after the cause; empty if there is none
     */
    @Nullable
    static Failure of(String sentence, String where, Statement statement) {
        String line = sentence.strip();
        for (Meaning meaning : ALL) {
            Matcher matcher = meaning.pattern.matcher(line);
            if (matcher.matches()) {
                return failure(meaning, matcher, where, statement);
            }
        }
        return null;
    }

    private static Failure failure(
            Meaning meaning, Matcher matcher, String where, Statement statement) {
        String message =
                meaning.message == null ? matcher.group() : filled(meaning.message, matcher);
        String hint = filled(meaning.hint, matcher);
        String name = name(matcher);
        return Failure.of(
                meaning.code,
                message.strip() + where,
                switch (meaning.code) {
                    case CATALOG_NOT_FOUND ->
                            NearestNames.hint("catalogs", name, statement.catalogs());
                    case DATABASE_NOT_FOUND ->
                            NearestNames.hint("databases", name, statement.databases());
                    case TABLE_NOT_FOUND -> NearestNames.hint("tables", name, statement.tables());
                    case COLUMN_NOT_FOUND -> columns(name, statement);
                    case FUNCTION_UNDEFINED ->
                            NearestNames.hint("functions", name, statement.functions());
                    default -> hint;
                });
    }

    private static String columns(String name, Statement statement) {
        List<String> columns = statement.columns();
        return columns.isEmpty() ? "" : NearestNames.hint("columns", name, columns);
    }

    private static String name(Matcher matcher) {
        for (int i = 1; i <= matcher.groupCount(); i++) {
            if (matcher.group(i) != null) {
                return matcher.group(i);
            }
        }
        return "";
    }

    private static String filled(String template, Matcher matcher) {
        String text = template;
        for (int i = matcher.groupCount(); i >= 1; i--) {
            text = text.replace("$" + i, matcher.group(i) == null ? "" : matcher.group(i));
        }
        return text;
    }

    private static Meaning meaning(String pattern, ErrorCode code, String message, String hint) {
        return new Meaning(Pattern.compile(pattern, Pattern.DOTALL), code, message, hint);
    }

    private static Meaning meaning(
            String pattern, ErrorCode code, String message, String hint, String unless) {
        return meaning("(?!" + unless + ")" + pattern, code, message, hint);
    }
}

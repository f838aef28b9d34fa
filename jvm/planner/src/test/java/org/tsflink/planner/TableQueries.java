package org.tsflink.planner;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.stream.Stream;

/** Table functions in every position of a query; the same functions exist in Java. */
final class TableQueries {

    private TableQueries() {}

    static void createFunctions(TableEnvironment tables) {
        new TypeScriptFunctions(tables, "functions.js")
                .addTable(
                        "split",
                        DataTypes.ROW(
                                DataTypes.FIELD("word", DataTypes.STRING()),
                                DataTypes.FIELD("size", DataTypes.INT())),
                        DataTypes.STRING(),
                        DataTypes.STRING())
                .addTable("upTo", DataTypes.BIGINT(), DataTypes.BIGINT())
                .addTable("endless", DataTypes.BIGINT(), DataTypes.BIGINT())
                .addTable("failing", DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("upper", DataTypes.STRING(), DataTypes.STRING());
    }

    static void createJavaFunctions(TableEnvironment tables) {
        tables.createTemporarySystemFunction("split", Split.class);
        tables.createTemporarySystemFunction("upTo", UpTo.class);
        tables.createTemporarySystemFunction("plusOne", PlusOne.class);
        tables.createTemporarySystemFunction("upper", Upper.class);
    }

    /**
     * A query.
     *
     * @param correlates the TypeScriptCorrelate nodes that its plan must have, in both modes
     * @param reference the same for functions in Java
     */
    record TableQuery(String name, int correlates, String sql, String reference) {
        TableQuery(String name, int correlates, String sql) {
            this(name, correlates, sql, sql);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<TableQuery> all() {
        return Stream.of(
                new TableQuery(
                        "cross join",
                        1,
                        "SELECT a, word, size FROM v, LATERAL TABLE(split(s, ' '))"),
                new TableQuery(
                        "aliases, value that is no row",
                        1,
                        "SELECT a, i FROM v CROSS JOIN LATERAL TABLE(upTo(b)) AS t(i)"),
                new TableQuery(
                        "left join",
                        1,
                        "SELECT a, i, s FROM v LEFT JOIN LATERAL TABLE(upTo(b)) AS t(i) ON TRUE"),
                new TableQuery(
                        "nulls",
                        1,
                        "SELECT a, word FROM n LEFT JOIN LATERAL TABLE(split(s, 'n')) ON TRUE"),
                new TableQuery(
                        "predicate on the function's columns",
                        1,
                        "SELECT a, word FROM v, LATERAL TABLE(split(s, ' ')) AS t(word, k) WHERE k > 2 AND a > 3"),
                new TableQuery(
                        "predicate on both sides",
                        1,
                        "SELECT a, i FROM v, LATERAL TABLE(upTo(b)) AS t(i) WHERE i + a > 7"),
                new TableQuery(
                        "predicate inside of a left join",
                        1,
                        "SELECT a, i FROM v LEFT JOIN LATERAL (SELECT * FROM TABLE(upTo(b)) AS t(i) WHERE i > 0) ON TRUE"),
                new TableQuery(
                        "condition of a join",
                        1,
                        "SELECT a, i FROM v JOIN LATERAL TABLE(upTo(b)) AS t(i) ON i = 1"),
                new TableQuery(
                        "constants", 1, "SELECT word, size FROM LATERAL TABLE(split('x yy', ' '))"),
                new TableQuery(
                        "constants for each row",
                        1,
                        "SELECT a, word FROM v, LATERAL TABLE(split('x yy', ' '))"),
                new TableQuery(
                        "computed arguments",
                        1,
                        "SELECT a, word FROM v, LATERAL TABLE(split(s || ' at ' || CAST(ts AS STRING), LOWER(' ')))"),
                new TableQuery(
                        "scalar call in an argument",
                        1,
                        "SELECT a, word FROM v, LATERAL TABLE(split(upper(s), ' '))"),
                new TableQuery(
                        "scalar calls and built-in functions in an argument",
                        1,
                        "SELECT a, i FROM v, LATERAL TABLE(upTo(plusOne(ABS(plusOne(b) - 1)))) AS t(i)"),
                new TableQuery(
                        "scalar call guarded in an argument",
                        1,
                        "SELECT a, i FROM v, LATERAL TABLE(upTo(CASE WHEN b > 0 THEN plusOne(b) ELSE 0 END)) AS t(i)"),
                new TableQuery(
                        "scalar call of the function's columns",
                        1,
                        "SELECT upper(word) w, plusOne(a) FROM v, LATERAL TABLE(split(s, ' ')) WHERE upper(word) <> 'OF'"),
                new TableQuery(
                        "two functions",
                        2,
                        "SELECT a, word, i FROM v, LATERAL TABLE(split(s, ' ')), LATERAL TABLE(upTo(CAST(size AS BIGINT) - 2)) AS t(i)"),
                new TableQuery(
                        "function of a row's field",
                        1,
                        "SELECT word FROM (SELECT CAST(ROW(s, a) AS ROW<x STRING, y BIGINT>) AS r FROM v) AS t, LATERAL TABLE(split(t.r.x, ' '))"),
                new TableQuery(
                        "after an aggregate that updates",
                        1,
                        "SELECT b, i FROM (SELECT b, COUNT(*) AS c FROM v GROUP BY b), LATERAL TABLE(upTo(c)) AS t(i)"),
                new TableQuery(
                        "before an aggregate",
                        1,
                        "SELECT word, COUNT(*), SUM(size) FROM v, LATERAL TABLE(split(s, ' ')) GROUP BY word"),
                new TableQuery(
                        "after a join",
                        1,
                        "SELECT v.a, word FROM v JOIN w ON v.a = w.a, LATERAL TABLE(split(w.s, ' '))"),
                new TableQuery(
                        "after a window",
                        1,
                        "SELECT window_start, i FROM (SELECT window_start, window_end, COUNT(*) AS c"
                                + " FROM TABLE(TUMBLE(TABLE v, DESCRIPTOR(ts), INTERVAL '5' SECOND))"
                                + " GROUP BY window_start, window_end), LATERAL TABLE(upTo(c)) AS t(i)"),
                new TableQuery(
                        "before a window",
                        1,
                        "SELECT window_start, COUNT(DISTINCT word) FROM TABLE(TUMBLE(TABLE words, DESCRIPTOR(ts), INTERVAL '5' SECOND))"
                                + " GROUP BY window_start, window_end"),
                new TableQuery(
                        "columns of the function only",
                        1,
                        "SELECT word FROM v, LATERAL TABLE(split(s, ' '))"),
                // Flink itself loses projections inside of a join: the references have them
                // outside.
                new TableQuery(
                        "projection inside of the join",
                        1,
                        "SELECT a, x FROM v, LATERAL (SELECT size * 2 AS x, word FROM TABLE(split(s, ' ')))",
                        "SELECT a, size * 2 FROM v, LATERAL TABLE(split(s, ' '))"),
                new TableQuery(
                        "scalar call inside of the join",
                        1,
                        "SELECT a, x FROM v, LATERAL (SELECT upper(word) AS x FROM TABLE(split(s, ' ')) WHERE upper(word) <> 'OF')",
                        "SELECT a, upper(word) FROM v, LATERAL TABLE(split(s, ' ')) WHERE upper(word) <> 'OF'"),
                new TableQuery(
                        "columns taken inside of a left join",
                        1,
                        "SELECT a, b, x FROM v LEFT JOIN LATERAL (SELECT size AS x FROM TABLE(split(s, ' ')) WHERE size > 2) ON TRUE",
                        "SELECT a, b, x FROM v LEFT JOIN LATERAL (SELECT * FROM TABLE(split(s, ' ')) AS t(w, x) WHERE x > 2) ON TRUE"),
                new TableQuery(
                        "union of two",
                        2,
                        "SELECT word FROM v, LATERAL TABLE(split(s, ' ')) UNION ALL SELECT word FROM w, LATERAL TABLE(split(s, 'o'))"));
    }

    /** The view that a query reads. */
    static void createViews(TableEnvironment tables) {
        tables.executeSql(
                "CREATE TEMPORARY VIEW words AS SELECT ts, word FROM v, LATERAL TABLE(split(s, ' '))");
    }

    /** The function split in Java. */
    @FunctionHint(output = @DataTypeHint("ROW<word STRING, size INT>"))
    public static class Split extends TableFunction<Row> {
        public void eval(String text, String separator) {
            if (text != null) {
                for (String word : text.split(separator, -1)) {
                    collect(Row.of(word, word.length()));
                }
            }
        }
    }

    /** The function upTo in Java. */
    public static class UpTo extends TableFunction<Long> {
        public void eval(Long n) {
            for (long i = 0; n != null && i < n; i++) {
                collect(i);
            }
        }
    }

    /** The function plusOne in Java. */
    public static class PlusOne extends ScalarFunction {
        public Long eval(Long n) {
            return n == null ? null : n + 1;
        }
    }

    /** The function upper in Java. */
    public static class Upper extends ScalarFunction {
        public String eval(String text) {
            return text == null ? null : text.toUpperCase();
        }
    }
}

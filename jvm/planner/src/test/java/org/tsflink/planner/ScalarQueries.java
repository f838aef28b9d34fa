package org.tsflink.planner;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.List;
import java.util.stream.Stream;

/** Scalar functions in every position of a query. */
final class ScalarQueries {

    private ScalarQueries() {}

    /** The TypeScript functions that the queries call. */
    static void createFunctions(TableEnvironment tables) {
        new TypeScriptFunctions(tables, "functions.js")
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("add", DataTypes.BIGINT(), DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("upper", DataTypes.STRING(), DataTypes.STRING())
                .add("positive", DataTypes.BOOLEAN(), DataTypes.BIGINT())
                .add("isNull", DataTypes.BOOLEAN(), DataTypes.BIGINT())
                .add(
                        "makeRow",
                        DataTypes.ROW(
                                DataTypes.FIELD("x", DataTypes.BIGINT()),
                                DataTypes.FIELD("y", DataTypes.STRING())),
                        DataTypes.BIGINT(),
                        DataTypes.STRING())
                .addNullReturning("lengthOf", "lengthOf", DataTypes.INT(), DataTypes.STRING())
                .addIdentity("sameTimestamp", DataTypes.TIMESTAMP(3));
    }

    static Stream<Query> all() {
        return Stream.of(PROJECTIONS, FILTERS, LAZY, AGGREGATES, JOINS, WINDOWS, OTHERS)
                .flatMap(List::stream);
    }

    private static final List<Query> PROJECTIONS =
            List.of(
                    new Query("projection", 1, "SELECT plusOne(a) FROM v", "SELECT a + 1 FROM v"),
                    new Query(
                            "string, field forwarded",
                            1,
                            "SELECT upper(s), a FROM v",
                            "SELECT UPPER(s), a FROM v"),
                    new Query(
                            "nested in one crossing",
                            1,
                            "SELECT plusOne(plusOne(a)) FROM v",
                            "SELECT a + 2 FROM v"),
                    new Query(
                            "nested, with literal",
                            1,
                            "SELECT `add`(plusOne(a), 10) FROM v",
                            "SELECT a + 11 FROM v"),
                    new Query(
                            "mixed with built-ins",
                            1,
                            "SELECT plusOne(a + 1) * 2, b, plusOne(b) FROM v",
                            "SELECT (a + 2) * 2, b, b + 1 FROM v"),
                    new Query(
                            "built-in in between",
                            2,
                            "SELECT plusOne(ABS(plusOne(a))) FROM v",
                            "SELECT ABS(a + 1) + 1 FROM v"),
                    new Query(
                            "two functions, fields in another order",
                            1,
                            "SELECT upper(s), b, plusOne(a), a, plusOne(a) FROM v",
                            "SELECT UPPER(s), b, a + 1, a, a + 1 FROM v"),
                    new Query(
                            "one call used twice",
                            1,
                            "SELECT x + 1, x * 2 FROM (SELECT plusOne(a) x FROM v)",
                            "SELECT a + 2, (a + 1) * 2 FROM v"),
                    new Query(
                            "literals only",
                            1,
                            "SELECT plusOne(1) FROM v",
                            "SELECT CAST(2 AS BIGINT) FROM v"),
                    new Query(
                            "no table",
                            1,
                            "SELECT plusOne(1), upper('a')",
                            "SELECT CAST(2 AS BIGINT), CAST('A' AS STRING)"),
                    new Query(
                            "null literal",
                            1,
                            "SELECT plusOne(CAST(NULL AS BIGINT)) FROM v",
                            "SELECT CAST(NULL AS BIGINT) FROM v"),
                    new Query(
                            "nulls",
                            1,
                            "SELECT plusOne(a), upper(s), s FROM n",
                            "SELECT a + 1, UPPER(s), s FROM n"),
                    new Query(
                            "not called with null",
                            1,
                            "SELECT lengthOf(s), s FROM n",
                            "SELECT CHAR_LENGTH(s), s FROM n"),
                    new Query(
                            "called with null",
                            1,
                            "SELECT isNull(a), a FROM n",
                            "SELECT a IS NULL, a FROM n"),
                    new Query(
                            "field of a row as argument",
                            1,
                            "SELECT plusOne(r.x) FROM (SELECT CAST(ROW(a, s) AS ROW<x BIGINT, y STRING>) r FROM v)",
                            "SELECT a + 1 FROM v"),
                    new Query(
                            "field of the returned row",
                            1,
                            "SELECT makeRow(a, s).y, makeRow(a, s).x FROM v",
                            "SELECT s, a FROM v"),
                    new Query(
                            "rowtime as argument",
                            1,
                            "SELECT sameTimestamp(ts), a FROM v",
                            "SELECT CAST(ts AS TIMESTAMP(3)), a FROM v"),
                    new Query(
                            "implicit cast of the argument",
                            1,
                            "SELECT plusOne(CAST(a AS INT)) FROM v",
                            "SELECT a + 1 FROM v"));

    private static final List<Query> FILTERS =
            List.of(
                    new Query(
                            "where",
                            1,
                            "SELECT a FROM v WHERE plusOne(a) > 2",
                            "SELECT a FROM v WHERE a + 1 > 2"),
                    new Query(
                            "where and select",
                            2,
                            "SELECT plusOne(b), a FROM v WHERE plusOne(a) > 2 AND b > 1",
                            "SELECT b + 1, a FROM v WHERE a + 1 > 2 AND b > 1"),
                    new Query(
                            "same call in where and select",
                            1,
                            "SELECT plusOne(a), s FROM v WHERE plusOne(a) > 2",
                            "SELECT a + 1, s FROM v WHERE a + 1 > 2"),
                    new Query(
                            "two conditions, one after the other",
                            2,
                            "SELECT a FROM v WHERE plusOne(a) > 2 AND positive(a)",
                            "SELECT a FROM v WHERE a + 1 > 2"),
                    new Query(
                            "guarded condition",
                            1,
                            "SELECT a FROM v WHERE a <> 0 AND positive(a)",
                            "SELECT a FROM v WHERE a <> 0"),
                    new Query(
                            "guarded condition, guard last",
                            1,
                            "SELECT a FROM v WHERE positive(a) AND a <> 0",
                            "SELECT a FROM v WHERE a <> 0"),
                    new Query(
                            "guarded projection",
                            1,
                            "SELECT positive(a), a FROM v WHERE a <> 0",
                            "SELECT TRUE, a FROM v WHERE a <> 0"),
                    new Query(
                            "or",
                            0,
                            "SELECT a FROM v WHERE a = 0 OR positive(a)",
                            "SELECT a FROM v"),
                    new Query(
                            "in a subquery's list",
                            1,
                            "SELECT a FROM v WHERE plusOne(a) IN (SELECT a FROM w)",
                            "SELECT a FROM v WHERE a + 1 IN (SELECT a FROM w)"),
                    new Query(
                            "not exists",
                            1,
                            "SELECT a FROM v WHERE NOT EXISTS (SELECT 1 FROM w WHERE w.a = plusOne(v.a))",
                            "SELECT a FROM v WHERE NOT EXISTS (SELECT 1 FROM w WHERE w.a = v.a + 1)"));

    private static final List<Query> LAZY =
            List.of(
                    new Query(
                            "case branches",
                            0,
                            "SELECT CASE WHEN a > 1 THEN plusOne(a) ELSE plusOne(b) END FROM v",
                            "SELECT CASE WHEN a > 1 THEN a + 1 ELSE b + 1 END FROM v"),
                    new Query(
                            "guarded by case",
                            0,
                            "SELECT CASE WHEN a <> 0 THEN positive(a) ELSE FALSE END FROM v",
                            "SELECT a <> 0 FROM v"),
                    new Query(
                            "first case condition",
                            1,
                            "SELECT CASE WHEN plusOne(a) > 5 THEN 'many' ELSE 'few' END FROM v",
                            "SELECT CASE WHEN a + 1 > 5 THEN 'many' ELSE 'few' END FROM v"),
                    new Query(
                            "case branch that its condition knows",
                            1,
                            "SELECT CASE WHEN plusOne(a) > 5 THEN plusOne(a) ELSE b END FROM v",
                            "SELECT CASE WHEN a + 1 > 5 THEN a + 1 ELSE b END FROM v"),
                    new Query(
                            "coalesce",
                            1,
                            "SELECT COALESCE(plusOne(a), CAST(CHAR_LENGTH(upper(s)) AS BIGINT), -1) FROM n",
                            "SELECT COALESCE(a + 1, CAST(CHAR_LENGTH(UPPER(s)) AS BIGINT), -1) FROM n"),
                    new Query(
                            "if",
                            0,
                            "SELECT IF(a = 0, FALSE, positive(a)) FROM v",
                            "SELECT a <> 0 FROM v"),
                    new Query(
                            "and in a projection",
                            0,
                            "SELECT a <> 0 AND positive(a) FROM v",
                            "SELECT a <> 0 FROM v"));

    private static final List<Query> AGGREGATES =
            List.of(
                    new Query(
                            "group key",
                            1,
                            "SELECT plusOne(b), COUNT(*) FROM v GROUP BY plusOne(b)",
                            "SELECT b + 1, COUNT(*) FROM v GROUP BY b + 1"),
                    new Query(
                            "aggregate's argument",
                            1,
                            "SELECT b, SUM(plusOne(a)) FROM v GROUP BY b",
                            "SELECT b, SUM(a + 1) FROM v GROUP BY b"),
                    new Query(
                            "aggregate's filter",
                            1,
                            "SELECT b, COUNT(*) FILTER (WHERE plusOne(a) > 2) FROM v GROUP BY b",
                            "SELECT b, COUNT(*) FILTER (WHERE a + 1 > 2) FROM v GROUP BY b"),
                    new Query(
                            "on the result of an aggregate",
                            1,
                            "SELECT b, plusOne(SUM(a)) FROM v GROUP BY b",
                            "SELECT b, SUM(a) + 1 FROM v GROUP BY b"),
                    new Query(
                            "having",
                            1,
                            "SELECT b FROM v GROUP BY b HAVING plusOne(SUM(a)) > 60",
                            "SELECT b FROM v GROUP BY b HAVING SUM(a) + 1 > 60"),
                    new Query(
                            "aggregate over aggregate",
                            1,
                            "SELECT x, COUNT(*) FROM (SELECT plusOne(SUM(a)) x FROM v GROUP BY b) GROUP BY x",
                            "SELECT x, COUNT(*) FROM (SELECT SUM(a) + 1 x FROM v GROUP BY b) GROUP BY x"),
                    new Query(
                            "distinct",
                            1,
                            "SELECT DISTINCT plusOne(b) FROM v",
                            "SELECT DISTINCT b + 1 FROM v"),
                    new Query(
                            "grouping sets",
                            1,
                            "SELECT plusOne(b), s, COUNT(*) FROM v GROUP BY GROUPING SETS ((plusOne(b)), (s))",
                            "SELECT b + 1, s, COUNT(*) FROM v GROUP BY GROUPING SETS ((b + 1), (s))"));

    private static final List<Query> JOINS =
            List.of(
                    new Query(
                            "equi join, one side",
                            1,
                            "SELECT v.a, w.b FROM v JOIN w ON plusOne(v.a) = w.a",
                            "SELECT v.a, w.b FROM v JOIN w ON v.a + 1 = w.a"),
                    new Query(
                            "equi join, both sides",
                            2,
                            "SELECT v.a, w.b FROM v JOIN w ON plusOne(v.a) = plusOne(w.a)",
                            "SELECT v.a, w.b FROM v JOIN w ON v.a = w.a"),
                    new Query(
                            "join with another condition",
                            1,
                            "SELECT v.a, w.b FROM v JOIN w ON v.a = w.a AND `add`(v.b, w.b) > 2",
                            "SELECT v.a, w.b FROM v JOIN w ON v.a = w.a AND v.b + w.b > 2"),
                    new Query(
                            "left join, equi",
                            1,
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON plusOne(v.a) = w.a",
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a + 1 = w.a"),
                    new Query(
                            "left join with another condition",
                            0,
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a = w.a AND `add`(v.b, w.b) > 2",
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a = w.a AND v.b + w.b > 2"),
                    new Query(
                            "left join, condition on the other side",
                            1,
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a = w.a AND plusOne(w.b) > 2",
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a = w.a AND w.b + 1 > 2"),
                    new Query(
                            "left join, condition on the kept side",
                            0,
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a = w.a AND plusOne(v.b) > 2",
                            "SELECT v.a, w.b FROM v LEFT JOIN w ON v.a = w.a AND v.b + 1 > 2"),
                    new Query(
                            "interval join",
                            1,
                            "SELECT v.a, w.b FROM v, w WHERE v.a = w.a AND `add`(v.b, w.b) > 2"
                                    + " AND v.ts BETWEEN w.ts - INTERVAL '1' DAY AND w.ts",
                            "SELECT v.a, w.b FROM v, w WHERE v.a = w.a AND v.b + w.b > 2"
                                    + " AND v.ts BETWEEN w.ts - INTERVAL '1' DAY AND w.ts"),
                    new Query(
                            "unnest of calls",
                            1,
                            "SELECT a, x FROM v CROSS JOIN UNNEST(ARRAY[plusOne(a), plusOne(b)]) AS t(x)",
                            "SELECT a, x FROM v CROSS JOIN UNNEST(ARRAY[a + 1, b + 1]) AS t(x)"));

    private static final List<Query> WINDOWS =
            List.of(
                    new Query(
                            "window aggregate's argument",
                            1,
                            "SELECT window_start, SUM(plusOne(a)) FROM TUMBLE(TABLE v, DESCRIPTOR(ts), INTERVAL '10' SECOND)"
                                    + " GROUP BY window_start, window_end",
                            "SELECT window_start, SUM(a + 1) FROM TUMBLE(TABLE v, DESCRIPTOR(ts), INTERVAL '10' SECOND)"
                                    + " GROUP BY window_start, window_end"),
                    new Query(
                            "window key",
                            1,
                            "SELECT window_start, plusOne(b), SUM(a) FROM HOP(TABLE v, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND)"
                                    + " GROUP BY window_start, window_end, plusOne(b)",
                            "SELECT window_start, b + 1, SUM(a) FROM HOP(TABLE v, DESCRIPTOR(ts), INTERVAL '5' SECOND, INTERVAL '10' SECOND)"
                                    + " GROUP BY window_start, window_end, b + 1"),
                    new Query(
                            "rowtime forwarded to a window",
                            1,
                            "SELECT window_start, MAX(x) FROM TUMBLE((SELECT plusOne(a) x, ts FROM v), DESCRIPTOR(ts), INTERVAL '10' SECOND)"
                                    + " GROUP BY window_start, window_end",
                            "SELECT window_start, MAX(x) FROM TUMBLE((SELECT a + 1 x, ts FROM v), DESCRIPTOR(ts), INTERVAL '10' SECOND)"
                                    + " GROUP BY window_start, window_end"),
                    new Query(
                            "over, argument",
                            1,
                            "SELECT a, SUM(plusOne(a)) OVER (PARTITION BY b ORDER BY ts) FROM v",
                            "SELECT a, SUM(a + 1) OVER (PARTITION BY b ORDER BY ts) FROM v"),
                    new Query(
                            "over, key",
                            1,
                            "SELECT a, SUM(a) OVER (PARTITION BY plusOne(b) ORDER BY ts) FROM v",
                            "SELECT a, SUM(a) OVER (PARTITION BY b + 1 ORDER BY ts) FROM v"),
                    new Query(
                            "over, result",
                            1,
                            "SELECT a, plusOne(SUM(a) OVER (PARTITION BY b ORDER BY ts)) FROM v",
                            "SELECT a, SUM(a) OVER (PARTITION BY b ORDER BY ts) + 1 FROM v"),
                    new Query(
                            "top-n",
                            1,
                            "SELECT a, b FROM (SELECT a, b, ROW_NUMBER() OVER (PARTITION BY b ORDER BY plusOne(a) DESC) rn FROM v) WHERE rn = 1",
                            "SELECT a, b FROM (SELECT a, b, ROW_NUMBER() OVER (PARTITION BY b ORDER BY a + 1 DESC) rn FROM v) WHERE rn = 1"));

    private static final List<Query> OTHERS =
            List.of(
                    new Query(
                            "union",
                            2,
                            "SELECT plusOne(a) FROM v UNION ALL SELECT plusOne(b) FROM w",
                            "SELECT a + 1 FROM v UNION ALL SELECT b + 1 FROM w"),
                    new Query(
                            "match_recognize",
                            0,
                            "SELECT * FROM v MATCH_RECOGNIZE (ORDER BY ts MEASURES A.a AS x, B.a AS y ONE ROW PER MATCH"
                                    + " PATTERN (A B) DEFINE A AS plusOne(A.a) > 1, B AS plusOne(B.a) > 1) AS m",
                            "SELECT * FROM v MATCH_RECOGNIZE (ORDER BY ts MEASURES A.a AS x, B.a AS y ONE ROW PER MATCH"
                                    + " PATTERN (A B) DEFINE A AS A.a + 1 > 1, B AS B.a + 1 > 1) AS m"),
                    new Query(
                            "order by and limit",
                            1,
                            "SELECT a FROM v ORDER BY plusOne(a) DESC LIMIT 3",
                            "SELECT a FROM v ORDER BY a DESC LIMIT 3"),
                    new Query(
                            "values",
                            1,
                            "SELECT plusOne(x) FROM (VALUES (1), (2)) AS t(x)",
                            "SELECT x FROM (VALUES (CAST(2 AS BIGINT)), (3)) AS t(x)"));
}

package org.tsflink.planner;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Aggregate functions in every kind of aggregation; AGG stands for SUM, and for its like. */
final class AggregateQueries {

    private AggregateQueries() {}

    static void createFunctions(TableEnvironment tables) {
        new TypeScriptFunctions(tables, "functions.js")
                .addAggregate(
                        "tsum",
                        "sum",
                        Set.of("retract", "merge"),
                        DataTypes.ROW(
                                DataTypes.FIELD("sum", DataTypes.BIGINT().notNull()),
                                DataTypes.FIELD("n", DataTypes.BIGINT().notNull())),
                        DataTypes.BIGINT(),
                        DataTypes.BIGINT())
                .addAggregate(
                        "slowSum",
                        "slowSum",
                        Set.of(),
                        DataTypes.BIGINT().notNull(),
                        DataTypes.BIGINT(),
                        DataTypes.BIGINT())
                .addAggregate(
                        "plainSum",
                        "sum",
                        Set.of(),
                        DataTypes.ROW(
                                DataTypes.FIELD("sum", DataTypes.BIGINT().notNull()),
                                DataTypes.FIELD("n", DataTypes.BIGINT().notNull())),
                        DataTypes.BIGINT(),
                        DataTypes.BIGINT());
    }

    private static final String TUMBLE =
            "TABLE(TUMBLE(TABLE v, DESCRIPTOR(ts), INTERVAL '5' SECOND))";
    private static final String HOP =
            "TABLE(HOP(TABLE v, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '6' SECOND))";
    private static final String CUMULATE =
            "TABLE(CUMULATE(TABLE v, DESCRIPTOR(ts), INTERVAL '2' SECOND, INTERVAL '10' SECOND))";
    private static final String SESSION =
            "TABLE(SESSION(TABLE v PARTITION BY b, DESCRIPTOR(ts), INTERVAL '4' SECOND))";

    private static final List<String> BOTH_MODES =
            List.of(
                    "SELECT b, AGG(a) FROM v GROUP BY b",
                    "SELECT AGG(a) FROM v",
                    "SELECT AGG(a), COUNT(*) FROM n",
                    "SELECT b, AGG(a), COUNT(*), MAX(s), AGG(a + 1) FROM v GROUP BY b",
                    "SELECT b, AGG(DISTINCT MOD(a, 4)), AGG(a) FILTER (WHERE a > 5) FROM v GROUP BY b",
                    "SELECT b, AGG(a) AS x FROM v GROUP BY b HAVING AGG(a) > 60",
                    "SELECT c, AGG(x) FROM (SELECT b, COUNT(*) AS c, AGG(a) AS x FROM v GROUP BY b) GROUP BY c",
                    "SELECT a, AGG(a) OVER (PARTITION BY b ORDER BY ts ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM v",
                    "SELECT a, AGG(a) OVER (ORDER BY ts ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) FROM v",
                    "SELECT a, AGG(a) OVER (PARTITION BY b ORDER BY ts) FROM v",
                    "SELECT b, window_start, AGG(a), COUNT(*) FROM "
                            + TUMBLE
                            + " GROUP BY b, window_start, window_end",
                    "SELECT window_start, AGG(a) FROM "
                            + HOP
                            + " GROUP BY window_start, window_end",
                    "SELECT b, window_start, window_end, AGG(DISTINCT a) FROM "
                            + CUMULATE
                            + " GROUP BY b, window_start, window_end",
                    "SELECT TUMBLE_START(ts, INTERVAL '5' SECOND), b, AGG(a) FROM v GROUP BY b, TUMBLE(ts, INTERVAL '5' SECOND)",
                    "SELECT HOP_START(ts, INTERVAL '2' SECOND, INTERVAL '6' SECOND), AGG(a) FROM v GROUP BY HOP(ts, INTERVAL '2' SECOND, INTERVAL '6' SECOND)",
                    "SELECT v.b, AGG(w.a) FROM v LEFT JOIN w ON v.a = w.a GROUP BY v.b",
                    "SELECT b, (SELECT AGG(a) FROM w) FROM v GROUP BY b");

    // A RANGE of an INTERVAL is beyond Flink in batch mode.
    private static final List<String> STREAMING =
            List.of(
                    "SELECT a, AGG(a) OVER (PARTITION BY b ORDER BY ts RANGE BETWEEN INTERVAL '7' SECOND PRECEDING AND CURRENT ROW) FROM v",
                    "SELECT b, window_start, window_end, AGG(a) FROM "
                            + SESSION
                            + " GROUP BY b, window_start, window_end",
                    "SELECT b, SESSION_START(ts, INTERVAL '4' SECOND), AGG(a) FROM v WHERE a <> 9 GROUP BY b, SESSION(ts, INTERVAL '4' SECOND)");

    static Stream<String> inBothModes() {
        return BOTH_MODES.stream();
    }

    static Stream<String> inStreaming() {
        return Stream.concat(BOTH_MODES.stream(), STREAMING.stream());
    }
}

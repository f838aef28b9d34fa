package org.tsflink.bench;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.call;

/** The queries that are measured. */
enum Workload {
    BIGINT("a BIGINT, s STRING", "SELECT %s FROM input", "plusOne(a)", "a + 1", "a"),
    NUMBER("a BIGINT, s STRING", "SELECT %s FROM input", "plusOneNumber(a)", "a + 1", "a"),
    VECTORISED("a BIGINT, s STRING", "SELECT %s FROM input", "plusOneVector(a)", "a + 1", "a"),
    VARCHAR("a BIGINT, s STRING", "SELECT %s FROM input", "upper(s)", "UPPER(s)", "s"),
    FORWARDED("a BIGINT, s STRING", "SELECT %s, a, s FROM input", "upper(s)", "UPPER(s)", "s"),
    CDN(
            "uuid STRING, client_ip STRING, request_time BIGINT, response_size BIGINT, uri STRING",
            "SELECT province, COUNT(*) AS accesses, SUM(response_size) AS response_bytes,"
                    + " SUM(response_size) * 1.0 / SUM(request_time) AS speed"
                    + " FROM (SELECT %s AS province, response_size, request_time FROM input)"
                    + " GROUP BY province",
            "ipToProvince(client_ip)",
            null,
            null),
    Q5("a BIGINT, price BIGINT, weight BIGINT", Weighted.QUERY, "weightedAverage(price, weight)"),
    Q5_MINI_BATCH(
            "a BIGINT, price BIGINT, weight BIGINT",
            Weighted.QUERY,
            "weightedAverage(price, weight)") {
        @Override
        Map<String, String> options() {
            return Map.of(
                    "table.exec.mini-batch.enabled", "true",
                    "table.exec.mini-batch.allow-latency", "1 s",
                    "table.exec.mini-batch.size", "5000",
                    "table.optimizer.agg-phase-strategy", "ONE_PHASE");
        }
    },
    Q5_BATCH(
            "a BIGINT, price BIGINT, weight BIGINT",
            Weighted.QUERY,
            "weightedAverage(price, weight)") {
        @Override
        Map<String, String> options() {
            return Map.of("execution.runtime-mode", "batch");
        }
    },
    Q5_VECTORISED(
            "a BIGINT, price BIGINT, weight BIGINT",
            Weighted.QUERY,
            "weightedAverageVector(price, weight)") {
        @Override
        Map<String, String> options() {
            return Map.of("execution.runtime-mode", "batch");
        }
    },
    TABLE_AGGREGATE("a BIGINT, price BIGINT", null, "largest") {
        @Override
        Optional<Function<TableEnvironment, Table>> table(Mode mode) {
            return mode == Mode.BUILTIN || mode == Mode.NONE
                    ? Optional.empty()
                    : Optional.of(
                            tables ->
                                    tables.from("input")
                                            .select($("a").mod(1000).as("k"), $("price"))
                                            .groupBy($("k"))
                                            .flatAggregate(
                                                    call(mode.function("largest"), $("price"))
                                                            .as("value", "rank"))
                                            .select($("k"), $("value"), $("rank")));
        }
    },
    Q6(
            "a BIGINT, s STRING",
            "SELECT word, size FROM input, LATERAL TABLE(%s) AS t(word, size)",
            "split(s)"),
    PTF("a BIGINT, s STRING", "SELECT a, n FROM %s", "tally(input => TABLE input PARTITION BY a)");

    // An enum's own constants cannot be named before its members.
    private static final class Weighted {
        static final String QUERY =
                "SELECT k, %s AS x FROM (SELECT MOD(a, 1000) AS k, price, weight FROM input) GROUP BY k";
    }

    private final String columns;
    private final String query;
    private final String call;
    private final String builtIn;
    private final String none;

    Workload(String columns, String query, String call, String builtIn, String none) {
        this.columns = columns;
        this.query = query;
        this.call = call;
        this.builtIn = builtIn;
        this.none = none;
    }

    Workload(String columns, String query, String call) {
        this(columns, query, call, null, null);
    }

    /** The options that the query is run with. */
    Map<String, String> options() {
        return Map.of();
    }

    /** The columns of the table {@code input} that the query reads. */
    String columns() {
        return columns;
    }

    /** How many rows of the others cost as much as one of this. */
    int weight() {
        return switch (this) {
            case BIGINT, NUMBER, VECTORISED, VARCHAR, FORWARDED -> 1;
            case Q6 -> 4;
            default -> 10;
        };
    }

    /** The modes that can say this query. */
    List<Mode> modes() {
        return Arrays.stream(Mode.values()).filter(mode -> table(mode).isPresent()).toList();
    }

    /** The query, if the mode can say it. */
    Optional<Function<TableEnvironment, Table>> table(Mode mode) {
        String expression =
                switch (mode) {
                    case BUILTIN -> builtIn;
                    case NONE -> none;
                    default -> mode.function(call);
                };
        return Optional.ofNullable(expression)
                .map(query::formatted)
                .map(sql -> tables -> tables.sqlQuery(sql));
    }
}

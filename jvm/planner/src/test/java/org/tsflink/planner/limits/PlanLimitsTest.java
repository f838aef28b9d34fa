package org.tsflink.planner.limits;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsflink.planner.TypeScriptPlanner;

import java.util.stream.IntStream;

import static java.util.stream.Collectors.joining;
import static org.apache.flink.table.api.Expressions.$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlanLimitsTest {

    private static final String THREE_CALLS = "SELECT n + 1 AS a, n * (n + 2) AS b, n FROM t";

    private final TableEnvironment tables =
            TableEnvironment.create(EnvironmentSettings.inBatchMode());

    @BeforeEach
    void begin() {
        TypeScriptPlanner.install(tables);
        tables.executeSql(
                "CREATE TABLE t (n INT) WITH ('connector' = 'datagen', 'number-of-rows' = '1')");
    }

    @Test
    void whatIsAsLargeAsTheLimitIsPlanned() {
        set(PlanOptions.MAX_EXPRESSIONS, "3");
        set(PlanOptions.MAX_AGGREGATES, "1");
        set(PlanOptions.MAX_TABLES, "2");
        set(PlanOptions.MAX_LITERALS, "5 b");
        assertThat(tables.explainSql(THREE_CALLS)).contains("Calc");
        assertThat(tables.explainSql("SELECT MAX(n) FROM (TABLE t UNION ALL TABLE t)"))
                .contains("Union");
        assertThat(tables.explainSql("SELECT 'ab', 'cde', x'', n FROM t")).contains("Calc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                THREE_CALLS,
                "SELECT a + a FROM (SELECT n + 1 AS a FROM t)",
                "SELECT n FROM t WHERE n + 1 > 1 AND n < 5",
                "SELECT n FROM t WHERE n IN (SELECT n + 1 + 1 + 1 FROM t)"
            })
    void refusesExpressions(String query) {
        set(PlanOptions.MAX_EXPRESSIONS, "2");
        assertRefused(query, "tsflink.plan.max-expressions");
    }

    @Test
    void refusesAggregates() {
        set(PlanOptions.MAX_AGGREGATES, "1");
        assertRefused("SELECT MAX(n), MIN(n) FROM t", "tsflink.plan.max-aggregates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT CASE n WHEN 1 THEN 'a' WHEN 2 THEN 'b' WHEN 3 THEN 'c' END FROM t",
                "SELECT CASE n WHEN 1 THEN 'a' WHEN 2 THEN CASE WHEN n > 1 THEN 'b' END END FROM t"
            })
    void refusesBranches(String query) {
        set(PlanOptions.MAX_BRANCHES, "2");
        assertRefused(query, "Branches of one CASE: 3, and at most 2");
    }

    @Test
    void refusesTables() {
        set(PlanOptions.MAX_TABLES, "2");
        assertRefused("TABLE t UNION ALL TABLE t UNION ALL SELECT 1", "tsflink.plan.max-tables");
    }

    @Test
    void refusesLiterals() {
        set(PlanOptions.MAX_LITERALS, "5 b");
        assertRefused("SELECT 'abc', x'010203', n FROM t", "tsflink.plan.max-literals");
    }

    @Test
    void refusesByDefaultWhatTakesMinutes() {
        String wide =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "n + %d AS c%d".formatted(i + 1, i))
                        .collect(joining(", ", "SELECT ", " FROM t"));
        assertRefused(wide, "Expressions of one select, with those of the selects below it: 10000");
        Table doubling = tables.from("t");
        for (int i = 0; i < 60; i++) {
            doubling = doubling.select($("n").plus($("n")).as("n"));
        }
        assertThatThrownBy(doubling::explain).isInstanceOf(PlanTooLargeException.class);
    }

    private void set(ConfigOption<?> option, String value) {
        tables.getConfig().set(option.key(), value);
    }

    private void assertRefused(String query, String message) {
        assertThatThrownBy(() -> tables.explainSql(query, ExplainDetail.CHANGELOG_MODE))
                .isInstanceOf(PlanTooLargeException.class)
                .hasMessageContaining(message);
    }
}

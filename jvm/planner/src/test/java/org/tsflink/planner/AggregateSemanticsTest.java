package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The queries of {@link AggregateQueries}, compared with the same said in built-in functions. */
class AggregateSemanticsTest {

    // What Flink's own SUM gives, which is the same in all modes.
    private static final Map<String, List<String>> EXPECTED = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "STREAMING, none, AUTO, hashmap",
        "STREAMING, none, AUTO, rocksdb",
        "STREAMING, mini-batch, ONE_PHASE, hashmap",
        "STREAMING, mini-batch, TWO_PHASE, rocksdb",
        "BATCH, none, AUTO, hashmap"
    })
    void result(RuntimeExecutionMode mode, String bundles, String phases, String backend) {
        Configuration options = new Configuration();
        options.setString("state.backend.type", backend);
        options.setString("table.optimizer.agg-phase-strategy", phases);
        if (bundles.equals("mini-batch")) {
            options.setString("table.exec.mini-batch.enabled", "true");
            options.setString("table.exec.mini-batch.allow-latency", "1 s");
            options.setString("table.exec.mini-batch.size", "8");
        }
        StreamTableEnvironment tables = create(mode, options);
        Stream<String> queries =
                mode == RuntimeExecutionMode.BATCH
                        ? AggregateQueries.inBothModes()
                        : AggregateQueries.inStreaming();
        SoftAssertions.assertSoftly(
                softly ->
                        queries.forEach(
                                query ->
                                        softly.assertThatCode(() -> compare(tables, query))
                                                .as(query)
                                                .doesNotThrowAnyException()));
    }

    private static void compare(StreamTableEnvironment tables, String query) throws Exception {
        if (!EXPECTED.containsKey(query)) {
            EXPECTED.put(query, Results.materialized(tables, query.replace("AGG(", "SUM(")));
        }
        assertThat(Results.materialized(tables, query.replace("AGG(", "tsum(")))
                .isEqualTo(EXPECTED.get(query));
    }

    @Test
    void aMethodThatAQueryNeedsIsMissed() {
        StreamTableEnvironment tables = create(RuntimeExecutionMode.STREAMING, new Configuration());
        String retracts = "SELECT plainSum(c) FROM (SELECT b, COUNT(*) AS c FROM v GROUP BY b)";
        assertThatThrownBy(() -> tables.explainSql(retracts)).hasMessageContaining("retract");
    }

    private static StreamTableEnvironment create(RuntimeExecutionMode mode, Configuration options) {
        TestEnvironment environment = TestEnvironment.create(mode, options);
        Tables.create(environment);
        AggregateQueries.createFunctions(environment.tables());
        return environment.tables();
    }
}

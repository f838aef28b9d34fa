package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Options of Flink and ours that change how rows reach and leave the operator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptionsTest {

    private static final Set<String> QUERIES =
            Set.of(
                    "two functions, fields in another order",
                    "where and select",
                    "aggregate over aggregate",
                    "equi join, both sides",
                    "rowtime forwarded to a window",
                    "over, result",
                    "top-n",
                    "unnest of calls");

    private final Map<String, List<String>> expected = new HashMap<>();

    @BeforeAll
    void runReferences() throws Exception {
        TestEnvironment environment =
                TestEnvironment.createStock(RuntimeExecutionMode.STREAMING, new Configuration());
        Tables.create(environment);
        for (Query query : queries()) {
            expected.put(
                    query.name(), Results.materialized(environment.tables(), query.reference()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipeline.object-reuse: false",
                "tsflink.function.batch-size: 3",
                "tsflink.function.batch-bytes: 1 kb",
                "tsflink.function.flush-interval: 0 ms",
                "pipeline.operator-chaining.enabled: false",
                "table.exec.mini-batch.enabled: true, table.exec.mini-batch.size: 7, table.exec.mini-batch.allow-latency: 1 s",
                "execution.checkpointing.interval: 50 ms"
            })
    void resultsAreTheSame(String options) throws Exception {
        TableEnvironment tables = create(RuntimeExecutionMode.STREAMING, options);
        for (Query query : queries()) {
            assertThat(Results.materialized(tables, query.sql()))
                    .as(query.name())
                    .isNotEmpty()
                    .isEqualTo(expected.get(query.name()));
        }
    }

    @Test
    void insideAMultipleInputOperator() throws Exception {
        TableEnvironment tables = create(RuntimeExecutionMode.BATCH, "parallelism.default: 2");
        String query =
                "SELECT y.u, w2.b FROM (SELECT v.a AS k, %s AS u FROM v JOIN w ON v.a = w.a) y JOIN w AS w2 ON y.k = w2.a";
        assertThat(Plans.executionPlan(tables, query.formatted("upper(v.s)")))
                .containsPattern("MultipleInput\\(.*TypeScriptCalc\\(");
        assertThat(Results.materialized(tables, query.formatted("upper(v.s)")))
                .hasSize(9)
                .isEqualTo(Results.materialized(tables, query.formatted("UPPER(v.s)")));
    }

    private static List<Query> queries() {
        return ScalarQueries.all().filter(query -> QUERIES.contains(query.name())).toList();
    }

    private static TableEnvironment create(RuntimeExecutionMode mode, String options) {
        Configuration configuration = new Configuration();
        for (String option : options.split(", ")) {
            String[] pair = option.split(": ");
            configuration.addAll(Configuration.fromMap(Map.of(pair[0], pair[1])));
        }
        TestEnvironment environment = TestEnvironment.create(mode, configuration);
        Tables.create(environment);
        ScalarQueries.createFunctions(environment.tables());
        return environment.tables();
    }
}

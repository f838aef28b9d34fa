package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The queries of {@link ScalarQueries} and {@link ScalarFormQueries}, compared with the same said
 * in built-in functions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SqlSemanticsTest {

    private final StreamTableEnvironment tables;
    private final StreamTableEnvironment stock;

    SqlSemanticsTest(RuntimeExecutionMode mode) {
        TestEnvironment environment = TestEnvironment.create(mode, new Configuration());
        Tables.create(environment);
        tables = environment.tables();
        TestEnvironment stockEnvironment = TestEnvironment.createStock(mode, new Configuration());
        Tables.create(stockEnvironment);
        stock = stockEnvironment.tables();
        ScalarQueries.createFunctions(tables);
        ScalarFormQueries.createFunctions(tables);
    }

    static Stream<Query> queries() {
        return Stream.concat(ScalarQueries.all(), ScalarFormQueries.all());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void plan(Query query) {
        String plan = Plans.executionPlan(tables, query.sql());
        assertThat(Plans.batchedNodes(plan)).as(plan).isEqualTo(query.batched());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void result(Query query) throws Exception {
        assertThat(Results.materialized(tables, query.sql()))
                .isNotEmpty()
                .isEqualTo(Results.materialized(stock, query.reference()));
    }
}

package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Joins with a table that is looked up: what is done on its side stays there and runs per row. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupJoinTest {

    private static final String JOIN = " JOIN names FOR SYSTEM_TIME AS OF v.pt AS d ON ";

    private final TableEnvironment tables;

    LookupJoinTest() {
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration());
        Tables.create(environment);
        tables = environment.tables();
        tables.executeSql(
                "CREATE TABLE names (id BIGINT, name STRING) WITH ('connector' = 'names')");
        new TypeScriptFunctions(tables, "functions.js")
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("add", DataTypes.BIGINT(), DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("upper", DataTypes.STRING(), DataTypes.STRING());
    }

    static Stream<Query> queries() {
        return Stream.of(
                new Query(
                        "key",
                        1,
                        "SELECT a, name FROM v" + JOIN + "plusOne(v.a) = d.id",
                        "SELECT a, name FROM v" + JOIN + "v.a + 1 = d.id"),
                new Query(
                        "column of the table",
                        1,
                        "SELECT a, upper(name) FROM v LEFT" + JOIN + "v.a = d.id",
                        "SELECT a, UPPER(name) FROM v LEFT" + JOIN + "v.a = d.id"),
                new Query(
                        "condition on the table",
                        0,
                        "SELECT a, name FROM v" + JOIN + "v.a = d.id AND upper(d.name) <> 'NAME 3'",
                        "SELECT a, name FROM v"
                                + JOIN
                                + "v.a = d.id AND UPPER(d.name) <> 'NAME 3'"),
                new Query(
                        "outer join, condition on the table",
                        0,
                        "SELECT a, name FROM v LEFT"
                                + JOIN
                                + "v.a = d.id AND upper(d.name) <> 'NAME 3'",
                        "SELECT a, name FROM v LEFT"
                                + JOIN
                                + "v.a = d.id AND UPPER(d.name) <> 'NAME 3'"),
                new Query(
                        "outer join, condition on both",
                        0,
                        "SELECT a, name FROM v LEFT" + JOIN + "v.a = d.id AND `add`(v.b, d.id) > 3",
                        "SELECT a, name FROM v LEFT" + JOIN + "v.a = d.id AND v.b + d.id > 3"));
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
                .isEqualTo(Results.materialized(tables, query.reference()));
    }
}

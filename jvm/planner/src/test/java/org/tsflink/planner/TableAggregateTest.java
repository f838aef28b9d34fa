package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.Tumble;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.Set;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.call;
import static org.apache.flink.table.api.Expressions.lit;
import static org.assertj.core.api.Assertions.assertThat;

/** Table aggregate functions: of groups, of all rows, of windows; whole results, and changes. */
class TableAggregateTest {

    private static final DataType VALUES = DataTypes.ARRAY(DataTypes.BIGINT().notNull()).notNull();
    private static final DataType ROW =
            DataTypes.ROW(
                    DataTypes.FIELD("value", DataTypes.BIGINT()),
                    DataTypes.FIELD("rank", DataTypes.INT()));

    private final TableEnvironment tables;

    TableAggregateTest() {
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration());
        Tables.create(environment);
        tables = environment.tables();
        new TypeScriptFunctions(tables, "functions.js")
                .addTableAggregate(
                        "top2", Set.of("emitValue", "merge"), VALUES, ROW, DataTypes.BIGINT())
                .addTableAggregate(
                        "updatingTop2",
                        Set.of("emitUpdateWithRetract", "retract"),
                        DataTypes.ROW(
                                        DataTypes.FIELD("now", VALUES),
                                        DataTypes.FIELD("emitted", VALUES))
                                .notNull(),
                        ROW,
                        DataTypes.BIGINT());
    }

    @Test
    void ofGroups() throws Exception {
        for (String function : new String[] {"top2", "updatingTop2"}) {
            Table table =
                    tables.from("v")
                            .groupBy($("b"))
                            .flatAggregate(call(function, $("a")))
                            .select($("b"), $("value"), $("rank"));
            assertThat(Results.materialized(table.execute()))
                    .containsExactly(
                            "+I[0, 15, 2] x1",
                            "+I[0, 18, 1] x1",
                            "+I[1, 16, 2] x1",
                            "+I[1, 19, 1] x1",
                            "+I[2, 14, 2] x1",
                            "+I[2, 17, 1] x1");
        }
    }

    @Test
    void ofInputThatIsTakenBack() throws Exception {
        Table largest = tables.sqlQuery("SELECT MAX(a) AS m FROM v GROUP BY b");
        assertThat(
                        Results.materialized(
                                largest.flatAggregate(call("updatingTop2", $("m")))
                                        .select($("value"), $("rank"))
                                        .execute()))
                .containsExactly("+I[18, 2] x1", "+I[19, 1] x1");
    }

    @Test
    void ofWindows() throws Exception {
        Table table =
                tables.from("v")
                        .window(Tumble.over(lit(10).seconds()).on($("ts")).as("win"))
                        .groupBy($("win"))
                        .flatAggregate(call("top2", $("a")).as("x", "place"))
                        .select($("x"), $("place"), $("win").start());
        assertThat(Results.materialized(table.execute()))
                .containsExactly(
                        "+I[18, 2, 2024-01-01T00:00:10] x1",
                        "+I[19, 1, 2024-01-01T00:00:10] x1",
                        "+I[8, 2, 2024-01-01T00:00] x1",
                        "+I[9, 1, 2024-01-01T00:00] x1");
    }
}

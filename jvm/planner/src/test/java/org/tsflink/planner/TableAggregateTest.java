package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.Tumble;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.Top2;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.ArrayList;
import java.util.List;
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

    private final TestEnvironment environment =
            TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration());
    private final StreamTableEnvironment tables = environment.tables();

    TableAggregateTest() {
        Tables.create(environment);
        new TypeScriptFunctions(tables, "functions.js")
                .addTableAggregate(
                        "top2", Set.of("emitValue", "merge"), VALUES, ROW, DataTypes.BIGINT())
                .addTableAggregate(
                        "retractingTop2",
                        Set.of("emitValue", "retract"),
                        VALUES,
                        ROW,
                        DataTypes.BIGINT())
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

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1024})
    void changesAreThoseOfFlinkWhateverTheBatch(int batchSize) throws Exception {
        tables.getConfig().set("tsflink.function.batch-size", Integer.toString(batchSize));
        tables.createTemporarySystemFunction("javaTop2", Top2.Emitting.class);
        tables.createTemporarySystemFunction("javaUpdatingTop2", Top2.Updating.class);
        Table numbers = tables.from("v").select($("b").as("k"), $("a").as("x"));
        assertThat(changes(numbers, "top2", true))
                .isEqualTo(changes(numbers, "javaTop2", false))
                .hasSize(68);
        assertThat(changes(comingAndGoing(), "retractingTop2", true))
                .isEqualTo(changes(comingAndGoing(), "javaTop2", false))
                .hasSizeGreaterThan(20);
        assertThat(changes(comingAndGoing(), "updatingTop2", true))
                .isEqualTo(changes(comingAndGoing(), "javaUpdatingTop2", false))
                .hasSizeGreaterThan(10);
    }

    private static List<Row> changes(Table input, String function, boolean batched)
            throws Exception {
        Table result =
                input.groupBy($("k"))
                        .flatAggregate(call(function, $("x")))
                        .select($("k"), $("value"), $("rank"));
        assertThat(result.explain().contains("TypeScriptGroupTableAggregate(")).isEqualTo(batched);
        return Results.changes(result.execute());
    }

    /** Groups that begin, end, begin anew, and one that begins with what is taken back. */
    private Table comingAndGoing() {
        long[][] script = {
            {1, 0, 5}, {1, 1, 7}, {-1, 0, 5}, {1, 0, 3}, {1, 0, 1}, {-1, 1, 7}, {-1, 0, 3},
            {-1, 0, 1}, {1, 0, 9}, {1, 2, 0}, {1, 2, 4}, {1, 2, 2}, {-1, 2, 4}, {1, 1, 6}
        };
        List<Row> changes = new ArrayList<>();
        for (long[] change : script) {
            RowKind kind = change[0] > 0 ? RowKind.INSERT : RowKind.DELETE;
            changes.add(Row.ofKind(kind, change[1], change[2]));
        }
        return tables.fromChangelogStream(
                environment
                        .streams()
                        .fromData(
                                changes,
                                Types.ROW_NAMED(new String[] {"k", "x"}, Types.LONG, Types.LONG)));
    }
}

package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Updates and deletes go through a batch with their kinds and in their order. */
class ChangelogTest {

    private static final List<Row> CHANGES =
            List.of(
                    Row.ofKind(RowKind.INSERT, "ada", 1L),
                    Row.ofKind(RowKind.INSERT, "bob", 2L),
                    Row.ofKind(RowKind.UPDATE_BEFORE, "ada", 1L),
                    Row.ofKind(RowKind.UPDATE_AFTER, "ada", 5L),
                    Row.ofKind(RowKind.DELETE, "bob", 2L),
                    Row.ofKind(RowKind.INSERT, "cy", null));

    private final StreamTableEnvironment tables;

    ChangelogTest() {
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration());
        tables = environment.tables();
        TypeInformation<Row> type =
                Types.ROW_NAMED(new String[] {"name", "score"}, Types.STRING, Types.LONG);
        tables.createTemporaryView(
                "scores",
                tables.fromChangelogStream(environment.streams().fromData(CHANGES, type)));
        new TypeScriptFunctions(tables, "functions.js")
                .add("upper", DataTypes.STRING(), DataTypes.STRING())
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT());
    }

    @Test
    void kindsAndOrderAreKept() throws Exception {
        assertThat(Results.changes(tables, "SELECT upper(name), score, plusOne(score) FROM scores"))
                .containsExactly(
                        Row.ofKind(RowKind.INSERT, "ADA", 1L, 2L),
                        Row.ofKind(RowKind.INSERT, "BOB", 2L, 3L),
                        Row.ofKind(RowKind.UPDATE_BEFORE, "ADA", 1L, 2L),
                        Row.ofKind(RowKind.UPDATE_AFTER, "ADA", 5L, 6L),
                        Row.ofKind(RowKind.DELETE, "BOB", 2L, 3L),
                        Row.ofKind(RowKind.INSERT, "CY", null, null));
    }

    @Test
    void anAggregateTakesThemBack() throws Exception {
        assertThat(
                        Results.materialized(
                                tables,
                                "SELECT upper(name) AS n, SUM(plusOne(score)), COUNT(*) FROM scores GROUP BY upper(name)"))
                .containsExactly("+I[ADA, 6, 1] x1", "+I[CY, null, 1] x1");
    }
}

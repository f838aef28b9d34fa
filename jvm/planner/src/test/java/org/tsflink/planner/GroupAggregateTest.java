package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The group aggregation of our own: its place in plans, and the changes that it gives. */
class GroupAggregateTest {

    private static final String QUERY = "SELECT b, AGG(a), COUNT(*), MAX(s) FROM v GROUP BY b";

    private final TestEnvironment environment =
            TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration());
    private final StreamTableEnvironment tables = environment.tables();

    GroupAggregateTest() {
        Tables.create(environment);
        AggregateQueries.createFunctions(tables);
    }

    @Test
    void aPlanShowsIt() {
        assertThat(Plans.executionPlan(tables, QUERY.replace("AGG", "tsum")))
                .contains(
                        "TypeScriptGroupAggregate(groupBy=[b], select=[b, tsum(a) AS EXPR$1,"
                                + " COUNT(*) AS EXPR$2, MAX(s) AS EXPR$3])");
        assertThat(
                        tables.explainSql(
                                QUERY.replace("AGG", "tsum"), ExplainDetail.JSON_EXECUTION_PLAN))
                .containsPattern("\"type\" : \"TypeScriptGroupAggregate\\[\\d+\\]\"");
        // Distinct values are Flink's to find.
        assertThat(Plans.executionPlan(tables, "SELECT b, tsum(DISTINCT a) FROM v GROUP BY b"))
                .doesNotContain("TypeScriptGroupAggregate");
    }

    @Test
    void aCompiledPlanRunsAndIsReadBack() throws Exception {
        tables.executeSql(
                "CREATE TABLE sink (b BIGINT, x BIGINT, n BIGINT, s STRING)"
                        + " WITH ('connector' = 'blackhole')");
        tables.executeSql(
                "CREATE TABLE source (a BIGINT, b BIGINT, s STRING) WITH ('connector' = 'datagen',"
                        + " 'number-of-rows' = '100')");
        String insert =
                "INSERT INTO sink " + QUERY.replace("AGG", "tsum").replace("FROM v", "FROM source");
        CompiledPlan plan = tables.compilePlanSql(insert);
        String json = plan.asJsonString();
        assertThat(json).contains("\"type\" : \"stream-exec-typescript-group-aggregate_1\"");
        CompiledPlan loaded = tables.loadPlan(PlanReference.fromJsonString(json));
        assertThat(loaded.explain()).isEqualTo(plan.explain());
        loaded.execute().await();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1024})
    void changesAreThoseOfFlinkWhateverTheBatch(int batchSize) throws Exception {
        tables.getConfig().set("tsflink.function.batch-size", Integer.toString(batchSize));
        assertThat(Results.changes(tables, QUERY.replace("AGG", "tsum")))
                .isEqualTo(Results.changes(tables, QUERY.replace("AGG", "SUM")));
    }

    @Test
    void groupsComeAndGo() throws Exception {
        List<Row> changes = new ArrayList<>();
        long[][] script = {
            {1, 0, 5},
            {1, 1, 7},
            {-1, 0, 5},
            {1, 0, 3},
            {1, 0, 0},
            {-1, 1, 7},
            {-1, 0, 3},
            {-1, 0, 0},
            {1, 0, 9},
            {1, 2, 0},
            {-1, 2, 0}
        };
        for (long[] change : script) {
            changes.add(
                    Row.ofKind(
                            change[0] > 0 ? RowKind.INSERT : RowKind.DELETE, change[1], change[2]));
        }
        TypeInformation<Row> type =
                Types.ROW_NAMED(new String[] {"k", "x"}, Types.LONG, Types.LONG);
        tables.createTemporaryView(
                "changes",
                tables.fromChangelogStream(environment.streams().fromData(changes, type)));
        String query =
                "SELECT k, AGG(x), AGG(x) FILTER (WHERE x > 4), COUNT(DISTINCT x) FROM changes GROUP BY k";
        assertThat(Results.changes(tables, query.replace("AGG", "tsum")))
                .isEqualTo(Results.changes(tables, query.replace("AGG", "SUM")))
                .hasSizeGreaterThan(10);
    }
}

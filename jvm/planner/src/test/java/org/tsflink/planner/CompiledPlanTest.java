package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import static org.assertj.core.api.Assertions.assertThat;

/** COMPILE PLAN and EXECUTE PLAN with our node in the plan. */
class CompiledPlanTest {

    @Test
    void aCompiledPlanRunsAndIsReadBack() throws Exception {
        TableEnvironment tables = create();
        CompiledPlan plan =
                tables.compilePlanSql(
                        "INSERT INTO sink SELECT `add`(plusOne(id), 10) FROM numbers WHERE plusOne(id) > 5");
        String json = plan.asJsonString();
        assertThat(json).contains("\"type\" : \"stream-exec-typescript-calc_1\"");

        TableEnvironment other = create();
        CompiledPlan loaded = other.loadPlan(PlanReference.fromJsonString(json));
        assertThat(loaded.explain()).isEqualTo(plan.explain()).contains("TypeScriptCalc");
        loaded.execute().await();
    }

    private static TableEnvironment create() {
        TableEnvironment tables =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration())
                        .tables();
        new TypeScriptFunctions(tables, "functions.js")
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT())
                .add("add", DataTypes.BIGINT(), DataTypes.BIGINT(), DataTypes.BIGINT());
        tables.executeSql(
                "CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen', 'fields.id.kind' = 'sequence',"
                        + " 'fields.id.start' = '0', 'fields.id.end' = '99', 'rows-per-second' = '100000')");
        tables.executeSql("CREATE TABLE sink (x BIGINT) WITH ('connector' = 'blackhole')");
        return tables;
    }
}

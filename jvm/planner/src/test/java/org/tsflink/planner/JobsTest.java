package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Several subtasks, and several jobs, in one TaskManager. */
class JobsTest {

    private static final long ROWS = 20_000;
    private static final String SUM =
            "SELECT COUNT(DISTINCT x), SUM(x) FROM (SELECT plusOne(id) AS x FROM numbers)";
    private static final List<String> EXPECTED =
            List.of("+I[%d, %d] x1".formatted(ROWS, ROWS * (ROWS + 1) / 2));

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void parallelSubtasks(RuntimeExecutionMode mode) throws Exception {
        assertThat(Results.materialized(create(mode, 3), SUM)).isEqualTo(EXPECTED);
    }

    @Test
    void jobsAtTheSameTime() throws Exception {
        List<TableResult> running =
                List.of(
                        create(RuntimeExecutionMode.STREAMING, 2).executeSql(SUM),
                        create(RuntimeExecutionMode.STREAMING, 1).executeSql(SUM),
                        create(RuntimeExecutionMode.BATCH, 1).executeSql(SUM));
        for (TableResult result : running) {
            assertThat(Results.materialized(result)).isEqualTo(EXPECTED);
        }
    }

    private static TableEnvironment create(RuntimeExecutionMode mode, int parallelism) {
        Configuration options = new Configuration();
        options.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        TableEnvironment tables = TestEnvironment.create(mode, options).tables();
        new TypeScriptFunctions(tables, "functions.js")
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT());
        tables.executeSql(
                ("CREATE TABLE numbers (id BIGINT) WITH ('connector' = 'datagen', 'fields.id.kind' = 'sequence',"
                                + " 'fields.id.start' = '0', 'fields.id.end' = '%d', 'number-of-rows' = '%d', 'rows-per-second' = '100000000')")
                        .formatted(ROWS - 1, ROWS));
        return tables;
    }
}

package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A function that is not deterministic is called once for each time it is written. */
class NonDeterministicTest {

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void everyOccurrenceIsACall(RuntimeExecutionMode mode) throws Exception {
        for (String query :
                List.of(
                        "SELECT countCalls(), countCalls() FROM v",
                        "SELECT countCallsWith(a + 1), countCallsWith(a + 1) FROM v",
                        "SELECT countCallsWith(a), countCallsWith(a) + 0 FROM v")) {
            List<Row> rows = Results.changes(create(mode), query);
            assertThat(rows).hasSize(20);
            assertThat(rows.stream().flatMap(NonDeterministicTest::fields)).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void aColumnIsComputedOnce(RuntimeExecutionMode mode) throws Exception {
        List<Row> rows =
                Results.changes(
                        create(mode), "SELECT x, x FROM (SELECT countCallsWith(a) AS x FROM v)");
        assertThat(rows).hasSize(20).allMatch(row -> row.getField(0).equals(row.getField(1)));
    }

    private static TableEnvironment create(RuntimeExecutionMode mode) {
        TestEnvironment environment = TestEnvironment.create(mode, new Configuration());
        Tables.create(environment);
        new TypeScriptFunctions(environment.tables(), "functions.js")
                .addNonDeterministic("countCalls", DataTypes.BIGINT())
                .addNonDeterministic("countCallsWith", DataTypes.BIGINT(), DataTypes.BIGINT());
        return environment.tables();
    }

    private static Stream<Object> fields(Row row) {
        return IntStream.range(0, row.getArity()).mapToObj(row::getField);
    }
}

package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Values of every type, and NULLs, as arguments, accumulators and values of an aggregate. */
class AggregateTypesTest {

    @ParameterizedTest
    @CsvSource({"STREAMING, hashmap", "STREAMING, rocksdb", "BATCH, hashmap"})
    void roundTrip(RuntimeExecutionMode mode, String backend) throws Exception {
        Configuration options = new Configuration();
        options.setString("state.backend.type", backend);
        TestEnvironment environment = TestEnvironment.create(mode, options);
        Tables.create(environment);
        TableEnvironment tables = environment.tables();
        TypeScriptFunctions functions = new TypeScriptFunctions(tables, "functions.js");
        List<String> columns = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<String> called = new ArrayList<>();
        for (TypeCase type : TypeCases.all().toList()) {
            String name = "x" + columns.size();
            functions.addAggregate(
                    "last_" + name, "last", Set.of(), type.type(), type.type(), type.type());
            columns.add(
                    "CASE WHEN MOD(a, 3) <> 1 THEN %s END AS %s".formatted(type.column(), name));
            plain.add(name);
            called.add("last_" + name + "(" + name + ")");
        }
        String input = " FROM (SELECT a, " + String.join(", ", columns) + " FROM v)";

        assertThat(
                        Results.materialized(
                                tables,
                                "SELECT a, " + String.join(", ", called) + input + " GROUP BY a"))
                .hasSize(20)
                .isEqualTo(
                        Results.materialized(
                                tables, "SELECT a, " + String.join(", ", plain) + input));
    }
}

package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Values of every type, as columns, literals and nulls, come back as they were. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TypesTest {

    private final TableEnvironment tables = create(RuntimeExecutionMode.STREAMING);

    static Stream<TypeCase> types() {
        return TypeCases.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void roundTrip(TypeCase type) throws Exception {
        check(tables, type);
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void multiset(RuntimeExecutionMode mode) throws Exception {
        TableEnvironment environment = create(mode);
        new TypeScriptFunctions(environment, "functions.js")
                .addIdentity("same", DataTypes.MULTISET(DataTypes.BIGINT()));
        String query = "SELECT b, %s FROM (SELECT b, COLLECT(a) c FROM v GROUP BY b)";
        assertThat(Results.materialized(environment, query.formatted("same(c)")))
                .isNotEmpty()
                .isEqualTo(Results.materialized(environment, query.formatted("c")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void roundTripInBatch(TypeCase type) throws Exception {
        check(create(RuntimeExecutionMode.BATCH), type);
    }

    private static void check(TableEnvironment environment, TypeCase type) throws Exception {
        environment.dropTemporarySystemFunction("same");
        new TypeScriptFunctions(environment, "functions.js").addIdentity("same", type.type());
        String query =
                "SELECT a, %%s FROM (SELECT a, %s AS x, CASE WHEN a <> 1 THEN %s END AS y FROM v)"
                        .formatted(type.column(), type.column());
        String called = query.formatted("same(x), same(%s), same(y)".formatted(type.literal()));
        String plain = query.formatted("x, %s, y".formatted(type.literal()));

        assertThat(Plans.batchedNodes(Plans.executionPlan(environment, called))).isEqualTo(1);
        assertThat(Results.materialized(environment, called))
                .hasSize(20)
                .isEqualTo(Results.materialized(environment, plain));
    }

    private static TableEnvironment create(RuntimeExecutionMode mode) {
        TestEnvironment environment = TestEnvironment.create(mode, new Configuration());
        Tables.create(environment);
        return environment.tables();
    }
}

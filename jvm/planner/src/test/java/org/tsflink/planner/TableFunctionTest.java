package org.tsflink.planner;

import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.PlanReference;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsflink.planner.TableQueries.TableQuery;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The queries of {@link TableQueries} in both modes, compared with the same functions in Java. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableFunctionTest {

    private final Map<RuntimeExecutionMode, TableEnvironment> ours =
            new EnumMap<>(RuntimeExecutionMode.class);
    private final Map<RuntimeExecutionMode, TableEnvironment> stock =
            new EnumMap<>(RuntimeExecutionMode.class);

    TableFunctionTest() {
        modes().forEach(this::createEnvironments);
    }

    private static Stream<RuntimeExecutionMode> modes() {
        return Stream.of(RuntimeExecutionMode.STREAMING, RuntimeExecutionMode.BATCH);
    }

    private void createEnvironments(RuntimeExecutionMode mode) {
        TestEnvironment environment = TestEnvironment.create(mode, new Configuration());
        Tables.create(environment);
        TableQueries.createFunctions(environment.tables());
        TableQueries.createViews(environment.tables());
        ours.put(mode, environment.tables());
        TestEnvironment other = TestEnvironment.createStock(mode, new Configuration());
        Tables.create(other);
        TableQueries.createJavaFunctions(other.tables());
        TableQueries.createViews(other.tables());
        stock.put(mode, other.tables());
    }

    static Stream<Arguments> queries() {
        return TableQueries.all().flatMap(query -> modes().map(mode -> Arguments.of(query, mode)));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void planAndResult(TableQuery query, RuntimeExecutionMode mode) throws Exception {
        String plan = Plans.executionPlan(ours.get(mode), query.sql());
        assertThat(Plans.correlates(plan)).as(plan).isEqualTo(query.correlates());
        assertThat(Results.materialized(ours.get(mode), query.sql()))
                .isNotEmpty()
                .isEqualTo(Results.materialized(stock.get(mode), query.reference()));
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void anEndlessGeneratorIsReadAsFarAsOneWantsAndThenEnded(RuntimeExecutionMode mode)
            throws Exception {
        TableResult result =
                ours.get(mode).executeSql("SELECT i FROM LATERAL TABLE(endless(5)) AS t(i)");
        List<Object> read = new ArrayList<>();
        // Closing cancels the job, which the function would never end.
        try (CloseableIterator<Row> rows = result.collect()) {
            while (read.size() < 100_000) {
                read.add(rows.next().getField(0));
            }
        }
        assertThat(read).containsExactlyElementsOf(LongStream.range(5, 100_005).boxed().toList());
        JobClient job = result.getJobClient().orElseThrow();
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        assertThatThrownBy(() -> end.get(60, TimeUnit.SECONDS))
                .hasStackTraceContaining("JobCancellationException");
    }

    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void aFailureNamesFunctionAndRow(RuntimeExecutionMode mode) {
        String query = "SELECT i FROM v, LATERAL TABLE(failing(a)) AS t(i)";
        assertThatThrownBy(() -> Results.materialized(ours.get(mode), query))
                .hasStackTraceContaining(
                        "FUNCTION_FAILED: function failing: RangeError: no more than one");
    }

    /** All types in one query: a lateral join for each. */
    @ParameterizedTest
    @EnumSource(
            value = RuntimeExecutionMode.class,
            names = {"STREAMING", "BATCH"})
    void valuesOfEveryTypeComeBack(RuntimeExecutionMode mode) throws Exception {
        TableEnvironment tables = ours.get(mode);
        TypeScriptFunctions functions = new TypeScriptFunctions(tables, "functions.js");
        List<TypeCase> types = TypeCases.all().toList();
        StringBuilder columns = new StringBuilder("a");
        StringBuilder results = new StringBuilder("a");
        StringBuilder joins = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            TypeCase type = types.get(i);
            String name = "boxed" + i;
            functions.addTableNamed(
                    name, "boxed", DataTypes.ROW(DataTypes.FIELD("v", type.type())), type.type());
            columns.append(", CASE WHEN a <> 1 THEN %s END AS c%d".formatted(type.column(), i));
            results.append(", t%d.v AS c%d".formatted(i, i));
            joins.append(
                    " LEFT JOIN LATERAL TABLE(%s(c%d)) AS t%d(v) ON TRUE".formatted(name, i, i));
        }
        String input = "(SELECT %s FROM v)".formatted(columns);
        String query = "SELECT %s FROM %s%s".formatted(results, input, joins);
        assertThat(Plans.correlates(Plans.executionPlan(tables, query))).isEqualTo(types.size());
        assertThat(Results.materialized(tables, query))
                .hasSize(20)
                .isEqualTo(Results.materialized(tables, "SELECT * FROM " + input));
    }

    @Test
    void aWrongCallIsRefusedWhenItIsPlanned() {
        TableEnvironment tables = ours.get(RuntimeExecutionMode.STREAMING);
        assertThatThrownBy(() -> tables.explainSql("SELECT * FROM LATERAL TABLE(split('a'))"))
                .hasStackTraceContaining("split(p0 => STRING, p1 => STRING)");
        assertThatThrownBy(() -> tables.explainSql("SELECT * FROM LATERAL TABLE(upTo('a'))"))
                .hasStackTraceContaining("upTo(p0 => BIGINT)");
    }

    @Test
    void aCompiledPlanRunsAndIsReadBack() throws Exception {
        TableEnvironment tables = ours.get(RuntimeExecutionMode.STREAMING);
        tables.executeSql(
                "CREATE TEMPORARY TABLE sink (word STRING, size INT) WITH ('connector' = 'blackhole')");
        tables.executeSql(
                "CREATE TEMPORARY TABLE texts (s STRING) WITH ('connector' = 'datagen', 'number-of-rows' = '10')");
        CompiledPlan plan =
                tables.compilePlanSql(
                        "INSERT INTO sink SELECT word, size FROM texts LEFT JOIN LATERAL (SELECT * FROM TABLE(split(s, 'a')) WHERE size > 1) ON TRUE");
        String json = plan.asJsonString();
        assertThat(json).contains("\"type\" : \"stream-exec-typescript-correlate_1\"");
        CompiledPlan loaded = tables.loadPlan(PlanReference.fromJsonString(json));
        assertThat(loaded.explain()).isEqualTo(plan.explain()).contains("TypeScriptCorrelate");
        loaded.execute().await();
    }
}

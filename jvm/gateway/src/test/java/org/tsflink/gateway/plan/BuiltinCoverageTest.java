package org.tsflink.gateway.plan;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.internal.BaseExpressions;
import org.apache.flink.table.expressions.Expression;
import org.apache.flink.table.expressions.UnresolvedCallExpression;
import org.apache.flink.table.functions.BuiltInFunctionDefinition;
import org.apache.flink.table.functions.BuiltInFunctionDefinitions;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.DataType;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that Flink's Table API can call, the gateway can call, and the TypeScript client calls in its
 * golden plans; what cannot be is listed here, with the reason.
 */
class BuiltinCoverageTest {

    private static final Path PLANS = Path.of("../../tests/golden/plans");

    /** Methods and functions of expressions that the client does not call. */
    private static final Map<String, String> NOT_CALLED =
            Map.of(
                    "then", "an object with a method of this name is a promise: ifThenElse",
                    "lead", "in streaming Flink has no LEAD, in batch it has no time attributes",
                    "sourceWatermark", "for the watermark of a table: of no query",
                    "descriptor", "an argument of process table functions, tested with them");

    /** The families of tests/expressions. */
    private static final Set<String> FAMILIES =
            Set.of(
                    "bitmap",
                    "collection",
                    "conditional",
                    "encoding",
                    "json",
                    "numeric",
                    "string",
                    "temporal",
                    "aggregate",
                    "distinctAggregate",
                    "bitmapAggregate");

    private static final String RELATIONS = "no value of one row: compared in relations.test.ts";

    /** Methods that are called, and not among those whose values are compared with SQL's. */
    private static final Map<String, String> NOT_COMPARED =
            Map.ofEntries(
                    Map.entry("asArgument", "names an argument: of no value"),
                    Map.entry("proctime", "another value at each call"),
                    Map.entry("uuid", "another value at each call"),
                    Map.entry("currentWatermark", "another value at each run"),
                    Map.entry("asc", RELATIONS),
                    Map.entry("desc", RELATIONS),
                    Map.entry("over", RELATIONS),
                    Map.entry("lag", RELATIONS),
                    Map.entry("rowInterval", RELATIONS),
                    Map.entry("range", RELATIONS),
                    Map.entry("withAllColumns", RELATIONS),
                    Map.entry("withColumns", RELATIONS),
                    Map.entry("withoutColumns", RELATIONS),
                    Map.entry("flatten", RELATIONS),
                    Map.entry("objectOf", RELATIONS),
                    Map.entry("objectUpdate", RELATIONS),
                    Map.entry("start", RELATIONS),
                    Map.entry("end", RELATIONS),
                    Map.entry("rowtime", RELATIONS));

    /** Overloads whose parameters a plan does not carry. */
    private static final Set<String> OTHER_OVERLOADS =
            Set.of(
                    "cast(UnresolvedDataType)",
                    "tryCast(UnresolvedDataType)",
                    // the client's tables are expressions of plans: in(Object[]) takes them
                    "in(Table)",
                    "objectOf(Class, Object[])",
                    "nullOf(TypeInformation)");

    /** Built-in functions that no method calls. */
    private static final Map<String, String> NO_METHOD =
            Map.ofEntries(
                    Map.entry("AS", "a node of its own"),
                    Map.entry("TO_CHANGELOG", "a function of a table: Table.toChangelog"),
                    Map.entry("FROM_CHANGELOG", "a function of a table: Table.fromChangelog"),
                    Map.entry("ML_PREDICT", "a function of a table and a model: Model.predict"),
                    Map.entry("LOWERCASE", "a second name of LOWER"),
                    Map.entry("UPPERCASE", "a second name of UPPER"),
                    Map.entry("DEFAULT", "SQL's DEFAULT as the value of an argument"),
                    Map.entry("REINTERPRET_CAST", "of the planner: no method makes it"),
                    Map.entry("STREAM_RECORD_TIMESTAMP", "of the planner: no method makes it"),
                    Map.entry("AGG_DECIMAL_PLUS", "of the planner: sums of DECIMAL"),
                    Map.entry("AGG_DECIMAL_MINUS", "of the planner: sums of DECIMAL"),
                    Map.entry("HIVE_AGG_DECIMAL_PLUS", "of the planner: sums in Hive's dialect"));

    @Test
    void everyMethodCanBeCalled() {
        List<String> unbound =
                Stream.of(BaseExpressions.class, Expressions.class)
                        .flatMap(BuiltinCalls::callable)
                        .filter(method -> !MethodArguments.canBind(method))
                        .map(BuiltinCoverageTest::signature)
                        .toList();
        assertThat(unbound).containsExactlyInAnyOrderElementsOf(OTHER_OVERLOADS);
    }

    @Test
    void theClientCallsEveryMethod() throws IOException {
        Set<String> called = new TreeSet<>();
        for (JsonNode plan : plans()) {
            called.addAll(plan.findValuesAsText("builtin"));
            called.addAll(plan.findValuesAsText("functionName"));
        }
        Set<String> callable = callable();
        assertThat(called).isSubsetOf(callable);
        callable.removeAll(called);
        assertThat(callable).isEqualTo(new TreeSet<>(NOT_CALLED.keySet()));
    }

    @Test
    void theClientComparesEveryMethodWithSql() throws IOException {
        Set<String> compared = new TreeSet<>();
        try (Stream<Path> files = Files.list(PLANS)) {
            for (Path file : files.filter(BuiltinCoverageTest::isOfFamily).toList()) {
                JsonNode plan = new ObjectMapper().readTree(Files.readString(file)).get("plan");
                compared.addAll(plan.findValuesAsText("builtin"));
                compared.addAll(plan.findValuesAsText("functionName"));
            }
        }
        Set<String> others = callable();
        others.removeAll(compared);
        others.removeAll(NOT_CALLED.keySet());
        assertThat(others).isEqualTo(new TreeSet<>(NOT_COMPARED.keySet()));
    }

    // same-as-sql.test.ts and random.test.ts run them.
    private static boolean isOfFamily(Path plan) {
        String name = plan.getFileName().toString().replaceAll("functions-|\\.json", "");
        return FAMILIES.contains(name);
    }

    private static Set<String> callable() {
        Set<String> callable =
                Stream.of(BaseExpressions.class, Expressions.class)
                        .flatMap(BuiltinCalls::callable)
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        callable.addAll(BuiltinCalls.DEFINITIONS.keySet());
        return callable;
    }

    @Test
    void everyDefinitionIsReached() throws IllegalAccessException {
        Set<FunctionDefinition> reached = new HashSet<>(BuiltinCalls.DEFINITIONS.values());
        Stream.of(BaseExpressions.class, Expressions.class)
                .flatMap(BuiltinCalls::callable)
                .filter(MethodArguments::canBind)
                .flatMap(method -> results(method).stream())
                .forEach(expression -> collect(expression, reached));
        Set<String> missing = new TreeSet<>();
        for (Field field : BuiltInFunctionDefinitions.class.getFields()) {
            if (field.get(null) instanceof BuiltInFunctionDefinition definition
                    && !definition.isInternal()
                    && !reached.contains(definition)) {
                missing.add(field.getName());
            }
        }
        assertThat(missing).isEqualTo(new TreeSet<>(NO_METHOD.keySet()));
    }

    private static List<JsonNode> plans() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            List<JsonNode> plans = new ArrayList<>();
            for (Path file : files.toList()) {
                plans.add(new ObjectMapper().readTree(Files.readString(file)).get("plan"));
            }
            return plans;
        }
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    /** What a method makes of examples, once for each member of an enum. */
    private static List<Expression> results(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = Arrays.stream(types).map(BuiltinCoverageTest::example).toArray();
        List<Expression> results = new ArrayList<>();
        results.add(result(method, arguments));
        for (int i = 0; i < types.length; i++) {
            for (Object member : types[i].isEnum() ? types[i].getEnumConstants() : new Object[0]) {
                Object[] others = arguments.clone();
                others[i] = member;
                results.add(result(method, others));
            }
        }
        return results;
    }

    private static Expression result(Method method, Object[] arguments) {
        try {
            return (Expression) method.invoke(Expressions.lit(1), arguments);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(signature(method), e);
        }
    }

    private static Object example(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isArray()) {
            Object array = Array.newInstance(type.getComponentType(), 2);
            Array.set(array, 0, example(type.getComponentType()));
            Array.set(array, 1, example(type.getComponentType()));
            return array;
        }
        return EXAMPLES.get(type);
    }

    private static final Map<Class<?>, Object> EXAMPLES =
            Map.of(
                    Object.class,
                    Expressions.lit(1),
                    String.class,
                    "x",
                    int.class,
                    1,
                    Long.class,
                    1L,
                    DataType.class,
                    DataTypes.INT());

    private static void collect(Expression expression, Set<FunctionDefinition> reached) {
        if (expression instanceof ApiExpression api) {
            collect(api.toExpr(), reached);
            return;
        }
        if (expression instanceof UnresolvedCallExpression call) {
            reached.add(call.getFunctionDefinition());
        }
        expression.getChildren().forEach(child -> collect(child, reached));
    }
}

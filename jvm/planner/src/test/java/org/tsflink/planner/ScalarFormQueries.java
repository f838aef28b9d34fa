package org.tsflink.planner;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.tsflink.planner.testing.TypeScriptFunctions;
import org.tsflink.runtime.function.ArgumentStrategy;
import org.tsflink.runtime.function.DeclaredType;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.ResultStrategy;
import org.tsflink.runtime.function.Signature;

import java.util.List;
import java.util.stream.Stream;

/**
 * Scalar functions of every form: objects and classes, with parameters by name, optional, of any
 * number, and of types that calls tell. Each is computed in batches, and row by row.
 */
final class ScalarFormQueries {

    private static final DeclaredType BIGINT = declared(DataTypes.BIGINT());
    private static final DeclaredType STRING = declared(DataTypes.STRING());

    private ScalarFormQueries() {}

    private static DeclaredType declared(org.apache.flink.table.types.DataType type) {
        return DeclaredType.of(type.getLogicalType());
    }

    static void createFunctions(TableEnvironment tables) {
        TypeScriptFunctions functions = new TypeScriptFunctions(tables, "functions.js");
        Parameter a = new Parameter("a", BIGINT);
        Parameter step = new Parameter("step", BIGINT, true, false);
        Parameter rest = new Parameter("rest", BIGINT, false, true);
        functions
                .addForm("stepObject", BIGINT, List.of("open", "eval"), false, a)
                .addForm("StepClass", BIGINT, List.of("open", "eval", "close"), false, a)
                .addForm("named", BIGINT, List.of(), true, a, step)
                .addForm("optional", BIGINT, List.of(), false, a, step)
                .addForm("total", BIGINT, List.of(), false, a, rest)
                .addOpen(
                        "same",
                        "identity",
                        new Signature(
                                List.of(new ArgumentStrategy.Any()),
                                false,
                                new ResultStrategy.Argument(0)))
                .addOpen(
                        "sizeOf",
                        "sizeOf",
                        new Signature(
                                List.of(
                                        new ArgumentStrategy.Family(
                                                LogicalTypeFamily.CHARACTER_STRING)),
                                false,
                                new ResultStrategy.Explicit(BIGINT)),
                        new Signature(
                                List.of(
                                        new ArgumentStrategy.Explicit(BIGINT),
                                        new ArgumentStrategy.CommonArg()),
                                true,
                                new ResultStrategy.Explicit(STRING)));
    }

    static Stream<Query> all() {
        return Stream.of(
                        new String[] {"object", "stepObject(a)", "a + 1"},
                        new String[] {"class", "StepClass(a)", "a + 1"},
                        new String[] {"object in an object", "stepObject(StepClass(a))", "a + 2"},
                        new String[] {"by name", "named(step => b, a => a)", "a + b"},
                        new String[] {"by name, one left out", "named(a => a)", "a + 1"},
                        new String[] {"by name, by position", "named(a, b)", "a + b"},
                        new String[] {"optional, given", "optional(a, b)", "a + b"},
                        new String[] {"optional, left out", "optional(a)", "a + 1"},
                        new String[] {"no further argument", "total(a)", "a"},
                        new String[] {"further arguments", "total(a, b, 2)", "a + b + 2"},
                        new String[] {
                            "nested numbers", "total(a, total(b, a), 1)", "a + b + a + 1"
                        },
                        new String[] {"any type, BIGINT", "same(a)", "a"},
                        new String[] {"any type, in another", "plusOf(same(a), same(b))", "a + b"},
                        new String[] {"family", "sizeOf(s)", "CHAR_LENGTH(s)"},
                        new String[] {"the other signature", "CHAR_LENGTH(sizeOf(a, b, 5))", "3"})
                .flatMap(form -> positions(form[0], form[1], form[2]));
    }

    // In a projection, in a branch of a CASE, in a filter, and as argument of an aggregate.
    private static Stream<Query> positions(String name, String call, String reference) {
        String typed = call.replace("plusOf", "total");
        return Stream.of(
                        "SELECT %s AS x, a FROM v",
                        "SELECT CASE WHEN a > 3 THEN %s ELSE -1 END FROM v",
                        "SELECT a FROM v WHERE %s > 2",
                        "SELECT b, SUM(%s) FROM v GROUP BY b")
                .map(
                        sql ->
                                new Query(
                                        name + ": " + sql,
                                        sql.contains("CASE") ? 0 : 1,
                                        sql.formatted(typed),
                                        sql.formatted("CAST(%s AS BIGINT)".formatted(reference))));
    }
}

package org.tsflink.gateway.plan;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.WindowGroupedTable;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.ApplyAggregate;
import org.tsflink.proto.v1.Expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.apache.flink.table.api.Expressions.$;

/**
 * Aggregations by one function that gives several columns: {@code aggregate} and {@code
 * flatAggregate}.
 */
final class AggregateApplication {

    private AggregateApplication() {}

    static Table translate(ApplyAggregate apply, Inputs inputs, ExpressionTranslator expressions) {
        return apply.getFlat()
                ? flatAggregate(apply, inputs, expressions)
                : aggregate(apply, inputs, expressions);
    }

    private static Table flatAggregate(
            ApplyAggregate apply, Inputs inputs, ExpressionTranslator expressions) {
        Table input = inputs.get(apply.getInput());
        var function = expressions.translate(apply.getFunction());
        var selected = expressions.translateAll(apply.getExpressionsList());
        return apply.hasWindow()
                ? windowed(apply, input, expressions).flatAggregate(function).select(selected)
                : input.groupBy(expressions.translateAll(apply.getKeysList()))
                        .flatAggregate(function)
                        .select(selected);
    }

    // Flink names the columns after one that it makes up, and renames those of its older types
    // only.
    private static Table aggregate(
            ApplyAggregate apply, Inputs inputs, ExpressionTranslator expressions) {
        Table input = inputs.get(apply.getInput());
        List<String> names = List.of();
        Expression call = apply.getFunction();
        if (call.hasAlias()) {
            names = call.getAlias().getNamesList();
            call = call.getAlias().getExpression();
        }
        var function = expressions.translate(call);
        Map<String, String> columns =
                columns(
                        names,
                        input.groupBy(expressions.translateAll(keys(apply)))
                                .aggregate(function)
                                .select($("*"))
                                .getResolvedSchema()
                                .getColumnNames(),
                        keys(apply).size());
        ExpressionTranslator renaming = expressions.renaming(columns);
        var selected =
                apply.getExpressionsList().stream()
                        .map(expression -> select(expression, renaming, columns))
                        .toArray(org.apache.flink.table.expressions.Expression[]::new);
        return apply.hasWindow()
                ? windowed(apply, input, expressions).aggregate(function).select(selected)
                : input.groupBy(expressions.translateAll(apply.getKeysList()))
                        .aggregate(function)
                        .select(selected);
    }

    private static WindowGroupedTable windowed(
            ApplyAggregate apply, Table input, ExpressionTranslator expressions) {
        return Windows.grouped(input, apply.getWindow(), apply.getKeysList(), expressions);
    }

    /** The keys that are no window. */
    private static List<Expression> keys(ApplyAggregate apply) {
        return apply.getKeysList().stream()
                .filter(
                        key ->
                                !apply.hasWindow()
                                        || !key.getColumn()
                                                .getName()
                                                .equals(apply.getWindow().getAlias()))
                .toList();
    }

    private static org.apache.flink.table.expressions.Expression select(
            Expression expression, ExpressionTranslator renaming, Map<String, String> columns) {
        var translated = renaming.translate(expression);
        String name = expression.getColumn().getName();
        return columns.containsKey(name) ? translated.as(name) : translated;
    }

    /**
     * The columns of the function, from the names that users know to Flink's.
     *
     * @param names those that the user gives; if none, those of the function's fields, or f0
     * @param found Flink's: of the keys, then of the function
     */
    private static Map<String, String> columns(
            List<String> names, List<String> found, int keyCount) {
        List<String> keys = found.subList(0, keyCount);
        List<String> made = found.subList(keyCount, found.size());
        if (!names.isEmpty() && names.size() != made.size()) {
            throw new GatewayException(
                    ErrorCode.AGGREGATE_INVALID,
                    "The aggregate function gives %d columns, but %d names are given to them: %s."
                            .formatted(made.size(), names.size(), String.join(", ", names)));
        }
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < made.size(); i++) {
            String name = names.isEmpty() ? nameOfField(made.get(i)) : names.get(i);
            if (keys.contains(name) || columns.put(name, made.get(i)) != null) {
                throw new GatewayException(
                        ErrorCode.COLUMN_DUPLICATE,
                        "The aggregation would have two columns '%s'. Name those of the function: .as('%s_2', …)."
                                .formatted(name, name));
            }
        }
        return columns;
    }

    // Of TMP_0$field; a value that is no row is TMP_0.
    private static String nameOfField(String column) {
        int end = column.indexOf('$');
        return end < 0 ? "f0" : column.substring(end + 1);
    }
}

package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Table;
import org.tsflink.proto.v1.ApplyFunction;
import org.tsflink.proto.v1.Expression;

import java.util.List;

/** {@code map} and {@code flatMap}; Flink names their columns by {@code as} of the table only. */
final class FunctionApplication {

    private FunctionApplication() {}

    static Table translate(ApplyFunction apply, Inputs inputs, ExpressionTranslator expressions) {
        Expression function = apply.getFunction();
        List<String> names = function.hasAlias() ? function.getAlias().getNamesList() : List.of();
        ApiExpression call =
                expressions.translate(
                        names.isEmpty() ? function : function.getAlias().getExpression());
        Table input = inputs.get(apply.getInput());
        Table applied = apply.getFlat() ? input.flatMap(call) : input.map(call);
        return names.isEmpty()
                ? applied
                : applied.as(names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }
}

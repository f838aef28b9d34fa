package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.expressions.ApiExpressionUtils;
import org.apache.flink.table.functions.TemporalTableFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.operations.QueryOperation;
import org.apache.flink.table.operations.utils.OperationTreeBuilder;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.proto.v1.Alias;
import org.tsflink.proto.v1.Call;
import org.tsflink.proto.v1.Expression;
import org.tsflink.proto.v1.TableArgument;
import org.tsflink.proto.v1.TemporalTable;

import java.util.List;
import java.util.Map;

/** Expressions of a plan as those of Flink's Table API. */
final class ExpressionTranslator {

    private final TableEnvironmentInternal environment;
    private final List<UserDefinedFunction> functions;
    private final Inputs inputs;
    private final Map<String, String> renamed;

    /**
     * @param functions the functions that the plan calls in place
     * @param inputs the relations of the plan that expressions may refer to
     */
    ExpressionTranslator(
            TableEnvironmentInternal environment,
            List<UserDefinedFunction> functions,
            Inputs inputs) {
        this(environment, functions, inputs, Map.of());
    }

    private ExpressionTranslator(
            TableEnvironmentInternal environment,
            List<UserDefinedFunction> functions,
            Inputs inputs,
            Map<String, String> renamed) {
        this.environment = environment;
        this.functions = functions;
        this.inputs = inputs;
        this.renamed = renamed;
    }

    /**
     * One for expressions that name columns otherwise than Flink does: from their names to Flink's.
     */
    ExpressionTranslator renaming(Map<String, String> columns) {
        return new ExpressionTranslator(environment, functions, inputs, columns);
    }

    org.apache.flink.table.expressions.Expression[] translateAll(List<Expression> expressions) {
        return expressions.stream()
                .map(this::translate)
                .toArray(org.apache.flink.table.expressions.Expression[]::new);
    }

    ApiExpression translate(Expression expression) {
        return switch (expression.getNodeCase()) {
            case COLUMN -> column(expression.getColumn().getName());
            case LITERAL -> Literals.toExpression(expression.getLiteral());
            case CALL -> call(expression.getCall());
            case ALIAS -> alias(expression.getAlias());
            case SYMBOL -> Symbols.toExpression(expression.getSymbol());
            case TABLE -> table(expression.getTable());
            case TYPE ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID, "A type is an argument, and no expression.");
            case NODE_NOT_SET ->
                    throw new GatewayException(ErrorCode.PLAN_INVALID, "An expression is empty.");
        };
    }

    private ApiExpression column(String name) {
        return Expressions.$(renamed.getOrDefault(name, name));
    }

    private ApiExpression call(Call call) {
        List<Expression> arguments = call.getArgumentsList();
        return switch (call.getFunctionCase()) {
            case BUILTIN -> BuiltinCalls.callMethod(call.getBuiltin(), arguments(arguments));
            case FUNCTION_NAME ->
                    BuiltinCalls.callFunction(call.getFunctionName(), arguments(arguments));
            case PATH -> Expressions.call(call.getPath(), (Object[]) translateAll(arguments));
            case INLINE ->
                    Expressions.call(
                            function(call.getInline()), (Object[]) translateAll(arguments));
            case TEMPORAL ->
                    Expressions.call(
                            temporal(call.getTemporal()), (Object[]) translateAll(arguments));
            case FUNCTION_NOT_SET ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID, "A call lacks its function.");
        };
    }

    /** The table function of the versions of a table. */
    TemporalTableFunction temporal(TemporalTable temporal) {
        return inputs.get(temporal.getRelation())
                .createTemporalTableFunction(
                        translate(temporal.getTimeAttribute()),
                        translate(temporal.getPrimaryKey()));
    }

    // As Table.asArgument and PartitionedTable.asArgument, which name it besides.
    private ApiExpression table(TableArgument argument) {
        QueryOperation operation = inputs.get(argument.getRelation()).getQueryOperation();
        if (argument.getPartitionByCount() > 0) {
            OperationTreeBuilder builder = environment.getOperationTreeBuilder();
            List<org.apache.flink.table.expressions.Expression> keys =
                    List.of(translateAll(argument.getPartitionByList()));
            operation =
                    argument.getOrderByCount() == 0
                            ? builder.partition(keys, operation)
                            : builder.partition(
                                    keys,
                                    List.of(translateAll(argument.getOrderByList())),
                                    operation);
        }
        return new ApiExpression(ApiExpressionUtils.tableRef("table_arg", operation, environment));
    }

    private UserDefinedFunction function(int index) {
        if (index < 0 || index >= functions.size()) {
            throw new GatewayException(
                    ErrorCode.PLAN_INVALID, "The plan has no function " + index + ".");
        }
        return functions.get(index);
    }

    private List<Argument> arguments(List<Expression> expressions) {
        return expressions.stream().map(this::argument).toList();
    }

    private Argument argument(Expression expression) {
        return switch (expression.getNodeCase()) {
            case TYPE ->
                    new Argument(null, null, LogicalTypes.toDataType(expression.getType()), null);
            case SYMBOL -> new Argument(null, null, null, expression.getSymbol());
            case LITERAL ->
                    new Argument(translate(expression), expression.getLiteral(), null, null);
            default -> new Argument(translate(expression), null, null, null);
        };
    }

    private ApiExpression alias(Alias alias) {
        List<String> names = alias.getNamesList();
        if (names.isEmpty()) {
            throw new GatewayException(ErrorCode.PLAN_INVALID, "An alias lacks its name.");
        }
        return translate(alias.getExpression())
                .as(names.get(0), names.subList(1, names.size()).toArray(new String[0]));
    }
}

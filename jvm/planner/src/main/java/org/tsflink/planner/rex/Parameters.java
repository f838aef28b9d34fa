package org.tsflink.planner.rex;

import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.sql.SqlOperator;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlAggFunction;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlFunction;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.TypeScriptFunction;
import org.tsflink.runtime.process.ProcessArgument;
import org.tsflink.runtime.process.TypeScriptProcessTableFunction;
import org.tsflink.runtime.types.ValueForms;

import java.util.List;

/** The types that a call of a TypeScript function takes; none of what is no such call. */
public final class Parameters {
    /** Null where an argument is a table. */
    private final List<LogicalType> types;

    private Parameters(List<LogicalType> types) {
        this.types = types;
    }

    public static Parameters of(RexCall call) {
        SqlOperator operator =
                call instanceof RexOver over ? over.getAggOperator() : call.getOperator();
        return of(operator, call.getOperands().size());
    }

    public static Parameters of(AggregateCall call) {
        return of(call.getAggregation(), call.getArgList().size());
    }

    private static Parameters of(SqlOperator operator, int arguments) {
        return new Parameters(types(definition(operator), arguments));
    }

    private static FunctionDefinition definition(SqlOperator operator) {
        if (operator instanceof BridgingSqlFunction function) {
            return function.getDefinition();
        }
        return operator instanceof BridgingSqlAggFunction function
                ? function.getDefinition()
                : null;
    }

    private static List<LogicalType> types(FunctionDefinition definition, int arguments) {
        if (definition instanceof TypeScriptFunction function) {
            return types(function.getDescriptor(), arguments);
        }
        if (definition instanceof TypeScriptProcessTableFunction function) {
            return function.getDescriptor().arguments().stream().map(Parameters::type).toList();
        }
        return List.of();
    }

    // Those of signatures are by position: Calcite casts them.
    private static List<LogicalType> types(FunctionDescriptor function, int arguments) {
        return function.withArguments(arguments).parameters().stream()
                .map(Parameter::type)
                .toList();
    }

    private static LogicalType type(ProcessArgument argument) {
        return argument.isTable() ? null : argument.type().type();
    }

    /** The argument as the function takes it. */
    public RexNode cast(int index, RexNode argument, RexBuilder rexBuilder) {
        LogicalType type = index < types.size() ? types.get(index) : null;
        if (type == null
                || TypeScriptCalls.isOmitted(argument)
                || ValueForms.areSame(FlinkTypeFactory.toLogicalType(argument.getType()), type)) {
            return argument;
        }
        FlinkTypeFactory factory = (FlinkTypeFactory) rexBuilder.getTypeFactory();
        LogicalType wanted = type.copy(argument.getType().isNullable());
        return rexBuilder.makeCast(factory.createFieldTypeFromLogicalType(wanted), argument);
    }
}

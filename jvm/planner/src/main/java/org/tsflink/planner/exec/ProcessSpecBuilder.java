package org.tsflink.planner.exec;

import org.apache.calcite.linq4j.Ord;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.functions.TableSemantics.SortDirection;
import org.apache.flink.table.functions.UserDefinedFunctionHelper;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.calcite.RexTableArgCall;
import org.apache.flink.table.planner.codegen.CodeGeneratorContext;
import org.apache.flink.table.planner.codegen.sort.SortCodeGenerator;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlFunction;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.StateMetadata;
import org.apache.flink.table.planner.plan.nodes.exec.spec.SortSpec;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalProcessTableFunction;
import org.apache.flink.table.planner.plan.utils.RexLiteralUtil;
import org.apache.flink.table.runtime.generated.GeneratedRecordComparator;
import org.apache.flink.table.runtime.operators.process.RuntimeChangelogMode;
import org.apache.flink.table.runtime.operators.process.RuntimeTableSemantics;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.runtime.util.StateConfigUtil;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.StaticArgument;
import org.apache.flink.table.types.inference.StaticArgumentTrait;
import org.tsflink.runtime.process.BatchProcessSpec;
import org.tsflink.runtime.process.TypeScriptProcessTableFunction;
import org.tsflink.runtime.state.PayloadRows;

import javax.annotation.Nullable;

import java.util.List;

/** Takes from a call of a process table function what its operator needs. */
record ProcessSpecBuilder(
        RexCall invocation, List<ChangelogMode> inputChanges, ChangelogMode outputChanges) {

    BatchProcessSpec build(PlannerBase planner, ExecNodeConfig config) {
        List<Integer> timeColumns =
                StreamPhysicalProcessTableFunction.toInputTimeColumns(invocation);
        List<Ord<StaticArgument>> tables =
                StreamPhysicalProcessTableFunction.getProvidedInputArgs(invocation);
        RexCall call = StreamPhysicalProcessTableFunction.toUdfCall(invocation);
        TypeScriptProcessTableFunction function = specialized(config, call, timeColumns);
        List<StateTtlConfig> orderTimes =
                StateMetadata.getStateTtlForMultiInputOperator(config, tables.size(), List.of())
                        .stream()
                        .map(StateConfigUtil::createTtlConfig)
                        .toList();
        return new BatchProcessSpec(
                function.getDescriptor(),
                function.argumentTypes(),
                scalars(function, call),
                tables.stream().map(table -> semantics(table, timeColumns)).toList(),
                tables.stream()
                        .map(table -> order(planner, config, argument(table)))
                        .toArray(GeneratedRecordComparator[]::new),
                List.copyOf(orderTimes),
                RuntimeChangelogMode.serialize(outputChanges),
                config.getStateRetentionTime());
    }

    /** The function with the columns of its tables. */
    private TypeScriptProcessTableFunction specialized(
            ExecNodeConfig config, RexCall call, List<Integer> timeColumns) {
        BridgingSqlFunction operator = (BridgingSqlFunction) call.getOperator();
        CallContext context =
                StreamPhysicalProcessTableFunction.toCallContext(
                        call, timeColumns, inputChanges, outputChanges);
        return (TypeScriptProcessTableFunction)
                UserDefinedFunctionHelper.createSpecializedFunction(
                        operator.getName(),
                        operator.getDefinition(),
                        context,
                        PlannerBase.class.getClassLoader(),
                        config,
                        null);
    }

    /** The row of the scalars, all of them literals or left out. */
    private static byte[] scalars(TypeScriptProcessTableFunction function, RexCall call) {
        List<RexNode> operands = call.getOperands();
        Object[] values =
                operands.stream()
                        .filter(operand -> !(operand instanceof RexTableArgCall))
                        .map(ProcessSpecBuilder::value)
                        .toArray();
        RowDataSerializer serializer =
                new RowDataSerializer(
                        BatchProcessSpec.scalars(
                                function.getDescriptor(), function.argumentTypes()));
        return PayloadRows.payload(serializer, GenericRowData.of(values));
    }

    @Nullable
    private static Object value(RexNode operand) {
        return operand instanceof RexLiteral literal
                ? RexLiteralUtil.toFlinkInternalValue(literal).f0
                : null;
    }

    private RexTableArgCall argument(Ord<StaticArgument> table) {
        return (RexTableArgCall) invocation.getOperands().get(table.i);
    }

    private RuntimeTableSemantics semantics(Ord<StaticArgument> table, List<Integer> timeColumns) {
        RexTableArgCall argument = argument(table);
        int input = argument.getInputIndex();
        return new RuntimeTableSemantics(
                table.e.getName(),
                input,
                table.e
                        .getDataType()
                        .orElseGet(
                                () ->
                                        DataTypes.of(
                                                FlinkTypeFactory.toLogicalRowType(
                                                        argument.getType()))),
                argument.getPartitionKeys(),
                argument.getOrderKeys(),
                RexTableArgCall.toSortDirections(argument.getSortOrder()),
                RuntimeChangelogMode.serialize(inputChanges.get(input)),
                table.e.is(StaticArgumentTrait.PASS_COLUMNS_THROUGH),
                table.e.is(StaticArgumentTrait.SET_SEMANTIC_TABLE),
                timeColumns.get(input));
    }

    @Nullable
    private static GeneratedRecordComparator order(
            PlannerBase planner, ExecNodeConfig config, RexTableArgCall argument) {
        int[] columns = argument.getOrderKeys();
        if (columns.length == 0) {
            return null;
        }
        SortDirection[] directions = RexTableArgCall.toSortDirections(argument.getSortOrder());
        SortSpec.SortSpecBuilder order = SortSpec.builder();
        for (int i = 0; i < columns.length; i++) {
            order.addField(columns[i], !directions[i].isDescending(), directions[i].isNullsLast());
        }
        ClassLoader classLoader = planner.getFlinkContext().getClassLoader();
        return new SortCodeGenerator(
                        config,
                        classLoader,
                        FlinkTypeFactory.toLogicalRowType(argument.getType()),
                        order.build(),
                        new CodeGeneratorContext(config, classLoader))
                .generateRecordComparator("TypeScriptProcessOrder");
    }
}

package org.tsflink.planner.exec;

import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.codegen.CodeGeneratorContext;
import org.apache.flink.table.planner.codegen.EqualiserCodeGenerator;
import org.apache.flink.table.planner.codegen.ProjectionCodeGenerator;
import org.apache.flink.table.planner.codegen.agg.AggsHandlerCodeGenerator;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlAggFunction;
import org.apache.flink.table.planner.functions.inference.OperatorBindingCallContext;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.utils.AggregateInfoList;
import org.apache.flink.table.planner.plan.utils.AggregateUtil;
import org.apache.flink.table.planner.plan.utils.MinibatchUtil;
import org.apache.flink.table.planner.utils.JavaScalaConversionUtil;
import org.apache.flink.table.runtime.generated.GeneratedAggsHandleFunction;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.planner.rex.TypeScriptAggregates;
import org.tsflink.runtime.aggregate.GroupAggregateSpec;
import org.tsflink.runtime.aggregate.TypeScriptAggregateFunction;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parts the calls of a group aggregation: TypeScript ones, and those that Flink generates. */
record GroupAggregateSpecBuilder(
        AggregateCall[] aggregates,
        boolean[] needRetractions,
        boolean generateUpdateBefore,
        boolean retracts) {

    GroupAggregateSpec build(
            PlannerBase planner, ExecNodeConfig config, RowType inputType, long retention) {
        List<org.tsflink.runtime.aggregate.AggregateCall> calls = new ArrayList<>();
        List<Integer> callPositions = new ArrayList<>();
        List<Integer> otherPositions = new ArrayList<>();
        LogicalType[] values = new LogicalType[aggregates.length];
        for (int i = 0; i < aggregates.length; i++) {
            AggregateCall aggregate = aggregates[i];
            values[i] = FlinkTypeFactory.toLogicalType(aggregate.getType());
            Optional<TypeScriptFunction> function = TypeScriptAggregates.functionOf(aggregate);
            if (function.isPresent()) {
                calls.add(
                        new org.tsflink.runtime.aggregate.AggregateCall(
                                function.get()
                                        .getDescriptor()
                                        .forCall(contextOf(aggregate, inputType)),
                                List.copyOf(aggregate.getArgList()),
                                aggregate.filterArg));
                callPositions.add(i);
            } else {
                otherPositions.add(i);
            }
        }
        ClassLoader classLoader = planner.getFlinkContext().getClassLoader();
        if (retracts) {
            calls.forEach(GroupAggregateSpecBuilder::checkRetracts);
        }
        AggregateInfoList others = others(planner, inputType, otherPositions);
        boolean none = others.aggInfos().length == 0;
        return new GroupAggregateSpec(
                calls,
                ints(callPositions),
                inputType,
                none ? null : generate(planner, config, inputType, others),
                logicalTypes(others.getAccTypes()),
                ints(otherPositions),
                logicalTypes(others.getActualValueTypes()),
                others.getIndexOfCountStar(),
                new EqualiserCodeGenerator(values, classLoader)
                        .generateRecordEqualiser("TypeScriptGroupAggregateEqualiser"),
                generateUpdateBefore,
                retention,
                MinibatchUtil.isMiniBatchEnabled(config));
    }

    /** A projection of the input to binary rows. */
    static GeneratedProjection toBinary(
            PlannerBase planner, ExecNodeConfig config, RowType inputType) {
        return ProjectionCodeGenerator.generateProjection(
                new CodeGeneratorContext(config, planner.getFlinkContext().getClassLoader()),
                "TypeScriptGroupAggregateInput",
                inputType,
                inputType,
                IntStream.range(0, inputType.getFieldCount()).toArray());
    }

    // As Flink's AggregateUtil does it.
    private static CallContext contextOf(AggregateCall aggregate, RowType inputType) {
        BridgingSqlAggFunction function = (BridgingSqlAggFunction) aggregate.getAggregation();
        FlinkTypeFactory factory = function.getTypeFactory();
        return new OperatorBindingCallContext(
                function.getDataTypeFactory(),
                function.getDefinition(),
                new Aggregate.AggCallBinding(
                        factory,
                        function,
                        SqlTypeUtil.projectTypes(
                                factory.buildRelNodeRowType(inputType), aggregate.getArgList()),
                        0,
                        false),
                aggregate.getType());
    }

    // As Flink does it for what it generates.
    private static void checkRetracts(org.tsflink.runtime.aggregate.AggregateCall call) {
        if (!call.function().methods().contains("retract")) {
            throw new ValidationException(
                    "Could not find an implementation method 'retract' in class '%s' for function '%s'."
                            .formatted(
                                    TypeScriptAggregateFunction.class.getName(),
                                    call.function().name()));
        }
    }

    private AggregateInfoList others(
            PlannerBase planner, RowType inputType, List<Integer> positions) {
        boolean[] needed = new boolean[positions.size()];
        List<AggregateCall> others = new ArrayList<>();
        for (int position : positions) {
            needed[others.size()] = needRetractions[position];
            others.add(aggregates[position]);
        }
        return AggregateUtil.transformToStreamAggregateInfoList(
                planner.getTypeFactory(),
                inputType,
                JavaScalaConversionUtil.toScala(others),
                needed,
                retracts,
                true,
                true);
    }

    private GeneratedAggsHandleFunction generate(
            PlannerBase planner,
            ExecNodeConfig config,
            RowType inputType,
            AggregateInfoList others) {
        AggsHandlerCodeGenerator generator =
                new AggsHandlerCodeGenerator(
                                new CodeGeneratorContext(
                                        config, planner.getFlinkContext().getClassLoader()),
                                planner.createRelBuilder(),
                                JavaScalaConversionUtil.toScala(inputType.getChildren()),
                                true)
                        .needAccumulate();
        if (retracts) {
            generator.needRetract();
        }
        return generator.generateAggsHandler("TypeScriptGroupAggregateOthers", others);
    }

    private static LogicalType[] logicalTypes(DataType[] types) {
        return Arrays.stream(types).map(DataType::getLogicalType).toArray(LogicalType[]::new);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> i).toArray();
    }
}

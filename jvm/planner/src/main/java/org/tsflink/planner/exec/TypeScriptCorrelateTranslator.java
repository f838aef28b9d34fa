package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexNode;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.codegen.CodeGeneratorContext;
import org.apache.flink.table.planner.codegen.FilterCodeGenerator;
import org.apache.flink.table.planner.codegen.ProjectionCodeGenerator;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecEdge;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.utils.ExecNodeUtil;
import org.apache.flink.table.planner.plan.nodes.exec.utils.TransformationMetadata;
import org.apache.flink.table.runtime.generated.GeneratedFilterCondition;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.operators.join.FlinkJoinType;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.correlate.BatchCorrelateOperator;
import org.tsflink.runtime.function.FunctionOptions;

import javax.annotation.Nullable;

import java.util.stream.IntStream;

/** Translates the exec nodes of both modes to {@link BatchCorrelateOperator}. */
final class TypeScriptCorrelateTranslator {

    static final String TRANSFORMATION = "typescript-correlate";

    private TypeScriptCorrelateTranslator() {}

    /**
     * @param condition on the function's rows; null for none
     */
    @SuppressWarnings("unchecked")
    static Transformation<RowData> translate(
            ExecNode<RowData> node,
            FlinkJoinType joinType,
            RexNode invocation,
            @Nullable RexNode condition,
            PlannerBase planner,
            ExecNodeConfig config,
            TransformationMetadata metadata) {
        ExecEdge edge = node.getInputEdges().get(0);
        Transformation<RowData> input = (Transformation<RowData>) edge.translateToPlan(planner);
        RowType inputType = (RowType) edge.getOutputType();
        RowType outputType = (RowType) node.getOutputType();
        ClassLoader classLoader = planner.getFlinkContext().getClassLoader();

        int[] fields = IntStream.range(0, inputType.getFieldCount()).toArray();
        CallTreeBuilder builder = new CallTreeBuilder(fields);
        CallTree call = builder.tableCall(invocation);
        RowType resultType = call.function().resultRow();
        GeneratedProjection toBinary =
                ProjectionCodeGenerator.generateProjection(
                        new CodeGeneratorContext(config, classLoader),
                        "TypeScriptCorrelateInput",
                        inputType,
                        inputType,
                        fields);
        GeneratedFilterCondition filter =
                condition == null
                        ? null
                        : FilterCodeGenerator.generateFilterCondition(
                                config,
                                classLoader,
                                condition,
                                resultType,
                                "TypeScriptCorrelateCondition");
        BatchCorrelateOperator operator =
                new BatchCorrelateOperator(
                        call,
                        inputType,
                        builder.constants(),
                        resultType,
                        joinType == FlinkJoinType.LEFT,
                        filter,
                        toBinary,
                        FunctionOptions.from(config));
        return ExecNodeUtil.createOneInputTransformation(
                input,
                metadata,
                operator,
                InternalTypeInfo.of(outputType),
                input.getParallelism(),
                false);
    }
}

package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexNode;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.table.connector.Projection;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.codegen.CodeGeneratorContext;
import org.apache.flink.table.planner.codegen.ProjectionCodeGenerator;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecEdge;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.utils.ExecNodeUtil;
import org.apache.flink.table.planner.plan.nodes.exec.utils.TransformationMetadata;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.calc.BatchCalcOperator;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.List;

/** Translates the exec nodes of both modes to {@link BatchCalcOperator}. */
final class TypeScriptCalcTranslator {

    static final String TRANSFORMATION = "typescript-calc";

    private TypeScriptCalcTranslator() {}

    @SuppressWarnings("unchecked")
    static Transformation<RowData> translate(
            ExecNode<RowData> node,
            List<RexNode> projection,
            PlannerBase planner,
            ExecNodeConfig config,
            TransformationMetadata metadata) {
        ExecEdge edge = node.getInputEdges().get(0);
        Transformation<RowData> input = (Transformation<RowData>) edge.translateToPlan(planner);
        RowType inputType = (RowType) edge.getOutputType();
        RowType outputType = (RowType) node.getOutputType();

        int[] fields = UnionFields.of(projection, inputType);
        RowType unionType = (RowType) Projection.of(fields).project(inputType);
        CalcLayout layout = CalcLayout.of(projection, fields, outputType);
        GeneratedProjection toUnion =
                ProjectionCodeGenerator.generateProjection(
                        new CodeGeneratorContext(
                                config, planner.getFlinkContext().getClassLoader()),
                        "TypeScriptCalcInput",
                        inputType,
                        unionType,
                        fields);
        BatchCalcOperator operator =
                new BatchCalcOperator(
                        layout.calls(),
                        unionType,
                        layout.constants(),
                        layout.resultType(),
                        layout.outputMapping(),
                        fields.length == inputType.getFieldCount(),
                        toUnion,
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

package org.tsflink.planner.exec;

import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.utils.ExecNodeUtil;
import org.apache.flink.table.planner.plan.nodes.exec.utils.TransformationMetadata;
import org.apache.flink.table.planner.plan.utils.KeySelectorUtil;
import org.apache.flink.table.runtime.keyselector.RowDataKeySelector;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;

/** An operator over rows with keys, as parallel as its input. */
record KeyedTransformation(PlannerBase planner, int[] keys, RowType inputType, RowType outputType) {

    Transformation<RowData> of(
            Transformation<RowData> input,
            TransformationMetadata metadata,
            OneInputStreamOperator<RowData, RowData> operator) {
        OneInputTransformation<RowData, RowData> transformation =
                ExecNodeUtil.createOneInputTransformation(
                        input,
                        metadata,
                        operator,
                        InternalTypeInfo.of(outputType),
                        input.getParallelism(),
                        false);
        RowDataKeySelector selector =
                KeySelectorUtil.getRowDataSelector(
                        planner.getFlinkContext().getClassLoader(),
                        keys,
                        InternalTypeInfo.of(inputType));
        transformation.setStateKeySelector(selector);
        transformation.setStateKeyType(selector.getProducedType());
        return transformation;
    }
}

package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexNode;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.exec.batch.BatchExecPythonCalc;
import org.apache.flink.table.types.logical.RowType;

import java.util.List;

/**
 * Runs TypeScript calls a batch of rows at a time, in a batch job.
 *
 * <p>A Python calc by name only: ForwardHashExchangeProcessor sees by the class that a calc keeps
 * the distribution of its input.
 */
public final class BatchExecTypeScriptCalc extends BatchExecPythonCalc {

    private final List<RexNode> projection;

    public BatchExecTypeScriptCalc(
            ReadableConfig tableConfig,
            List<RexNode> projection,
            InputProperty inputProperty,
            RowType outputType,
            String description) {
        super(tableConfig, projection, inputProperty, outputType, description);
        this.projection = projection;
    }

    @Override
    protected Transformation<RowData> translateToPlanInternal(
            PlannerBase planner, ExecNodeConfig config) {
        return TypeScriptCalcTranslator.translate(
                this,
                projection,
                planner,
                config,
                createTransformationMeta(TypeScriptCalcTranslator.TRANSFORMATION, config));
    }
}

package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.exec.batch.BatchExecPythonCorrelate;
import org.apache.flink.table.runtime.operators.join.FlinkJoinType;
import org.apache.flink.table.types.logical.RowType;

import javax.annotation.Nullable;

/**
 * Joins rows with those that a TypeScript table function makes of them, a batch of rows at a time,
 * in a batch job.
 *
 * <p>A Python correlate by name only: ForwardHashExchangeProcessor sees by the class that it keeps
 * the distribution of its input.
 */
public final class BatchExecTypeScriptCorrelate extends BatchExecPythonCorrelate {

    private final FlinkJoinType joinType;
    private final RexCall invocation;
    @Nullable private final RexNode condition;

    public BatchExecTypeScriptCorrelate(
            ReadableConfig tableConfig,
            FlinkJoinType joinType,
            RexCall invocation,
            @Nullable RexNode condition,
            InputProperty inputProperty,
            RowType outputType,
            String description) {
        super(tableConfig, joinType, invocation, inputProperty, outputType, description);
        this.joinType = joinType;
        this.invocation = invocation;
        this.condition = condition;
    }

    @Override
    protected Transformation<RowData> translateToPlanInternal(
            PlannerBase planner, ExecNodeConfig config) {
        return TypeScriptCorrelateTranslator.translate(
                this,
                joinType,
                invocation,
                condition,
                planner,
                config,
                createTransformationMeta(TypeScriptCorrelateTranslator.TRANSFORMATION, config));
    }
}

package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCorrelateBase;
import org.apache.flink.table.planner.plan.utils.JoinTypeUtil;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.tsflink.planner.exec.StreamExecTypeScriptCorrelate;
import org.tsflink.planner.rex.TypeScriptCalls;

import javax.annotation.Nullable;

import scala.Option;

/** A join with the rows of a TypeScript table function in a streaming plan. */
public class StreamPhysicalTypeScriptCorrelate extends StreamPhysicalCorrelateBase {

    final FlinkLogicalTableFunctionScan scan;
    @Nullable final RexNode condition;
    final JoinRelType joinType;

    StreamPhysicalTypeScriptCorrelate(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            FlinkLogicalTableFunctionScan scan,
            @Nullable RexNode condition,
            RelDataType rowType,
            JoinRelType joinType) {
        super(cluster, traits, input, scan, Option.apply(condition), rowType, joinType);
        this.scan = scan;
        this.condition = condition;
        this.joinType = joinType;
    }

    /** The node for the kind of the function. */
    static StreamPhysicalTypeScriptCorrelate of(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            FlinkLogicalTableFunctionScan scan,
            @Nullable RexNode condition,
            RelDataType rowType,
            JoinRelType joinType) {
        return TypeScriptCalls.asyncTableFunctionOf(scan.getCall()).isPresent()
                ? new StreamPhysicalTypeScriptAsyncCorrelate(
                        cluster, traits, input, scan, condition, rowType, joinType)
                : new StreamPhysicalTypeScriptCorrelate(
                        cluster, traits, input, scan, condition, rowType, joinType);
    }

    @Override
    public RelNode copy(RelTraitSet traits, RelNode input, RelDataType rowType) {
        return of(getCluster(), traits, input, scan, condition, rowType, joinType);
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        return new StreamExecTypeScriptCorrelate(
                ShortcutUtils.unwrapTableConfig(this),
                JoinTypeUtil.getFlinkJoinType(joinType),
                (RexCall) scan.getCall(),
                condition,
                InputProperty.DEFAULT,
                FlinkTypeFactory.toLogicalRowType(getRowType()),
                getRelDetailedDescription());
    }
}

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

import javax.annotation.Nullable;

import scala.Option;

/** A join with the rows of a TypeScript table function in a streaming plan. */
public final class StreamPhysicalTypeScriptCorrelate extends StreamPhysicalCorrelateBase {

    private final FlinkLogicalTableFunctionScan scan;
    @Nullable private final RexNode condition;
    private final JoinRelType joinType;

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

    @Override
    public RelNode copy(RelTraitSet traits, RelNode input, RelDataType rowType) {
        return new StreamPhysicalTypeScriptCorrelate(
                getCluster(), traits, input, scan, condition, rowType, joinType);
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

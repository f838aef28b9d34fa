package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.utils.JoinTypeUtil;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.tsflink.planner.exec.StreamExecTypeScriptAsyncCorrelate;

import javax.annotation.Nullable;

/** A join with the rows of an asynchronous TypeScript table function in a streaming plan. */
public final class StreamPhysicalTypeScriptAsyncCorrelate
        extends StreamPhysicalTypeScriptCorrelate {

    StreamPhysicalTypeScriptAsyncCorrelate(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            FlinkLogicalTableFunctionScan scan,
            @Nullable RexNode condition,
            RelDataType rowType,
            JoinRelType joinType) {
        super(cluster, traits, input, scan, condition, rowType, joinType);
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        return new StreamExecTypeScriptAsyncCorrelate(
                ShortcutUtils.unwrapTableConfig(this),
                JoinTypeUtil.getFlinkJoinType(joinType),
                scan.getCall(),
                condition,
                InputProperty.DEFAULT,
                FlinkTypeFactory.toLogicalRowType(getRowType()),
                getRelDetailedDescription());
    }
}

package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexProgram;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalCalcBase;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.tsflink.planner.exec.StreamExecTypeScriptAsyncCalc;

/** A calc with one call of an asynchronous TypeScript function in a streaming plan. */
public final class StreamPhysicalTypeScriptAsyncCalc extends StreamPhysicalCalcBase {

    StreamPhysicalTypeScriptAsyncCalc(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            RexProgram program,
            RelDataType rowType) {
        super(cluster, traits, input, program, rowType);
    }

    @Override
    public Calc copy(RelTraitSet traits, RelNode input, RexProgram program) {
        return new StreamPhysicalTypeScriptAsyncCalc(
                getCluster(), traits, input, program, getRowType());
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        return new StreamExecTypeScriptAsyncCalc(
                ShortcutUtils.unwrapTableConfig(this),
                getProgram().expandList(getProgram().getProjectList()),
                InputProperty.DEFAULT,
                FlinkTypeFactory.toLogicalRowType(getRowType()),
                getRelDetailedDescription());
    }
}

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
import org.apache.flink.table.planner.plan.nodes.physical.batch.BatchPhysicalCalcBase;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.tsflink.planner.exec.BatchExecTypeScriptCalc;

/** A calc of fields and TypeScript calls in a batch plan. */
public final class BatchPhysicalTypeScriptCalc extends BatchPhysicalCalcBase {

    BatchPhysicalTypeScriptCalc(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            RexProgram program,
            RelDataType rowType) {
        super(cluster, traits, input, program, rowType);
    }

    @Override
    public Calc copy(RelTraitSet traits, RelNode input, RexProgram program) {
        return new BatchPhysicalTypeScriptCalc(getCluster(), traits, input, program, getRowType());
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        return new BatchExecTypeScriptCalc(
                ShortcutUtils.unwrapTableConfig(this),
                getProgram().expandList(getProgram().getProjectList()),
                InputProperty.DEFAULT,
                FlinkTypeFactory.toLogicalRowType(getRowType()),
                getRelDetailedDescription());
    }
}

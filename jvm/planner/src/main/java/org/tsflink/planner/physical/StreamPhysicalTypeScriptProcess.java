package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecProcessTableFunction;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalTableFunctionScan;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalProcessTableFunction;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalRel;
import org.apache.flink.table.planner.plan.utils.ChangelogPlanUtils;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.planner.exec.StreamExecTypeScriptProcess;

import java.util.List;

/** A call of a TypeScript process table function in a streaming plan. */
public final class StreamPhysicalTypeScriptProcess extends StreamPhysicalProcessTableFunction {

    private final FlinkLogicalTableFunctionScan scan;

    StreamPhysicalTypeScriptProcess(
            RelOptCluster cluster,
            RelTraitSet traits,
            List<RelNode> inputs,
            FlinkLogicalTableFunctionScan scan,
            RelDataType rowType) {
        super(cluster, traits, inputs, scan, rowType);
        this.scan = scan;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new StreamPhysicalTypeScriptProcess(
                getCluster(), traits, inputs, scan, getRowType());
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        // With Flink's checks of the call.
        StreamExecProcessTableFunction checked =
                (StreamExecProcessTableFunction) super.translateToExecNode();
        return new StreamExecTypeScriptProcess(
                ShortcutUtils.unwrapTableConfig(this),
                checked.getInputProperties(),
                (RowType) checked.getOutputType(),
                checked.getDescription(),
                checked.getUid(),
                getCall(),
                getInputs().stream().map(StreamPhysicalTypeScriptProcess::changes).toList(),
                changes(this));
    }

    private static ChangelogMode changes(RelNode node) {
        return ChangelogPlanUtils.getChangelogMode((StreamPhysicalRel) node).get();
    }
}

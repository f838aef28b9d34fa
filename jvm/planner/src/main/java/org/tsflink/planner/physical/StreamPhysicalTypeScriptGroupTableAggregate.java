package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupTableAggregate;
import org.apache.flink.table.planner.plan.utils.AggregateUtil;
import org.apache.flink.table.planner.plan.utils.ChangelogPlanUtils;
import org.apache.flink.table.planner.utils.JavaScalaConversionUtil;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.tsflink.planner.exec.StreamExecTypeScriptGroupTableAggregate;

import java.util.List;

/** A group aggregation with a TypeScript table aggregate function in a streaming plan. */
public final class StreamPhysicalTypeScriptGroupTableAggregate
        extends StreamPhysicalGroupTableAggregate {

    private final RelDataType outputRowType;

    StreamPhysicalTypeScriptGroupTableAggregate(StreamPhysicalGroupTableAggregate aggregate) {
        this(
                aggregate.getCluster(),
                aggregate.getTraitSet(),
                aggregate.getInput(),
                aggregate.getRowType(),
                aggregate);
    }

    private StreamPhysicalTypeScriptGroupTableAggregate(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            RelDataType outputRowType,
            StreamPhysicalGroupTableAggregate aggregate) {
        super(cluster, traits, input, outputRowType, aggregate.grouping(), aggregate.aggCalls());
        this.outputRowType = outputRowType;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new StreamPhysicalTypeScriptGroupTableAggregate(
                getCluster(), traits, inputs.get(0), outputRowType, this);
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        return new StreamExecTypeScriptGroupTableAggregate(
                ShortcutUtils.unwrapTableConfig(this),
                grouping(),
                JavaScalaConversionUtil.toJava(aggCalls()).toArray(AggregateCall[]::new),
                AggregateUtil.deriveAggCallNeedRetractions(this, grouping().length, aggCalls()),
                ChangelogPlanUtils.generateUpdateBefore(this),
                !ChangelogPlanUtils.inputInsertOnly(this),
                InputProperty.DEFAULT,
                FlinkTypeFactory.toLogicalRowType(getRowType()),
                getRelDetailedDescription());
    }
}

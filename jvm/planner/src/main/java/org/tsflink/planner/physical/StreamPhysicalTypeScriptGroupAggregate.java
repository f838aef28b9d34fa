package org.tsflink.planner.physical;

import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.hint.StateTtlHint;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalGroupAggregate;
import org.apache.flink.table.planner.plan.utils.AggregateUtil;
import org.apache.flink.table.planner.plan.utils.ChangelogPlanUtils;
import org.apache.flink.table.planner.utils.JavaScalaConversionUtil;
import org.apache.flink.table.planner.utils.ShortcutUtils;
import org.tsflink.planner.exec.StreamExecTypeScriptGroupAggregate;

import java.util.List;

/** A group aggregation with TypeScript functions in a streaming plan. */
public final class StreamPhysicalTypeScriptGroupAggregate extends StreamPhysicalGroupAggregate {

    private final RelDataType outputRowType;

    StreamPhysicalTypeScriptGroupAggregate(StreamPhysicalGroupAggregate aggregate) {
        this(
                aggregate.getCluster(),
                aggregate.getTraitSet(),
                aggregate.getInput(),
                aggregate.getRowType(),
                aggregate);
    }

    private StreamPhysicalTypeScriptGroupAggregate(
            RelOptCluster cluster,
            RelTraitSet traits,
            RelNode input,
            RelDataType outputRowType,
            StreamPhysicalGroupAggregate aggregate) {
        super(
                cluster,
                traits,
                input,
                outputRowType,
                aggregate.grouping(),
                aggregate.aggCalls(),
                aggregate.partialFinalType(),
                aggregate.hints());
        this.outputRowType = outputRowType;
    }

    @Override
    public RelNode copy(RelTraitSet traits, List<RelNode> inputs) {
        return new StreamPhysicalTypeScriptGroupAggregate(
                getCluster(), traits, inputs.get(0), outputRowType, this);
    }

    @Override
    public ExecNode<?> translateToExecNode() {
        return new StreamExecTypeScriptGroupAggregate(
                ShortcutUtils.unwrapTableConfig(this),
                grouping(),
                JavaScalaConversionUtil.toJava(aggCalls()).toArray(AggregateCall[]::new),
                AggregateUtil.deriveAggCallNeedRetractions(this, grouping().length, aggCalls()),
                ChangelogPlanUtils.generateUpdateBefore(this),
                !ChangelogPlanUtils.inputInsertOnly(this),
                StateTtlHint.getStateTtlFromHintOnSingleRel(hints()),
                InputProperty.DEFAULT,
                FlinkTypeFactory.toLogicalRowType(getRowType()),
                getRelDetailedDescription());
    }
}

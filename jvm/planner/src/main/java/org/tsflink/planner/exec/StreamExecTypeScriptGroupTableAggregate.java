package org.tsflink.planner.exec;

import org.apache.calcite.rel.core.AggregateCall;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecEdge;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecGroupTableAggregate;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.aggregate.GroupTableAggregateOperator;
import org.tsflink.runtime.function.FunctionOptions;

/** A group aggregation with a TypeScript table aggregate function, a batch of rows at a time. */
public final class StreamExecTypeScriptGroupTableAggregate extends StreamExecGroupTableAggregate {

    private static final String TRANSFORMATION = "typescript-group-table-aggregate";

    private final int[] keys;
    private final GroupAggregateSpecBuilder spec;

    public StreamExecTypeScriptGroupTableAggregate(
            ReadableConfig tableConfig,
            int[] grouping,
            AggregateCall[] aggCalls,
            boolean[] aggCallNeedRetractions,
            boolean generateUpdateBefore,
            boolean needRetraction,
            InputProperty inputProperty,
            RowType outputType,
            String description) {
        super(
                tableConfig,
                grouping,
                aggCalls,
                aggCallNeedRetractions,
                generateUpdateBefore,
                needRetraction,
                inputProperty,
                outputType,
                description);
        keys = grouping;
        spec =
                new GroupAggregateSpecBuilder(
                        aggCalls, aggCallNeedRetractions, generateUpdateBefore, needRetraction);
    }

    @SuppressWarnings("unchecked")
    @Override
    protected Transformation<RowData> translateToPlanInternal(
            PlannerBase planner, ExecNodeConfig config) {
        ExecEdge edge = getInputEdges().get(0);
        Transformation<RowData> input = (Transformation<RowData>) edge.translateToPlan(planner);
        RowType inputType = (RowType) edge.getOutputType();
        return new KeyedTransformation(planner, keys, inputType, (RowType) getOutputType())
                .of(
                        input,
                        createTransformationMeta(TRANSFORMATION, config),
                        new GroupTableAggregateOperator(
                                spec.build(
                                        planner, config, inputType, config.getStateRetentionTime()),
                                GroupAggregateSpecBuilder.toBinary(planner, config, inputType),
                                FunctionOptions.from(config)));
    }
}

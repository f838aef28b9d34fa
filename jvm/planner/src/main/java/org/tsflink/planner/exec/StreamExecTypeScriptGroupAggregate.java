package org.tsflink.planner.exec;

import org.apache.calcite.rel.core.AggregateCall;
import org.apache.flink.FlinkVersion;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonCreator;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecEdge;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeContext;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeMetadata;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.exec.StateMetadata;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecGroupAggregate;
import org.apache.flink.table.planner.plan.utils.MinibatchUtil;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.aggregate.GroupAggregateOperator;
import org.tsflink.runtime.function.FunctionOptions;

import javax.annotation.Nullable;

import java.util.List;

/**
 * A group aggregation with TypeScript functions, a batch of rows at a time. What is written of it
 * is what is written of Flink's own.
 */
@ExecNodeMetadata(
        name = "stream-exec-typescript-group-aggregate",
        version = 1,
        consumedOptions = {"table.exec.mini-batch.enabled", "table.exec.mini-batch.size"},
        producedTransformations = StreamExecTypeScriptGroupAggregate.TRANSFORMATION,
        minPlanVersion = FlinkVersion.v2_3,
        minStateVersion = FlinkVersion.v2_3)
public final class StreamExecTypeScriptGroupAggregate extends StreamExecGroupAggregate {

    static final String TRANSFORMATION = "typescript-group-aggregate";

    private final int[] keys;
    private final GroupAggregateSpecBuilder spec;
    @Nullable private final List<StateMetadata> states;

    public StreamExecTypeScriptGroupAggregate(
            ReadableConfig tableConfig,
            int[] grouping,
            AggregateCall[] aggCalls,
            boolean[] aggCallNeedRetractions,
            boolean generateUpdateBefore,
            boolean needRetraction,
            @Nullable Long stateTtlFromHint,
            InputProperty inputProperty,
            RowType outputType,
            String description) {
        this(
                ExecNodeContext.newNodeId(),
                ExecNodeContext.newContext(StreamExecTypeScriptGroupAggregate.class),
                ExecNodeContext.newPersistedConfig(
                        StreamExecTypeScriptGroupAggregate.class, tableConfig),
                grouping,
                aggCalls,
                aggCallNeedRetractions,
                generateUpdateBefore,
                needRetraction,
                StateMetadata.getOneInputOperatorDefaultMeta(
                        stateTtlFromHint, tableConfig, STATE_NAME),
                List.of(inputProperty),
                outputType,
                description);
    }

    @JsonCreator
    public StreamExecTypeScriptGroupAggregate(
            @JsonProperty(FIELD_NAME_ID) int id,
            @JsonProperty(FIELD_NAME_TYPE) ExecNodeContext context,
            @JsonProperty(FIELD_NAME_CONFIGURATION) ReadableConfig persistedConfig,
            @JsonProperty(FIELD_NAME_GROUPING) int[] grouping,
            @JsonProperty(FIELD_NAME_AGG_CALLS) AggregateCall[] aggCalls,
            @JsonProperty(FIELD_NAME_AGG_CALL_NEED_RETRACTIONS) boolean[] aggCallNeedRetractions,
            @JsonProperty(FIELD_NAME_GENERATE_UPDATE_BEFORE) boolean generateUpdateBefore,
            @JsonProperty(FIELD_NAME_NEED_RETRACTION) boolean needRetraction,
            @Nullable @JsonProperty(FIELD_NAME_STATE) List<StateMetadata> stateMetadataList,
            @JsonProperty(FIELD_NAME_INPUT_PROPERTIES) List<InputProperty> inputProperties,
            @JsonProperty(FIELD_NAME_OUTPUT_TYPE) RowType outputType,
            @JsonProperty(FIELD_NAME_DESCRIPTION) String description) {
        super(
                id,
                context,
                persistedConfig,
                grouping,
                aggCalls,
                aggCallNeedRetractions,
                generateUpdateBefore,
                needRetraction,
                stateMetadataList,
                inputProperties,
                outputType,
                description);
        keys = grouping;
        states = stateMetadataList;
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
        long retention = StateMetadata.getStateTtlForOneInputOperator(config, states);
        return new KeyedTransformation(planner, keys, inputType, (RowType) getOutputType())
                .of(
                        input,
                        createTransformationMeta(TRANSFORMATION, config),
                        new GroupAggregateOperator(
                                spec.build(planner, config, inputType, retention),
                                GroupAggregateSpecBuilder.toBinary(planner, config, inputType),
                                options(config)));
    }

    // A mini-batch is as large, and waits as long, as Flink's own.
    private static FunctionOptions options(ExecNodeConfig config) {
        FunctionOptions options = FunctionOptions.from(config);
        return MinibatchUtil.isMiniBatchEnabled(config)
                ? options.withBatches(
                        Math.toIntExact(MinibatchUtil.miniBatchSize(config)),
                        config.get(ExecutionConfigOptions.TABLE_EXEC_MINIBATCH_ALLOW_LATENCY))
                : options;
    }
}

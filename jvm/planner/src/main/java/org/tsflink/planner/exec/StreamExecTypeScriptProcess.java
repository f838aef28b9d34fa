package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.FlinkVersion;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonCreator;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.transformations.KeyedMultipleInputTransformation;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecEdge;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeContext;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeMetadata;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecProcessTableFunction;
import org.apache.flink.table.planner.plan.nodes.exec.utils.ExecNodeUtil;
import org.apache.flink.table.planner.plan.nodes.exec.utils.TransformationMetadata;
import org.apache.flink.table.planner.plan.utils.KeySelectorUtil;
import org.apache.flink.table.runtime.keyselector.RowDataKeySelector;
import org.apache.flink.table.runtime.operators.process.RuntimeTableSemantics;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.process.BatchProcessOperatorFactory;
import org.tsflink.runtime.process.BatchProcessSpec;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A call of a TypeScript process table function, a batch of rows at a time. What is written of it,
 * and the state that it keeps, are those of Flink's own.
 */
@ExecNodeMetadata(
        name = "stream-exec-typescript-process",
        version = 1,
        producedTransformations = StreamExecProcessTableFunction.PROCESS_TRANSFORMATION,
        minPlanVersion = FlinkVersion.v2_3,
        minStateVersion = FlinkVersion.v2_3)
public final class StreamExecTypeScriptProcess extends StreamExecProcessTableFunction {

    private final ProcessSpecBuilder spec;

    public StreamExecTypeScriptProcess(
            ReadableConfig tableConfig,
            List<InputProperty> inputProperties,
            RowType outputType,
            String description,
            @Nullable String uid,
            RexCall invocation,
            List<ChangelogMode> inputChangelogModes,
            ChangelogMode outputChangelogMode) {
        this(
                ExecNodeContext.newNodeId(),
                ExecNodeContext.newContext(StreamExecTypeScriptProcess.class),
                ExecNodeContext.newPersistedConfig(StreamExecTypeScriptProcess.class, tableConfig),
                inputProperties,
                outputType,
                description,
                uid,
                invocation,
                inputChangelogModes,
                outputChangelogMode);
    }

    @JsonCreator
    public StreamExecTypeScriptProcess(
            @JsonProperty(FIELD_NAME_ID) int id,
            @JsonProperty(FIELD_NAME_TYPE) ExecNodeContext context,
            @JsonProperty(FIELD_NAME_CONFIGURATION) ReadableConfig persistedConfig,
            @JsonProperty(FIELD_NAME_INPUT_PROPERTIES) List<InputProperty> inputProperties,
            @JsonProperty(FIELD_NAME_OUTPUT_TYPE) RowType outputType,
            @JsonProperty(FIELD_NAME_DESCRIPTION) String description,
            @Nullable @JsonProperty(FIELD_NAME_UID) String uid,
            @JsonProperty(FIELD_NAME_FUNCTION_CALL) RexNode invocation,
            @JsonProperty(FIELD_NAME_INPUT_CHANGELOG_MODES) List<ChangelogMode> inputChangelogModes,
            @JsonProperty(FIELD_NAME_OUTPUT_CHANGELOG_MODE) ChangelogMode outputChangelogMode) {
        super(
                id,
                context,
                persistedConfig,
                inputProperties,
                outputType,
                description,
                uid,
                invocation,
                inputChangelogModes,
                outputChangelogMode);
        spec =
                new ProcessSpecBuilder(
                        (RexCall) invocation, inputChangelogModes, outputChangelogMode);
    }

    @SuppressWarnings("unchecked")
    @Override
    protected Transformation<RowData> translateToPlanInternal(
            PlannerBase planner, ExecNodeConfig config) {
        List<Transformation<RowData>> inputs = new ArrayList<>();
        for (ExecEdge edge : getInputEdges()) {
            inputs.add((Transformation<RowData>) edge.translateToPlan(planner));
        }
        BatchProcessSpec built = spec.build(planner, config);
        BatchProcessOperatorFactory factory =
                new BatchProcessOperatorFactory(built, FunctionOptions.from(config));
        Transformation<RowData> transformation =
                built.hasSetSemantics()
                        ? keyed(planner, config, inputs, built, factory)
                        : ExecNodeUtil.createOneInputTransformation(
                                inputs.get(0),
                                metadata(config),
                                factory,
                                InternalTypeInfo.of(getOutputType()),
                                inputs.get(0).getParallelism(),
                                false);
        if (inputsContainSingleton()) {
            transformation.setParallelism(1);
            transformation.setMaxParallelism(1);
        }
        return transformation;
    }

    private Transformation<RowData> keyed(
            PlannerBase planner,
            ExecNodeConfig config,
            List<Transformation<RowData>> inputs,
            BatchProcessSpec built,
            BatchProcessOperatorFactory factory) {
        List<RowDataKeySelector> selectors = new ArrayList<>();
        for (RuntimeTableSemantics table : built.tables()) {
            selectors.add(
                    KeySelectorUtil.getRowDataSelector(
                            planner.getFlinkContext().getClassLoader(),
                            table.partitionByColumns(),
                            (InternalTypeInfo<RowData>)
                                    inputs.get(table.getInputIndex()).getOutputType()));
        }
        KeyedMultipleInputTransformation<RowData> transformation =
                ExecNodeUtil.createKeyedMultiInputTransformation(
                        inputs,
                        List.copyOf(selectors),
                        selectors.get(0).getProducedType(),
                        metadata(config),
                        factory,
                        InternalTypeInfo.of(getOutputType()),
                        inputs.get(0).getParallelism(),
                        false);
        transformation.setChainingStrategy(ChainingStrategy.HEAD_WITH_SOURCES);
        return transformation;
    }

    private TransformationMetadata metadata(ExecNodeConfig config) {
        return new TransformationMetadata(
                getUid() == null
                        ? createTransformationUid(PROCESS_TRANSFORMATION, config)
                        : getUid(),
                createTransformationName(config),
                createTransformationDescription(config));
    }
}

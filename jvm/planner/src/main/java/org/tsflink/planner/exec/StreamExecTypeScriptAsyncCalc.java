package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.FlinkVersion;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonCreator;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecEdge;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeContext;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeMetadata;
import org.apache.flink.table.planner.plan.nodes.exec.InputProperty;
import org.apache.flink.table.planner.plan.nodes.exec.SingleTransformationTranslator;
import org.apache.flink.table.planner.plan.nodes.exec.stream.StreamExecNode;
import org.apache.flink.table.planner.plan.nodes.exec.utils.ExecNodeUtil;
import org.apache.flink.table.planner.plan.utils.AsyncScalarUtil;
import org.apache.flink.table.planner.plan.utils.FunctionCallUtil.AsyncOptions;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.planner.rex.TypeScriptCalls;
import org.tsflink.runtime.async.AsyncCalcFunction;
import org.tsflink.runtime.async.TypeScriptAsyncScalarFunction;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.ArrayList;
import java.util.List;

/** Runs one call of an asynchronous TypeScript function, by Flink's operator for such calls. */
@ExecNodeMetadata(
        name = "stream-exec-typescript-async-calc",
        version = 1,
        producedTransformations = StreamExecTypeScriptAsyncCalc.TRANSFORMATION,
        minPlanVersion = FlinkVersion.v2_3,
        minStateVersion = FlinkVersion.v2_3)
public final class StreamExecTypeScriptAsyncCalc extends ExecNodeBase<RowData>
        implements StreamExecNode<RowData>, SingleTransformationTranslator<RowData> {

    static final String TRANSFORMATION = "typescript-async-calc";

    private static final String FIELD_NAME_PROJECTION = "projection";

    @JsonProperty(FIELD_NAME_PROJECTION)
    private final List<RexNode> projection;

    public StreamExecTypeScriptAsyncCalc(
            ReadableConfig tableConfig,
            List<RexNode> projection,
            InputProperty inputProperty,
            RowType outputType,
            String description) {
        this(
                ExecNodeContext.newNodeId(),
                ExecNodeContext.newContext(StreamExecTypeScriptAsyncCalc.class),
                ExecNodeContext.newPersistedConfig(
                        StreamExecTypeScriptAsyncCalc.class, tableConfig),
                projection,
                List.of(inputProperty),
                outputType,
                description);
    }

    @JsonCreator
    public StreamExecTypeScriptAsyncCalc(
            @JsonProperty(FIELD_NAME_ID) int id,
            @JsonProperty(FIELD_NAME_TYPE) ExecNodeContext context,
            @JsonProperty(FIELD_NAME_CONFIGURATION) ReadableConfig persistedConfig,
            @JsonProperty(FIELD_NAME_PROJECTION) List<RexNode> projection,
            @JsonProperty(FIELD_NAME_INPUT_PROPERTIES) List<InputProperty> inputProperties,
            @JsonProperty(FIELD_NAME_OUTPUT_TYPE) RowType outputType,
            @JsonProperty(FIELD_NAME_DESCRIPTION) String description) {
        super(id, context, persistedConfig, inputProperties, outputType, description);
        this.projection = projection;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Transformation<RowData> translateToPlanInternal(
            PlannerBase planner, ExecNodeConfig config) {
        ExecEdge edge = getInputEdges().get(0);
        Transformation<RowData> input = (Transformation<RowData>) edge.translateToPlan(planner);
        AsyncOptions options = AsyncScalarUtil.getAsyncOptions(config);
        return ExecNodeUtil.createOneInputTransformation(
                input,
                createTransformationMeta(TRANSFORMATION, config),
                new AsyncWaitOperatorFactory<>(
                        function(planner, config, (RowType) edge.getOutputType()),
                        options.asyncTimeout,
                        options.asyncBufferCapacity,
                        options.asyncOutputMode,
                        AsyncScalarUtil.getResultRetryStrategy(config)),
                InternalTypeInfo.of(getOutputType()),
                input.getParallelism(),
                false);
    }

    private AsyncCalcFunction function(
            PlannerBase planner, ExecNodeConfig config, RowType inputType) {
        List<RexNode> others = new ArrayList<>(projection);
        int resultIndex = TypeScriptCalls.asyncCallIn(projection);
        RexCall call = (RexCall) others.remove(resultIndex);
        List<RexNode> fields = new ArrayList<>(call.getOperands());
        fields.addAll(others);
        TypeScriptAsyncScalarFunction function =
                TypeScriptCalls.asyncFunctionOf(call).orElseThrow();
        return new AsyncCalcFunction(
                TypeScriptCalls.resolve(function.getDescriptor(), call),
                FunctionOptions.from(config),
                AsyncFields.generate(fields, inputType, planner, config),
                resultIndex);
    }
}

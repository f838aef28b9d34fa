package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.FlinkVersion;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonCreator;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.annotation.JsonProperty;
import org.apache.flink.streaming.api.functions.async.AsyncRetryStrategy;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.retryable.AsyncRetryStrategies;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.planner.codegen.FilterCodeGenerator;
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
import org.apache.flink.table.planner.plan.utils.AsyncTableUtil;
import org.apache.flink.table.planner.plan.utils.FunctionCallUtil.AsyncOptions;
import org.apache.flink.table.runtime.generated.GeneratedFilterCondition;
import org.apache.flink.table.runtime.operators.calc.async.RetryPredicates;
import org.apache.flink.table.runtime.operators.join.FlinkJoinType;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.planner.rex.TypeScriptCalls;
import org.tsflink.runtime.async.AsyncCorrelateFunction;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

import javax.annotation.Nullable;

import java.util.List;

/**
 * Joins rows with those that an asynchronous TypeScript table function makes of them, by Flink's
 * operator for such calls.
 */
@ExecNodeMetadata(
        name = "stream-exec-typescript-async-correlate",
        version = 1,
        producedTransformations = StreamExecTypeScriptAsyncCorrelate.TRANSFORMATION,
        minPlanVersion = FlinkVersion.v2_3,
        minStateVersion = FlinkVersion.v2_3)
public final class StreamExecTypeScriptAsyncCorrelate extends ExecNodeBase<RowData>
        implements StreamExecNode<RowData>, SingleTransformationTranslator<RowData> {

    static final String TRANSFORMATION = "typescript-async-correlate";

    private static final String FIELD_NAME_JOIN_TYPE = "joinType";
    private static final String FIELD_NAME_FUNCTION_CALL = "functionCall";
    private static final String FIELD_NAME_CONDITION = "condition";

    @JsonProperty(FIELD_NAME_JOIN_TYPE)
    private final FlinkJoinType joinType;

    @JsonProperty(FIELD_NAME_FUNCTION_CALL)
    private final RexNode invocation;

    @JsonProperty(FIELD_NAME_CONDITION)
    @Nullable
    private final RexNode condition;

    public StreamExecTypeScriptAsyncCorrelate(
            ReadableConfig tableConfig,
            FlinkJoinType joinType,
            RexNode invocation,
            @Nullable RexNode condition,
            InputProperty inputProperty,
            RowType outputType,
            String description) {
        this(
                ExecNodeContext.newNodeId(),
                ExecNodeContext.newContext(StreamExecTypeScriptAsyncCorrelate.class),
                ExecNodeContext.newPersistedConfig(
                        StreamExecTypeScriptAsyncCorrelate.class, tableConfig),
                joinType,
                invocation,
                condition,
                List.of(inputProperty),
                outputType,
                description);
    }

    @JsonCreator
    public StreamExecTypeScriptAsyncCorrelate(
            @JsonProperty(FIELD_NAME_ID) int id,
            @JsonProperty(FIELD_NAME_TYPE) ExecNodeContext context,
            @JsonProperty(FIELD_NAME_CONFIGURATION) ReadableConfig persistedConfig,
            @JsonProperty(FIELD_NAME_JOIN_TYPE) FlinkJoinType joinType,
            @JsonProperty(FIELD_NAME_FUNCTION_CALL) RexNode invocation,
            @JsonProperty(FIELD_NAME_CONDITION) @Nullable RexNode condition,
            @JsonProperty(FIELD_NAME_INPUT_PROPERTIES) List<InputProperty> inputProperties,
            @JsonProperty(FIELD_NAME_OUTPUT_TYPE) RowType outputType,
            @JsonProperty(FIELD_NAME_DESCRIPTION) String description) {
        super(id, context, persistedConfig, inputProperties, outputType, description);
        this.joinType = joinType;
        this.invocation = invocation;
        this.condition = condition;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected Transformation<RowData> translateToPlanInternal(
            PlannerBase planner, ExecNodeConfig config) {
        ExecEdge edge = getInputEdges().get(0);
        Transformation<RowData> input = (Transformation<RowData>) edge.translateToPlan(planner);
        AsyncOptions options = AsyncTableUtil.getAsyncOptions(config);
        return ExecNodeUtil.createOneInputTransformation(
                input,
                createTransformationMeta(TRANSFORMATION, config),
                new AsyncWaitOperatorFactory<>(
                        function(planner, config, (RowType) edge.getOutputType()),
                        options.asyncTimeout,
                        options.asyncBufferCapacity,
                        options.asyncOutputMode,
                        retryStrategy(config)),
                InternalTypeInfo.of(getOutputType()),
                input.getParallelism(),
                false);
    }

    // Flink's own would also try again what gives no rows, and so is done.
    @SuppressWarnings("unchecked")
    private static AsyncRetryStrategy<RowData> retryStrategy(ExecNodeConfig config) {
        if (config.get(ExecutionConfigOptions.TABLE_EXEC_ASYNC_TABLE_RETRY_STRATEGY)
                != ExecutionConfigOptions.RetryStrategy.FIXED_DELAY) {
            return AsyncRetryStrategies.NO_RETRY_STRATEGY;
        }
        return new AsyncRetryStrategies.FixedDelayRetryStrategyBuilder<RowData>(
                        config.get(ExecutionConfigOptions.TABLE_EXEC_ASYNC_TABLE_MAX_RETRIES),
                        config.get(ExecutionConfigOptions.TABLE_EXEC_ASYNC_TABLE_RETRY_DELAY)
                                .toMillis())
                .ifException(RetryPredicates.ANY_EXCEPTION)
                .build();
    }

    private AsyncCorrelateFunction function(
            PlannerBase planner, ExecNodeConfig config, RowType inputType) {
        RexCall call = (RexCall) invocation;
        FunctionDescriptor function =
                TypeScriptCalls.resolve(
                        TypeScriptCalls.asyncTableFunctionOf(call).orElseThrow().getDescriptor(),
                        call);
        GeneratedFilterCondition filter =
                condition == null
                        ? null
                        : FilterCodeGenerator.generateFilterCondition(
                                config,
                                planner.getFlinkContext().getClassLoader(),
                                condition,
                                function.resultRow(),
                                "TypeScriptAsyncCorrelateCondition");
        return new AsyncCorrelateFunction(
                function,
                FunctionOptions.from(config),
                AsyncFields.generate(call.getOperands(), inputType, planner, config),
                joinType == FlinkJoinType.LEFT,
                filter);
    }
}

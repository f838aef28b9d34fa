package org.tsflink.gateway.plan;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.tsflink.gateway.cluster.RemoteTarget;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.gateway.types.TypeNodeJson;
import org.tsflink.proto.v1.DataType;
import org.tsflink.proto.v1.FunctionDefinition;
import org.tsflink.runtime.aggregate.TypeScriptAggregateFunction;
import org.tsflink.runtime.aggregate.TypeScriptTableAggregateFunction;
import org.tsflink.runtime.async.TypeScriptAsyncScalarFunction;
import org.tsflink.runtime.async.TypeScriptAsyncTableFunction;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.function.DeclaredType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.NullHandling;
import org.tsflink.runtime.function.TypeScriptScalarFunction;
import org.tsflink.runtime.function.TypeScriptTableFunction;
import org.tsflink.runtime.process.TypeScriptProcessTableFunction;

import javax.annotation.Nullable;

import java.util.Locale;
import java.util.Set;

/** TypeScript functions of a plan as functions of Flink's catalog. */
public final class FunctionTranslator {

    private final Artifacts artifacts;
    private final TableConfig configuration;

    public FunctionTranslator(Artifacts artifacts, TableConfig configuration) {
        this.artifacts = artifacts;
        this.configuration = configuration;
    }

    /** The function that Flink's planner gets to see. */
    public UserDefinedFunction translate(FunctionDefinition function) {
        FunctionDescriptor descriptor = descriptor(function);
        RemoteTarget.shipEngine(configuration, descriptor.engine());
        FunctionOptions options = FunctionOptions.from(configuration);
        return switch (descriptor.kind()) {
            case SCALAR -> new TypeScriptScalarFunction(descriptor, options);
            case TABLE -> new TypeScriptTableFunction(descriptor, options);
            case PROCESS_TABLE ->
                    TypeScriptProcessTableFunction.of(
                            ProcessTranslator.translate(descriptor, function), options);
            case ASYNC_SCALAR -> new TypeScriptAsyncScalarFunction(streaming(descriptor), options);
            case ASYNC_TABLE -> new TypeScriptAsyncTableFunction(streaming(descriptor), options);
            case AGGREGATE -> TypeScriptAggregateFunction.of(descriptor, options);
            case TABLE_AGGREGATE -> TypeScriptTableAggregateFunction.of(descriptor, options);
            default -> throw unknownKind(function);
        };
    }

    /** An asynchronous function, if the mode can run it. */
    private FunctionDescriptor streaming(FunctionDescriptor descriptor) {
        if (configuration.get(ExecutionOptions.RUNTIME_MODE) == RuntimeExecutionMode.BATCH) {
            throw new GatewayException(
                    ErrorCode.MODE_UNSUPPORTED,
                    "The function '%s' is asynchronous, which Flink supports in streaming mode only."
                            .formatted(descriptor.name()),
                    "Use EnvironmentSettings.inStreamingMode(), or a function made by udf or udtf.");
        }
        return descriptor;
    }

    private FunctionDescriptor descriptor(FunctionDefinition function) {
        return new FunctionDescriptor(
                function.getName(),
                kind(function),
                function.getExport(),
                artifacts.get(function.getArtifact(), function.getName()),
                function.getParametersList().stream().map(FunctionTranslator::parameter).toList(),
                function.hasReturns() ? declared(function.getReturns()) : null,
                function.getSignaturesList().stream().map(SignatureTranslator::translate).toList(),
                function.hasAccumulator() ? declared(function.getAccumulator()) : null,
                function.getViewsList().stream().map(ProcessTranslator::state).toList(),
                function.hasAccumulatorStrategy()
                        ? SignatureTranslator.accumulator(function.getAccumulatorStrategy())
                        : null,
                Set.copyOf(function.getMethodsList()),
                function.getNamedArguments(),
                function.getVectorised(),
                function.getDeterministic(),
                nullHandling(function),
                engine(function),
                function.hasSource() ? function.getSource().getFile() : null,
                function.getSource().getLine());
    }

    private static Parameter parameter(org.tsflink.proto.v1.Parameter parameter) {
        return new Parameter(
                parameter.getName(),
                declared(parameter.getType()),
                parameter.getOptional(),
                parameter.getVariadic());
    }

    static DeclaredType declared(DataType type) {
        return new DeclaredType(LogicalTypes.toLogicalType(type), TypeNodeJson.of(type));
    }

    private static FunctionKind kind(FunctionDefinition function) {
        return switch (function.getKind()) {
            case FUNCTION_KIND_SCALAR -> FunctionKind.SCALAR;
            case FUNCTION_KIND_TABLE -> FunctionKind.TABLE;
            case FUNCTION_KIND_AGGREGATE -> FunctionKind.AGGREGATE;
            case FUNCTION_KIND_TABLE_AGGREGATE -> FunctionKind.TABLE_AGGREGATE;
            case FUNCTION_KIND_PROCESS_TABLE -> FunctionKind.PROCESS_TABLE;
            case FUNCTION_KIND_ASYNC_SCALAR -> FunctionKind.ASYNC_SCALAR;
            case FUNCTION_KIND_ASYNC_TABLE -> FunctionKind.ASYNC_TABLE;
            case FUNCTION_KIND_UNSPECIFIED, UNRECOGNIZED -> throw unknownKind(function);
        };
    }

    private static GatewayException unknownKind(FunctionDefinition function) {
        return new GatewayException(
                ErrorCode.PLAN_INVALID,
                "The function '%s' is of the kind %s, which this gateway does not know."
                        .formatted(function.getName(), function.getKind()),
                "Use a client of the gateway's version.");
    }

    @Nullable
    private static EngineKind engine(FunctionDefinition function) {
        return function.getEngine().isEmpty()
                ? null
                : EngineKind.valueOf(function.getEngine().toUpperCase(Locale.ROOT));
    }

    private static NullHandling nullHandling(FunctionDefinition function) {
        return switch (function.getOnNull()) {
            case NULL_HANDLING_RETURN_NULL -> NullHandling.RETURN_NULL;
            default -> NullHandling.CALL;
        };
    }
}

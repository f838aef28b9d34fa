package org.tsflink.gateway.plan;

import org.apache.flink.configuration.ReadableConfig;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.gateway.types.TypeNodeJson;
import org.tsflink.proto.v1.FunctionDefinition;
import org.tsflink.proto.v1.FunctionKind;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.NullHandling;
import org.tsflink.runtime.function.TypeScriptScalarFunction;

/** TypeScript functions of a plan as functions of Flink's catalog. */
public final class FunctionTranslator {

    private final Artifacts artifacts;
    private final ReadableConfig configuration;

    public FunctionTranslator(Artifacts artifacts, ReadableConfig configuration) {
        this.artifacts = artifacts;
        this.configuration = configuration;
    }

    /** The function that Flink's planner gets to see. */
    public TypeScriptScalarFunction translate(FunctionDefinition function) {
        if (function.getKind() != FunctionKind.FUNCTION_KIND_SCALAR) {
            throw new GatewayException(
                    ErrorCode.PLAN_INVALID,
                    "The function '%s' is of the kind %s, which this gateway does not know."
                            .formatted(function.getName(), function.getKind()),
                    "Use a client of the gateway's version.");
        }
        FunctionDescriptor descriptor =
                new FunctionDescriptor(
                        function.getName(),
                        function.getExport(),
                        artifacts.get(function.getArtifact(), function.getName()),
                        function.getParametersList().stream()
                                .map(FunctionTranslator::parameter)
                                .toList(),
                        LogicalTypes.toLogicalType(function.getReturns()),
                        TypeNodeJson.of(function.getReturns()),
                        function.getDeterministic(),
                        nullHandling(function),
                        function.hasSource() ? function.getSource().getFile() : null,
                        function.getSource().getLine());
        return new TypeScriptScalarFunction(descriptor, FunctionOptions.from(configuration));
    }

    private static Parameter parameter(org.tsflink.proto.v1.Parameter parameter) {
        return new Parameter(
                parameter.getName(),
                LogicalTypes.toLogicalType(parameter.getType()),
                TypeNodeJson.of(parameter.getType()));
    }

    private static NullHandling nullHandling(FunctionDefinition function) {
        return switch (function.getOnNull()) {
            case NULL_HANDLING_RETURN_NULL -> NullHandling.RETURN_NULL;
            default -> NullHandling.CALL;
        };
    }
}

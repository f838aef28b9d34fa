package org.tsflink.gateway.plan;

import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.ArgumentGroup;
import org.tsflink.proto.v1.ResultChange;
import org.tsflink.runtime.function.AccumulatorStrategy;
import org.tsflink.runtime.function.ArgumentStrategy;
import org.tsflink.runtime.function.ResultStrategy;
import org.tsflink.runtime.function.Signature;

import java.util.Arrays;
import java.util.Optional;

/** What calls of a TypeScript function may look like, where they tell the types. */
final class SignatureTranslator {

    private SignatureTranslator() {}

    static Signature translate(org.tsflink.proto.v1.Signature signature) {
        return new Signature(
                signature.getParametersList().stream().map(SignatureTranslator::argument).toList(),
                signature.getVariadic(),
                result(signature.getResult()));
    }

    private static ArgumentStrategy argument(org.tsflink.proto.v1.ArgumentStrategy strategy) {
        return switch (strategy.getStrategyCase()) {
            case EXPLICIT ->
                    new ArgumentStrategy.Explicit(
                            FunctionTranslator.declared(strategy.getExplicit()));
            case GROUP -> group(strategy.getGroup());
            case LOGICAL -> logical(strategy.getLogical());
            case OR ->
                    new ArgumentStrategy.Or(
                            strategy.getOr().getAlternativesList().stream()
                                    .map(SignatureTranslator::argument)
                                    .toList());
            case STRATEGY_NOT_SET -> throw unknown(strategy);
        };
    }

    private static ArgumentStrategy group(ArgumentGroup group) {
        return switch (group) {
            case ARGUMENT_GROUP_ANY -> new ArgumentStrategy.Any();
            case ARGUMENT_GROUP_COMMON_ARG -> new ArgumentStrategy.CommonArg();
            case ARGUMENT_GROUP_UNSPECIFIED, UNRECOGNIZED -> throw unknown(group);
        };
    }

    private static ArgumentStrategy logical(String name) {
        return named(LogicalTypeFamily.values(), name)
                .<ArgumentStrategy>map(ArgumentStrategy.Family::new)
                .or(() -> named(LogicalTypeRoot.values(), name).map(ArgumentStrategy.Root::new))
                .orElseThrow(() -> unknown(name));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static ResultStrategy result(org.tsflink.proto.v1.ResultStrategy strategy) {
        return switch (strategy.getStrategyCase()) {
            case EXPLICIT ->
                    new ResultStrategy.Explicit(
                            FunctionTranslator.declared(strategy.getExplicit()));
            case ARGUMENT -> new ResultStrategy.Argument(strategy.getArgument());
            case COMMON -> new ResultStrategy.Common();
            case CHANGED ->
                    new ResultStrategy.Changed(
                            change(strategy.getChanged().getChange()),
                            result(strategy.getChanged().getInitial()));
            case ARRAY -> new ResultStrategy.Array(result(strategy.getArray()));
            case ROW ->
                    new ResultStrategy.Row(
                            strategy.getRow().getFieldsList().stream()
                                    .map(
                                            field ->
                                                    new ResultStrategy.Field(
                                                            field.getName(),
                                                            result(field.getType())))
                                    .toList());
            case STRATEGY_NOT_SET -> throw unknown(strategy);
        };
    }

    /** The type of the accumulators of a function with signatures. */
    static AccumulatorStrategy accumulator(org.tsflink.proto.v1.AccumulatorStrategy strategy) {
        return new AccumulatorStrategy(
                result(strategy.getType()),
                strategy.getViewsList().stream()
                        .map(
                                view ->
                                        new AccumulatorStrategy.View(
                                                view.getName(),
                                                view.hasKey() ? result(view.getKey()) : null,
                                                result(view.getValue())))
                        .toList());
    }

    private static ResultStrategy.Change change(ResultChange change) {
        return switch (change) {
            case RESULT_CHANGE_NULLABLE_IF_ARGS -> ResultStrategy.Change.NULLABLE_IF_ARGS;
            case RESULT_CHANGE_NULLABLE_IF_ALL_ARGS -> ResultStrategy.Change.NULLABLE_IF_ALL_ARGS;
            case RESULT_CHANGE_FORCE_NULLABLE -> ResultStrategy.Change.FORCE_NULLABLE;
            case RESULT_CHANGE_VARYING_STRING -> ResultStrategy.Change.VARYING_STRING;
            case RESULT_CHANGE_UNSPECIFIED, UNRECOGNIZED -> throw unknown(change);
        };
    }

    private static GatewayException unknown(Object what) {
        return new GatewayException(
                ErrorCode.PLAN_INVALID,
                "A function has the type strategy %s, which this gateway does not know."
                        .formatted(what),
                "Use a client of the gateway's version.");
    }
}

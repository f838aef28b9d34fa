package org.tsflink.runtime.function;

import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.state.StateEntry;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A function written in TypeScript, as it was registered.
 *
 * @param exportName the export of the artifact that is this function
 * @param returns the type of a result, or of a row of results; null where signatures tell it
 * @param signatures what calls may look like, where they tell the types of parameters and results;
 *     {@link #forCall} has none
 * @param accumulator the type of accumulators; null if the function is no aggregate, or {@code
 *     accumulatorStrategy} tells it
 * @param views the views of accumulators, beside what their type says
 * @param accumulatorStrategy tells both of an aggregate with signatures; else null
 * @param methods the methods that the function's object has
 * @param namedArguments whether the code takes its arguments as one object
 * @param vectorised whether it is called for many rows at once, with a column for each parameter
 * @param engine where it runs; null for the engine of the job
 * @param sourceFile where the user's program defines it; null if unknown
 * @param sourceLine line in {@code sourceFile}, from 1; 0 if unknown
 */
public record FunctionDescriptor(
        String name,
        FunctionKind kind,
        String exportName,
        Artifact artifact,
        List<Parameter> parameters,
        @Nullable DeclaredType returns,
        List<Signature> signatures,
        @Nullable DeclaredType accumulator,
        List<StateEntry> views,
        @Nullable AccumulatorStrategy accumulatorStrategy,
        Set<String> methods,
        boolean namedArguments,
        boolean vectorised,
        boolean deterministic,
        NullHandling nullHandling,
        @Nullable EngineKind engine,
        @Nullable String sourceFile,
        int sourceLine)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * A parameter of a function.
     *
     * @param optional whether a call may leave it out; it is NULL then
     * @param variadic whether it stands for any number of arguments; only the last one
     */
    public record Parameter(String name, DeclaredType declared, boolean optional, boolean variadic)
            implements Serializable {
        @Serial private static final long serialVersionUID = 1L;

        public Parameter(String name, DeclaredType declared) {
            this(name, declared, false, false);
        }

        public LogicalType type() {
            return declared.type();
        }
    }

    /** Where the user's program defines it, {@code file:line}; null if unknown. */
    @Nullable
    public String source() {
        return sourceFile == null ? null : sourceFile + ":" + sourceLine;
    }

    /** A scalar function that is called row by row. */
    public static FunctionDescriptor scalar(
            String name,
            String exportName,
            Artifact artifact,
            List<Parameter> parameters,
            DeclaredType returns,
            boolean deterministic,
            NullHandling nullHandling) {
        return new FunctionDescriptor(
                name,
                FunctionKind.SCALAR,
                exportName,
                artifact,
                parameters,
                returns,
                List.of(),
                null,
                List.of(),
                null,
                Set.of(),
                false,
                false,
                deterministic,
                nullHandling,
                null,
                null,
                0);
    }

    /** The same function as one of another kind. */
    public FunctionDescriptor ofKind(FunctionKind other) {
        return with(other, parameters, returns, signatures, accumulator, views);
    }

    /** The same function with types that calls tell. */
    public FunctionDescriptor withSignatures(List<Signature> others) {
        return with(kind, List.of(), null, others, accumulator, views);
    }

    private FunctionDescriptor with(
            FunctionKind other,
            List<Parameter> otherParameters,
            @Nullable DeclaredType otherReturns,
            List<Signature> otherSignatures,
            @Nullable DeclaredType otherAccumulator,
            List<StateEntry> otherViews) {
        return new FunctionDescriptor(
                name,
                other,
                exportName,
                artifact,
                otherParameters,
                otherReturns,
                otherSignatures,
                otherAccumulator,
                otherViews,
                null,
                methods,
                namedArguments,
                vectorised,
                deterministic,
                nullHandling,
                engine,
                sourceFile,
                sourceLine);
    }

    /** Whether the types of parameters and results, or their number, are told by each call. */
    public boolean isOpen() {
        return !signatures.isEmpty() || isVariadic();
    }

    /** Whether calls may have any number of arguments. */
    public boolean isVariadic() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).variadic();
    }

    /**
     * The function as a call needs it, with a parameter for each argument.
     *
     * @param arguments the types that the planner cast arguments to
     * @param result the type that the planner found for the call
     */
    public FunctionDescriptor forCall(List<LogicalType> arguments, LogicalType result) {
        if (signatures.isEmpty()) {
            return withArguments(arguments.size());
        }
        Signature signature =
                signatures.stream()
                        .filter(candidate -> candidate.accepts(arguments))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new ValidationException(
                                                "No signature of the function %s takes %s"
                                                        .formatted(name, arguments)));
        List<Parameter> each = signature.resolve(arguments);
        List<DeclaredType> types = each.stream().map(Parameter::declared).toList();
        DeclaredType resolved = signature.result().resolve(types, result);
        return with(kind, each, resolved, List.of(), accumulator, views);
    }

    /** The same, with the types of accumulators. */
    public FunctionDescriptor forCall(CallContext call) {
        if (!isOpen()) {
            return this;
        }
        List<LogicalType> arguments =
                call.getArgumentDataTypes().stream().map(DataType::getLogicalType).toList();
        if (signatures.isEmpty()) {
            return withArguments(arguments.size());
        }
        // The Table API asks for the types of accumulators first.
        LogicalType result =
                call.getOutputDataType()
                        .or(
                                () ->
                                        DeclaredInference.of(this)
                                                .getOutputTypeStrategy()
                                                .inferType(call))
                        .orElseThrow()
                        .getLogicalType();
        FunctionDescriptor function = forCall(arguments, result);
        if (accumulatorStrategy == null) {
            return function;
        }
        List<DeclaredType> types = function.parameters().stream().map(Parameter::declared).toList();
        return function.with(
                kind,
                function.parameters(),
                function.returns(),
                List.of(),
                accumulatorStrategy.type(types, call),
                accumulatorStrategy.views(types, call));
    }

    /** The same function with a parameter for each of so many arguments. */
    public FunctionDescriptor withArguments(int count) {
        if (!isVariadic()) {
            return this;
        }
        int last = parameters.size() - 1;
        List<Parameter> each = new ArrayList<>(parameters.subList(0, last));
        for (int i = last; i < count; i++) {
            each.add(new Parameter("arg" + i, parameters.get(last).declared()));
        }
        return with(kind, each, returns, signatures, accumulator, views);
    }

    public LogicalType returnType() {
        return returns.type();
    }

    /** The parameters as a row. */
    public RowType parameterRow() {
        return RowType.of(parameters.stream().map(Parameter::type).toArray(LogicalType[]::new));
    }

    /**
     * The type of one result of a function that gives many: its fields, or its value as the only
     * one.
     */
    public RowType resultRow() {
        return returnType() instanceof RowType row ? row : RowType.of(returnType());
    }

    @Override
    public String toString() {
        return name;
    }
}

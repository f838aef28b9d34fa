package org.tsflink.planner.rex;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.sql.SqlKind;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.calcite.RexTableArgCall;
import org.apache.flink.table.planner.functions.bridging.BridgingSqlFunction;
import org.tsflink.runtime.async.TypeScriptAsyncScalarFunction;
import org.tsflink.runtime.async.TypeScriptAsyncTableFunction;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.TypeScriptScalarFunction;
import org.tsflink.runtime.function.TypeScriptTableFunction;
import org.tsflink.runtime.process.TypeScriptProcessTableFunction;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Recognises calls of TypeScript functions in expressions. */
public final class TypeScriptCalls {

    private TypeScriptCalls() {}

    /** The TypeScript function that is called at the root of the expression, if it is one. */
    public static Optional<TypeScriptScalarFunction> functionOf(RexNode node) {
        return definitionOf(node, TypeScriptScalarFunction.class);
    }

    /** The asynchronous TypeScript function that is called at the root of the expression. */
    public static Optional<TypeScriptAsyncScalarFunction> asyncFunctionOf(RexNode node) {
        return definitionOf(node, TypeScriptAsyncScalarFunction.class);
    }

    /** Which of the expressions calls an asynchronous TypeScript function; -1 if none does. */
    public static int asyncCallIn(List<RexNode> expressions) {
        return IntStream.range(0, expressions.size())
                .filter(i -> asyncFunctionOf(expressions.get(i)).isPresent())
                .findFirst()
                .orElse(-1);
    }

    /** The TypeScript table function that is called at the root of the expression, if it is one. */
    public static Optional<TypeScriptTableFunction> tableFunctionOf(RexNode node) {
        return definitionOf(node, TypeScriptTableFunction.class);
    }

    /** The asynchronous TypeScript table function that is called at the root of the expression. */
    public static Optional<TypeScriptAsyncTableFunction> asyncTableFunctionOf(RexNode node) {
        return definitionOf(node, TypeScriptAsyncTableFunction.class);
    }

    /** Whether the root of the expression is a call of a TypeScript table function of any kind. */
    public static boolean isTableCall(RexNode node) {
        return tableFunctionOf(node).isPresent() || asyncTableFunctionOf(node).isPresent();
    }

    /** Whether our operators can run the expression, a call of a TypeScript table function. */
    public static boolean isLateral(RexNode node) {
        return isTableCallTree(node) || asyncTableFunctionOf(node).isPresent();
    }

    /** The function as a call needs it, with the types of its arguments and results. */
    public static FunctionDescriptor resolve(FunctionDescriptor function, RexCall call) {
        return function.forCall(
                call.getOperands().stream()
                        .map(operand -> FlinkTypeFactory.toLogicalType(operand.getType()))
                        .toList(),
                FlinkTypeFactory.toLogicalType(call.getType()));
    }

    /**
     * Whether the batch operator can run the expression: a call of a TypeScript table function
     * whose arguments are fields, literals and call trees.
     */
    public static boolean isTableCallTree(RexNode node) {
        return tableFunctionOf(node).isPresent() && haveArguments((RexCall) node);
    }

    /** Where a call of a TypeScript scalar or table function runs; empty for the job's engine. */
    public static Optional<EngineKind> engineOf(RexNode call) {
        return functionOf(call)
                .map(TypeScriptScalarFunction::getDescriptor)
                .or(() -> tableFunctionOf(call).map(TypeScriptTableFunction::getDescriptor))
                .map(FunctionDescriptor::engine);
    }

    /** Whether the root of the expression is a call of a TypeScript scalar function. */
    public static boolean isCall(RexNode node) {
        return functionOf(node).isPresent();
    }

    /** Whether a TypeScript function is called anywhere in the expression. */
    public static boolean contains(RexNode node) {
        if (node instanceof RexFieldAccess access) {
            return contains(access.getReferenceExpr());
        }
        return node instanceof RexCall call
                && (isCall(call)
                        || call.getOperands().stream().anyMatch(TypeScriptCalls::contains));
    }

    /**
     * Whether the batch operator can run the expression: a call of a TypeScript function whose
     * arguments are fields, literals and such calls in the same engine.
     */
    public static boolean isCallTree(RexNode node) {
        return isCall(node) && haveArguments((RexCall) node);
    }

    /**
     * Whether the batch operator can run the whole calc: only fields and call trees, of one engine,
     * no filter.
     */
    public static boolean isBatchable(RexProgram program) {
        if (program.getCondition() != null) {
            return false;
        }
        List<RexNode> projection = program.expandList(program.getProjectList());
        return projection.stream().allMatch(e -> e instanceof RexInputRef || isCallTree(e))
                && projection.stream()
                                .filter(TypeScriptCalls::isCall)
                                .map(TypeScriptCalls::engineOf)
                                .distinct()
                                .count()
                        == 1;
    }

    /**
     * Whether our operator can run the expression: a call of a TypeScript process table function
     * whose scalars are literals, the same for all rows.
     */
    public static boolean isBatchableProcess(RexNode node) {
        return definitionOf(node, TypeScriptProcessTableFunction.class).isPresent()
                && ((RexCall) node)
                        .getOperands().stream().allMatch(TypeScriptCalls::isProcessArgument);
    }

    private static boolean isProcessArgument(RexNode node) {
        return node instanceof RexTableArgCall
                || node instanceof RexLiteral
                || isOmitted(node)
                // The columns of on_time.
                || node.getKind() == SqlKind.DESCRIPTOR;
    }

    private static <T> Optional<T> definitionOf(RexNode node, Class<T> kind) {
        return node instanceof RexCall call
                        && call.getOperator() instanceof BridgingSqlFunction function
                        && kind.isInstance(function.getDefinition())
                ? Optional.of(kind.cast(function.getDefinition()))
                : Optional.empty();
    }

    private static boolean haveArguments(RexCall call) {
        return call.getOperands().stream()
                .allMatch(
                        node ->
                                node instanceof RexInputRef
                                        || node instanceof RexLiteral
                                        || isOmitted(node)
                                        || isCallTree(node) && isTogether(call, node));
    }

    /** Whether a call can run in one crossing with the call whose argument it is. */
    public static boolean isTogether(RexNode call, RexNode argument) {
        return engineOf(call).equals(engineOf(argument));
    }

    /** Whether the node stands for an optional argument that was left out. */
    public static boolean isOmitted(RexNode node) {
        return node.getKind() == SqlKind.DEFAULT;
    }
}

package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.flink.table.api.TableException;
import org.tsflink.planner.rex.TypeScriptCalls;
import org.tsflink.runtime.calc.Argument;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.Constants;
import org.tsflink.runtime.function.FunctionDescriptor;

import java.util.Arrays;

/** Turns expressions into call trees and gathers their literals. */
final class CallTreeBuilder {

    private final int[] fields;
    private final ConstantsBuilder constants = new ConstantsBuilder();

    /**
     * @param fields the input fields that the operator keeps, ascending
     */
    CallTreeBuilder(int[] fields) {
        this.fields = fields;
    }

    CallTree call(RexNode node) {
        FunctionDescriptor function =
                TypeScriptCalls.functionOf(node)
                        .orElseThrow(() -> new TableException("Not a TypeScript call: " + node))
                        .getDescriptor();
        return call(function, node);
    }

    CallTree tableCall(RexNode node) {
        FunctionDescriptor function =
                TypeScriptCalls.tableFunctionOf(node)
                        .orElseThrow(() -> new TableException("Not a TypeScript call: " + node))
                        .getDescriptor();
        return call(function, node);
    }

    private CallTree call(FunctionDescriptor function, RexNode node) {
        RexCall call = (RexCall) node;
        return new CallTree(
                TypeScriptCalls.resolve(function, call),
                call.getOperands().stream().map(this::argument).toList());
    }

    Constants constants() {
        return constants.build();
    }

    private Argument argument(RexNode operand) {
        if (operand instanceof RexInputRef reference) {
            return new Argument.Field(Arrays.binarySearch(fields, reference.getIndex()));
        }
        if (operand instanceof RexLiteral literal) {
            return new Argument.Constant(constants.add(literal));
        }
        if (TypeScriptCalls.isOmitted(operand)) {
            return new Argument.Constant(constants.addNull(operand));
        }
        return call(operand);
    }
}

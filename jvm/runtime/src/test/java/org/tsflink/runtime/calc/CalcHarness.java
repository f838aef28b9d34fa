package org.tsflink.runtime.calc;

import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.batch.OperatorHarness;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A BatchCalcOperator in Flink's harness: all input fields forwarded, then the results. */
final class CalcHarness extends OperatorHarness {

    CalcHarness(RowType inputType, FunctionOptions options, CallTree... calls) throws Exception {
        this(inputType, Constants.NONE, options, calls);
    }

    CalcHarness(RowType inputType, Constants constants, FunctionOptions options, CallTree... calls)
            throws Exception {
        super(
                operator(inputType, constants, options, calls),
                inputType,
                joined(inputType, resultType(calls)));
    }

    private static BatchCalcOperator operator(
            RowType inputType, Constants constants, FunctionOptions options, CallTree[] calls) {
        int arity = inputType.getFieldCount();
        int[] mapping =
                IntStream.range(0, arity + calls.length)
                        .map(i -> i < arity ? i : ~(i - arity))
                        .toArray();
        return new BatchCalcOperator(
                calls,
                inputType,
                constants,
                resultType(calls),
                mapping,
                true,
                toBinary(inputType),
                options);
    }

    private static RowType resultType(CallTree[] calls) {
        return RowType.of(
                Arrays.stream(calls)
                        .map(call -> call.function().returnType())
                        .toArray(LogicalType[]::new));
    }
}

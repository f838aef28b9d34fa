package org.tsflink.runtime.correlate;

import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.batch.OperatorHarness;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.Constants;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.FunctionOptions;

/** A BatchCorrelateOperator in Flink's harness; the function takes the fields of the input. */
final class CorrelateHarness extends OperatorHarness {

    CorrelateHarness(FunctionDescriptor function, boolean outer, FunctionOptions options)
            throws Exception {
        super(
                operator(function, outer, options),
                function.parameterRow(),
                joined(function.parameterRow(), function.resultRow()));
    }

    private static BatchCorrelateOperator operator(
            FunctionDescriptor function, boolean outer, FunctionOptions options) {
        RowType inputType = function.parameterRow();
        return new BatchCorrelateOperator(
                CallTree.ofParameters(function.ofKind(FunctionKind.TABLE)),
                inputType,
                Constants.NONE,
                function.resultRow(),
                outer,
                null,
                toBinary(inputType),
                options);
    }
}

package org.tsflink.runtime.calc;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.batch.BatchOperator;
import org.tsflink.runtime.batch.OutputRow;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;

/** Forwarded fields and results of TypeScript calls, a batch of rows per crossing into V8. */
public class BatchCalcOperator extends BatchOperator<BatchCalc> {
    @Serial private static final long serialVersionUID = 1L;

    private final CallTree[] calls;
    private final RowType unionType;
    private final Constants constants;
    private final RowType resultType;
    private final int[] outputMapping;

    private transient OutputRow row;

    /**
     * @param calls one call per field of {@code resultType}
     * @param unionType the fields that are argument or forwarded; {@link Argument.Field} counts in
     *     it
     * @param constants the fields that {@link Argument.Constant} counts in
     * @param outputMapping for each output field its field of {@code unionType}, or {@code ~i} for
     *     field i of {@code resultType}
     * @param inputIsUnion whether input rows are of {@code unionType} already
     * @param projection from an input row to one of {@code unionType}; also needed if the input is
     *     the union, for rows that are not binary
     */
    public BatchCalcOperator(
            CallTree[] calls,
            RowType unionType,
            Constants constants,
            RowType resultType,
            int[] outputMapping,
            boolean inputIsUnion,
            GeneratedProjection projection,
            FunctionOptions options) {
        super(inputIsUnion, projection, options);
        this.calls = calls;
        this.unionType = unionType;
        this.constants = constants;
        this.resultType = resultType;
        this.outputMapping = outputMapping;
    }

    @Override
    protected BatchCalc createBatch(FunctionContext context) {
        BatchCalc calc = new BatchCalc(calls, unionType, constants, resultType, context, options);
        row = new OutputRow(outputMapping, calc.inputRow(), calc.resultRow());
        return calc;
    }

    @Override
    protected void run(BatchCalc calc) {
        calc.run(this::collect);
    }

    @Override
    protected void advance(BatchCalc calc) {
        if (options.batchSize() == 1) {
            run(calc); // Whoever asks for that wants each row at once.
        } else {
            calc.advance(this::collect);
        }
    }

    private void collect(RowKind kind) {
        row.setRowKind(kind);
        emit(row);
    }
}

package org.tsflink.runtime.calc;

import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.operators.TableStreamOperator;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;

/** Forwarded fields and results of TypeScript calls, a batch of rows per crossing into V8. */
public class BatchCalcOperator extends TableStreamOperator<RowData>
        implements OneInputStreamOperator<RowData, RowData> {
    @Serial private static final long serialVersionUID = 1L;

    private final CallTree[] calls;
    private final RowType unionType;
    private final Constants constants;
    private final RowType resultType;
    private final int[] outputMapping;
    private final boolean inputIsUnion;
    private final GeneratedProjection projection;
    private final FunctionOptions options;

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
        this.calls = calls;
        this.unionType = unionType;
        this.constants = constants;
        this.resultType = resultType;
        this.outputMapping = outputMapping;
        this.inputIsUnion = inputIsUnion;
        this.projection = projection;
        this.options = options;
    }

    @Override
    public void processElement(StreamRecord<RowData> element) {
        throw new UnsupportedOperationException();
    }
}

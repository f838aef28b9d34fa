package org.tsflink.runtime.correlate;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.Constants;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.function.Consumer;

/** Calls of one table function row by row, for places where rows cannot wait for a batch. */
public final class SingleCorrelate implements AutoCloseable {
    private final BatchCorrelate correlate;
    private final RowDataSerializer serializer;

    public SingleCorrelate(
            FunctionDescriptor function, FunctionContext context, FunctionOptions options) {
        serializer = new RowDataSerializer(function.parameterRow());
        correlate =
                new BatchCorrelate(
                        CallTree.ofParameters(function),
                        function.parameterRow(),
                        Constants.NONE,
                        function.resultRow(),
                        context,
                        options.rowByRow());
    }

    /**
     * Calls the function with Flink's internal data structures; each row that is handed out may be
     * kept.
     */
    public void apply(Object[] arguments, Consumer<BinaryRowData> collector) {
        correlate.add(serializer.toBinaryRow(GenericRowData.of(arguments)), RowKind.INSERT);
        correlate.run(
                new BatchCorrelate.Collector() {
                    @Override
                    public void collect() {
                        collector.accept(correlate.resultRow().copy());
                    }

                    @Override
                    public void complete() {}

                    @Override
                    public void proceed() {}
                });
    }

    @Override
    public void close() {
        correlate.close();
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.generated.RecordComparator;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.util.Arrays;

/**
 * Makes operators of process table functions that are Flink's own, but for that calls are gathered:
 * before each watermark, checkpoint and timer of their partition they cross into V8 together.
 */
public final class BatchProcessOperatorFactory extends AbstractStreamOperatorFactory<RowData> {
    @Serial private static final long serialVersionUID = 1L;

    private final BatchProcessSpec spec;
    private final FunctionOptions options;

    public BatchProcessOperatorFactory(BatchProcessSpec spec, FunctionOptions options) {
        this.spec = spec;
        this.options = options;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends StreamOperator<RowData>> T createStreamOperator(
            StreamOperatorParameters<RowData> parameters) {
        BatchRunner runner = new BatchRunner(spec, options);
        FlushingOutput output = new FlushingOutput(parameters.getOutput(), runner);
        StreamOperatorParameters<RowData> flushing =
                new StreamOperatorParameters<>(
                        parameters.getContainingTask(),
                        parameters.getStreamConfig(),
                        output,
                        parameters::getProcessingTimeService,
                        parameters.getOperatorEventDispatcher(),
                        parameters.getMailboxExecutor());
        if (!spec.hasSetSemantics()) {
            return (T) new BatchProcessRowOperator(flushing, spec, runner);
        }
        ClassLoader classLoader = parameters.getContainingTask().getUserCodeClassLoader();
        RecordComparator[] orders =
                Arrays.stream(spec.orders())
                        .map(order -> order == null ? null : order.newInstance(classLoader))
                        .toArray(RecordComparator[]::new);
        return (T) new BatchProcessSetOperator(flushing, spec, orders, runner, output);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
        return spec.hasSetSemantics()
                ? BatchProcessSetOperator.class
                : BatchProcessRowOperator.class;
    }
}

package org.tsflink.runtime.batch;

import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.generated.Projection;
import org.apache.flink.table.runtime.operators.TableStreamOperator;
import org.apache.flink.util.function.ThrowingConsumer;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.RecentFailures;

import java.io.Serial;

/**
 * Gathers rows, a batch for each crossing into V8, and decides when they go.
 *
 * <p>Rows go out as views into the batch's memory, one object for all, and live until the next:
 * what any operator may do to chained ones under object reuse. Without object reuse Flink copies
 * each row between chained operators.
 */
public abstract class BatchOperator<B extends RowBatch> extends TableStreamOperator<RowData>
        implements OneInputStreamOperator<RowData, RowData>, FlushTimer.Batch {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean inputIsUnion;
    private final GeneratedProjection projection;
    protected final FunctionOptions options;

    private transient Projection<RowData, BinaryRowData> toUnion;
    private transient B batch;
    private transient StreamRecord<RowData> record;
    private transient Watermark heldWatermark;
    private transient FlushTimer timer;

    /**
     * @param inputIsUnion whether input rows are of the batch's type already
     * @param projection from an input row to one of the batch's type; also needed if the input is
     *     of that type, for rows that are not binary
     */
    protected BatchOperator(
            boolean inputIsUnion, GeneratedProjection projection, FunctionOptions options) {
        this.inputIsUnion = inputIsUnion;
        this.projection = projection;
        this.options = options;
    }

    /** Makes the empty batch, when the operator opens. */
    protected abstract B createBatch(FunctionContext context);

    /** Computes the batch, gives its rows to {@link #emit}, and leaves it empty. */
    protected abstract void run(B batch) throws Exception;

    /** The same of a full one, but may leave an engine at work on it, and rows to the next time. */
    protected void advance(B batch) throws Exception {
        run(batch);
    }

    @Override
    public void open() throws Exception {
        super.open();
        toUnion = newProjection();
        record = new StreamRecord<>(null);
        timer = new FlushTimer(this, getProcessingTimeService(), options.flushInterval());
        batch = createBatch(new FunctionContext(getRuntimeContext()));
    }

    @SuppressWarnings("unchecked")
    private Projection<RowData, BinaryRowData> newProjection() {
        return projection.newInstance(getUserCodeClassloader());
    }

    /** Sends a row on. */
    protected final void emit(RowData row) {
        output.collect(record.replace(row));
    }

    @Override
    public void processElement(StreamRecord<RowData> element) throws Exception {
        RowData input = element.getValue();
        BinaryRowData union =
                inputIsUnion && input instanceof BinaryRowData binary
                        ? binary
                        : toUnion.apply(input);
        if (!batch.hasRoom(union)) {
            advance();
        }
        batch.add(union, input.getRowKind());
        if (batch.isFull()) {
            advance();
        }
        if (!batch.isEmpty()) {
            timer.start();
        }
    }

    private void advance() throws Exception {
        if (heldWatermark != null) {
            flush(); // It waits for all rows.
            return;
        }
        timer.next();
        compute(this::advance);
    }

    private void compute(ThrowingConsumer<B, Exception> how) throws Exception {
        try {
            how.accept(batch);
        } catch (FunctionException e) {
            RecentFailures.add(getRuntimeContext().getJobInfo().getJobId(), e);
            throw e;
        }
    }

    @Override
    public boolean isEmpty() {
        return batch.isEmpty();
    }

    /** Lets the rows go, and a watermark that waits for them. */
    @Override
    public final void flush() throws Exception {
        if (!batch.isEmpty()) {
            timer.next();
            compute(this::run);
        }
        if (heldWatermark != null) {
            Watermark watermark = heldWatermark;
            heldWatermark = null;
            super.processWatermark(watermark);
        }
    }

    /** A watermark waits for the rows before it; the last one of all makes them go. */
    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        if (batch.isEmpty()) {
            super.processWatermark(watermark);
            return;
        }
        heldWatermark = watermark;
        if (watermark.getTimestamp() == Long.MAX_VALUE) {
            flush();
        }
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        flush();
        super.processWatermarkStatus(status);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        flush();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        flush();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        if (batch != null) {
            batch.close();
            batch = null;
        }
        super.close();
    }
}

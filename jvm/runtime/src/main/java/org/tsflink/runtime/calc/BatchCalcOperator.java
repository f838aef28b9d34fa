package org.tsflink.runtime.calc;

import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.generated.Projection;
import org.apache.flink.table.runtime.operators.TableStreamOperator;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionException;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.RecentFailures;

import java.io.Serial;

/**
 * Forwarded fields and results of TypeScript calls, a batch of rows per crossing into V8.
 *
 * <p>Rows go out as views into the batch's memory, one object for all, and live until the next:
 * what any operator may do to chained ones under object reuse. Without object reuse Flink copies
 * each row between chained operators.
 */
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

    private transient Projection<RowData, BinaryRowData> toUnion;
    private transient BatchCalc calc;
    private transient OutputRow row;
    private transient StreamRecord<RowData> record;
    private transient Watermark heldWatermark;
    private transient boolean timerSet;
    private transient long batches;

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
    public void open() throws Exception {
        super.open();
        toUnion = newProjection();
        calc =
                new BatchCalc(
                        calls,
                        unionType,
                        constants,
                        resultType,
                        new FunctionContext(getRuntimeContext()),
                        options);
        row = new OutputRow(outputMapping, calc.inputRow(), calc.resultRow());
        record = new StreamRecord<>(row);
    }

    @SuppressWarnings("unchecked")
    private Projection<RowData, BinaryRowData> newProjection() {
        return projection.newInstance(getUserCodeClassloader());
    }

    @Override
    public void processElement(StreamRecord<RowData> element) throws Exception {
        RowData input = element.getValue();
        BinaryRowData union =
                inputIsUnion && input instanceof BinaryRowData binary
                        ? binary
                        : toUnion.apply(input);
        if (!calc.hasRoom(union)) {
            flush();
        }
        calc.add(union, input.getRowKind());
        if (calc.isFull()) {
            flush();
        } else if (!timerSet) {
            setTimer();
        }
    }

    // One timer at a time: one that finds a younger batch than it was set for lets that batch have
    // its own time.
    private void setTimer() {
        timerSet = true;
        long batchOfTimer = batches;
        ProcessingTimeService time = getProcessingTimeService();
        time.registerTimer(
                time.getCurrentProcessingTime() + options.flushInterval().toMillis(),
                timestamp -> {
                    timerSet = false;
                    if (batchOfTimer == batches) {
                        flush();
                    } else if (!calc.isEmpty()) {
                        setTimer();
                    }
                });
    }

    private void flush() throws Exception {
        if (!calc.isEmpty()) {
            batches++;
            try {
                calc.run(this::collect);
            } catch (FunctionException e) {
                RecentFailures.add(getRuntimeContext().getJobInfo().getJobId(), e);
                throw e;
            }
        }
        if (heldWatermark != null) {
            Watermark watermark = heldWatermark;
            heldWatermark = null;
            super.processWatermark(watermark);
        }
    }

    private void collect(RowKind kind) {
        row.setRowKind(kind);
        output.collect(record.replace(row));
    }

    /** A watermark waits for the rows before it; the last one of all makes them go. */
    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        if (calc.isEmpty()) {
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
        if (calc != null) {
            calc.close();
            calc = null;
        }
        super.close();
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.ExceptionUtils;
import org.apache.flink.util.OutputTag;
import org.apache.flink.util.function.ThrowingConsumer;

/** What an operator sends on, with the calls that wait before each watermark. */
final class FlushingOutput implements Output<StreamRecord<RowData>> {
    private final Output<StreamRecord<RowData>> output;
    private final BatchRunner runner;
    private ThrowingConsumer<Watermark, Exception> fireTimers = watermark -> {};

    FlushingOutput(Output<StreamRecord<RowData>> output, BatchRunner runner) {
        this.output = output;
        this.runner = runner;
    }

    /** Says what fires the timers that are due at a watermark. */
    void of(ThrowingConsumer<Watermark, Exception> timers) {
        fireTimers = timers;
    }

    @Override
    public void emitWatermark(Watermark mark) {
        try {
            while (!runner.isEmpty()) {
                runner.flush();
                // Those that the calls have registered.
                fireTimers.accept(mark);
            }
        } catch (Exception e) {
            ExceptionUtils.rethrow(e);
        }
        output.emitWatermark(mark);
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
        try {
            runner.flush();
        } catch (Exception e) {
            ExceptionUtils.rethrow(e);
        }
        output.emitWatermarkStatus(status);
    }

    @Override
    public void collect(StreamRecord<RowData> row) {
        output.collect(row);
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> row) {
        output.collect(tag, row);
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {
        output.emitLatencyMarker(marker);
    }

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {
        output.emitRecordAttributes(attributes);
    }

    @Override
    public void emitWatermark(WatermarkEvent watermark) {
        output.emitWatermark(watermark);
    }

    @Override
    public void close() {
        output.close();
    }
}

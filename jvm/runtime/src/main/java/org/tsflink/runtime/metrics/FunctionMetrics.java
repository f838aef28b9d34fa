package org.tsflink.runtime.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.tsflink.runtime.program.SharedBuffer;

import java.util.function.LongSupplier;

/**
 * What Flink's metrics say of each function, in its group {@code function.<name>}: {@code rows} and
 * {@code batches} that it was called for, {@code batchSize} (a histogram of rows), {@code
 * millisInV8} (of its batches; functions of one operator share them), {@code errors}, {@code
 * isolateHeapUsed} in bytes.
 */
final class FunctionMetrics {
    private final SharedBuffer sizes = new SharedBuffer((1 + UserMetrics.WINDOW) * Double.BYTES);
    private final Counter rows;
    private final Counter batches;
    private final Counter errors;
    private volatile long nanos;

    FunctionMetrics(MetricGroup operator, String function, LongSupplier isolateHeapUsed) {
        MetricGroup group = UserMetrics.groupOf(operator, function);
        rows = group.counter("rows");
        batches = group.counter("batches");
        errors = group.counter("errors");
        group.histogram("batchSize", new SharedHistogram(sizes));
        group.gauge("millisInV8", (Gauge<Long>) () -> nanos / 1_000_000);
        group.gauge("isolateHeapUsed", (Gauge<Long>) isolateHeapUsed::getAsLong);
    }

    void batch(int count, long nanosInV8) {
        rows.inc(count);
        long number = batches.getCount();
        batches.inc();
        sizes.segment.putDouble((int) (1 + number % UserMetrics.WINDOW) * Double.BYTES, count);
        sizes.segment.putDouble(0, number + 1);
        nanos += nanosInV8;
    }

    void error() {
        errors.inc();
    }
}

package org.tsflink.runtime.metrics;

import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.tsflink.runtime.program.SharedBuffer;

/**
 * A histogram whose numbers the JavaScript side writes: how many there were, and the last of them.
 */
final class SharedHistogram implements Histogram {
    private final SharedBuffer memory;

    SharedHistogram(SharedBuffer memory) {
        this.memory = memory;
    }

    @Override
    public void update(long value) {
        throw new UnsupportedOperationException("Written by the function");
    }

    @Override
    public long getCount() {
        return (long) memory.segment.getDouble(0);
    }

    @Override
    public HistogramStatistics getStatistics() {
        int size = (int) Math.min(getCount(), UserMetrics.WINDOW);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = memory.segment.getDouble((1 + i) * Double.BYTES);
        }
        return new ValueStatistics(values);
    }
}

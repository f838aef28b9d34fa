package org.tsflink.runtime.metrics;

import org.apache.flink.metrics.HistogramStatistics;

import java.util.Arrays;

/** Statistics of some values. */
final class ValueStatistics extends HistogramStatistics {
    private final double[] sorted;

    ValueStatistics(double[] values) {
        sorted = values;
        Arrays.sort(sorted);
    }

    /** By linear interpolation between the values next to it. */
    @Override
    public double getQuantile(double quantile) {
        if (sorted.length == 0) {
            return 0;
        }
        double position = Math.max(0, Math.min(1, quantile)) * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public long[] getValues() {
        return Arrays.stream(sorted).mapToLong(value -> (long) value).toArray();
    }

    @Override
    public int size() {
        return sorted.length;
    }

    @Override
    public double getMean() {
        return Arrays.stream(sorted).average().orElse(0);
    }

    @Override
    public double getStdDev() {
        double mean = getMean();
        double sum = Arrays.stream(sorted).map(value -> (value - mean) * (value - mean)).sum();
        return sorted.length < 2 ? 0 : Math.sqrt(sum / (sorted.length - 1));
    }

    @Override
    public long getMax() {
        return sorted.length == 0 ? 0 : (long) sorted[sorted.length - 1];
    }

    @Override
    public long getMin() {
        return sorted.length == 0 ? 0 : (long) sorted[0];
    }
}

package org.tsflink.bench;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads the operators' own count of calls into V8. */
public final class CrossingsReporter implements MetricReporter, MetricReporterFactory {

    private static final String METRIC = "crossings";
    private static final Queue<Counter> COUNTERS = new ConcurrentLinkedQueue<>();

    /** The calls since this was last asked for. */
    static long take() {
        long sum = 0;
        for (Counter counter = COUNTERS.poll(); counter != null; counter = COUNTERS.poll()) {
            sum += counter.getCount();
        }
        return sum;
    }

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return this;
    }

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        if (name.equals(METRIC) && metric instanceof Counter counter) {
            COUNTERS.add(counter);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}

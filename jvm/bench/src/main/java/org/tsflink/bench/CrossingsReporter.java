package org.tsflink.bench;

import org.apache.flink.metrics.Gauge;
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
    private static final Queue<Gauge<?>> GAUGES = new ConcurrentLinkedQueue<>();

    /** The calls since this was last asked for. */
    static long take() {
        long sum = 0;
        for (Gauge<?> gauge = GAUGES.poll(); gauge != null; gauge = GAUGES.poll()) {
            sum += (Long) gauge.getValue();
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
        if (name.equals(METRIC) && metric instanceof Gauge<?> gauge) {
            GAUGES.add(gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}

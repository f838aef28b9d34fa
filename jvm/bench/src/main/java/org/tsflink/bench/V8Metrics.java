package org.tsflink.bench;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the operators' own metrics: calls into V8, and the time spent there. */
public final class V8Metrics implements MetricReporter, MetricReporterFactory {

    /** What the operator of a job says of itself; zero for a job without one. */
    record Reading(long crossings, long millis) {}

    private static final Map<String, Metric> METRICS = new ConcurrentHashMap<>();

    /** Forgets the operators of earlier jobs. */
    static void reset() {
        METRICS.clear();
    }

    static Reading read() {
        return new Reading(value("batches"), value("millisInV8"));
    }

    private static long value(String name) {
        Metric metric = METRICS.get(name);
        if (metric instanceof Counter counter) {
            return counter.getCount();
        }
        return metric instanceof Gauge<?> gauge ? (Long) gauge.getValue() : 0;
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
        String[] scope = group.getScopeComponents();
        if (scope[scope.length - 2].equals("function")) {
            METRICS.put(name, metric);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}

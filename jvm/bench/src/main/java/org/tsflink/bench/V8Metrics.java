package org.tsflink.bench;

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

    private static final Map<String, Gauge<?>> GAUGES = new ConcurrentHashMap<>();

    /** Forgets the operators of earlier jobs. */
    static void reset() {
        GAUGES.clear();
    }

    static Reading read() {
        return new Reading(value("crossings"), value("millisInV8"));
    }

    private static long value(String name) {
        Gauge<?> gauge = GAUGES.get(name);
        return gauge == null ? 0 : (Long) gauge.getValue();
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
        if (group.getScopeComponents()[group.getScopeComponents().length - 1].equals("function")
                && metric instanceof Gauge<?> gauge) {
            GAUGES.put(name, gauge);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}
}

package org.tsflink.runtime.calc;

import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** The metrics of an operator's calls, in its group {@code function}. */
final class CalcMetrics {
    private CalcMetrics() {}

    /**
     * {@code rows}, {@code crossings} into V8 (rows / batch size, if batches fill), {@code
     * millisInV8}.
     */
    static void register(MetricGroup operator, BatchCalc calc) {
        MetricGroup group = operator.addGroup("function");
        Gauge<Long> millis = () -> calc.nanosInV8() / 1_000_000;
        group.gauge("rows", (Gauge<Long>) calc::rows);
        group.gauge("crossings", (Gauge<Long>) calc::crossings);
        group.gauge("millisInV8", millis);
    }
}

package org.tsflink.runtime.metrics;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MeterView;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.program.SharedBuffer;

import java.nio.ByteBuffer;

/**
 * Metrics that functions make (packages/runtime/src/function/metrics). Their numbers lie in memory
 * that the function writes and Flink's reporters read. Requests are {@code [what, function, groups
 * as JSON, …]}.
 */
public final class UserMetrics {
    /** Values that a distribution keeps. */
    static final int WINDOW = 1000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final MetricGroup operator;

    public UserMetrics(MetricGroup operator) {
        this.operator = operator;
    }

    /** The group of a function's metrics. */
    public static MetricGroup groupOf(MetricGroup operator, String function) {
        return operator.addGroup("function", function);
    }

    /** Registers a metric; returns the memory of its numbers. */
    public ByteBuffer register(String[] request) {
        MetricGroup group = group(request);
        String kind = request[3];
        String name = request[4];
        boolean distribution = kind.equals("distribution");
        SharedBuffer memory = new SharedBuffer((distribution ? 1 + WINDOW : 1) * Double.BYTES);
        switch (kind) {
            case "counter" -> group.counter(name, new SharedCounter(memory));
            case "gauge" -> group.gauge(name, (Gauge<Number>) () -> number(memory));
            case "meter" -> {
                Counter events = new SharedCounter(memory);
                group.meter(name, new MeterView(events, Integer.parseInt(request[5])));
            }
            case "distribution" -> group.histogram(name, new SharedHistogram(memory));
            default -> throw new IllegalArgumentException("No metric " + kind);
        }
        return memory.bytes;
    }

    public String scope(String[] request) {
        return MAPPER.valueToTree(group(request).getScopeComponents()).toString();
    }

    public String variables(String[] request) {
        return MAPPER.valueToTree(group(request).getAllVariables()).toString();
    }

    public String identifier(String[] request) {
        return '"' + group(request).getMetricIdentifier(request[3]) + '"';
    }

    private MetricGroup group(String[] request) {
        MetricGroup group = groupOf(operator, request[1]);
        try {
            for (String[] step : MAPPER.readValue(request[2], String[][].class)) {
                group =
                        step.length == 1
                                ? group.addGroup(step[0])
                                : group.addGroup(step[0], step[1]);
            }
            return group;
        } catch (JsonProcessingException e) {
            throw new FlinkRuntimeException("Not groups of metrics: " + request[2], e);
        }
    }

    private static Number number(SharedBuffer memory) {
        double value = memory.segment.getDouble(0);
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            return (long) value;
        }
        return value;
    }
}

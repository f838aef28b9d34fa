package org.tsflink.bench;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The measurements of all rounds, as a table and as JSON. */
final class Report {

    private final List<Workload> workloads;
    private final List<Measurement> measurements = new ArrayList<>();

    Report(List<Workload> workloads) {
        this.workloads = workloads;
    }

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%-10s %-11s %14s %15s %10s %15s %11s %17s%n"
                        .formatted(
                                "query",
                                "mode",
                                "CPU ns/row",
                                "task CPU ns/row",
                                "V8 ns/row",
                                "rows/s",
                                "calls/row",
                                "rows/CPU s / Java"));
        for (Workload workload : workloads) {
            for (Mode mode : workload.modes()) {
                text.append(
                        "%-10s %-11s %14.1f %15.1f %10.1f %,15.0f %11.6f %17.2f%n"
                                .formatted(
                                        workload.name().toLowerCase(),
                                        mode.name().toLowerCase(),
                                        median(workload, mode, Measurement::cpuNanosPerRow),
                                        median(workload, mode, Measurement::taskCpuNanosPerRow),
                                        median(workload, mode, Measurement::v8NanosPerRow),
                                        median(workload, mode, Measurement::rowsPerSecond),
                                        median(workload, mode, Measurement::crossingsPerRow),
                                        ratioToJava(workload, mode)));
            }
        }
        return text.toString();
    }

    String json() throws Exception {
        List<Map<String, Object>> runs = new ArrayList<>();
        for (Measurement measurement : measurements) {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("query", measurement.workload().name().toLowerCase());
            run.put("mode", measurement.mode().name().toLowerCase());
            run.put("rows", measurement.rows());
            run.put("cpuNanosPerRow", measurement.cpuNanosPerRow());
            run.put("taskCpuNanosPerRow", measurement.taskCpuNanosPerRow());
            run.put("v8NanosPerRow", measurement.v8NanosPerRow());
            run.put("rowsPerSecond", measurement.rowsPerSecond());
            run.put("crossingsPerRow", measurement.crossingsPerRow());
            runs.add(run);
        }
        Map<String, Double> ratios = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            ratios.put(workload.name().toLowerCase(), ratioToJava(workload, Mode.TYPESCRIPT));
        }
        return new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(Map.of("ratioToJava", ratios, "runs", runs));
    }

    /** Rows per CPU second, as a share of Java's. */
    private double ratioToJava(Workload workload, Mode mode) {
        return median(workload, Mode.JAVA, Measurement::cpuNanosPerRow)
                / median(workload, mode, Measurement::cpuNanosPerRow);
    }

    private double median(Workload workload, Mode mode, ToDoubleFunction<Measurement> value) {
        double[] sorted =
                measurements.stream()
                        .filter(m -> m.workload() == workload && m.mode() == mode)
                        .mapToDouble(value)
                        .sorted()
                        .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}

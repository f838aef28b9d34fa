package org.tsflink.bench;

import org.tsflink.bench.source.Stopwatch;

/** One run of one mode of one query. */
record Measurement(
        Workload workload, Mode mode, long rows, Stopwatch.Reading reading, V8Metrics.Reading v8) {

    double cpuNanosPerRow() {
        return (double) reading.processCpuNanos() / rows;
    }

    double taskCpuNanosPerRow() {
        return (double) reading.sourceThreadCpuNanos() / rows;
    }

    double rowsPerSecond() {
        return rows * 1e9 / reading.nanos();
    }

    double crossingsPerRow() {
        return (double) v8.crossings() / rows;
    }

    double v8NanosPerRow() {
        return v8.millis() * 1e6 / rows;
    }
}

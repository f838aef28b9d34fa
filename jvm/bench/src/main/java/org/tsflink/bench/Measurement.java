package org.tsflink.bench;

import org.tsflink.bench.source.Stopwatch;

/** One run of one mode of one query. */
record Measurement(
        Workload workload, Mode mode, long rows, Stopwatch.Reading reading, long crossings) {

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
        return (double) crossings / rows;
    }
}

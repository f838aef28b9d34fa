package org.tsflink.bench.source;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Measures from the first row of the running job to its last one: start-up is not in it. */
public final class Stopwatch {

    /** What passed between the first and the last row. */
    public record Reading(long nanos, long processCpuNanos, long sourceThreadCpuNanos) {}

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static volatile Reading started;
    private static volatile Reading reading;

    private Stopwatch() {}

    static void start() {
        started = now();
    }

    static void stop() {
        Reading now = now();
        reading =
                new Reading(
                        now.nanos - started.nanos,
                        now.processCpuNanos - started.processCpuNanos,
                        now.sourceThreadCpuNanos - started.sourceThreadCpuNanos);
    }

    /** The reading of the job that ended last. */
    public static Reading reading() {
        return reading;
    }

    /** Of the workers that functions run in. */
    private static long childrenCpuNanos() {
        return ProcessHandle.current()
                .descendants()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static Reading now() {
        return new Reading(
                System.nanoTime(),
                PROCESS.getProcessCpuTime() + childrenCpuNanos(),
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}

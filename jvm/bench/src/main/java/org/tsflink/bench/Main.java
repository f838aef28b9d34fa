package org.tsflink.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures TypeScript functions against Java ones, all in one JVM, the modes in turn. */
public final class Main {

    private static final long DIGEST_ROWS = 20_000;

    private Main() {}

    /**
     * @param args rows of a run, rounds, names of queries, where to write the JSON, the bundled
     *     script, and {@code name=export} of its functions
     */
    public static void main(String[] args) throws Exception {
        long rows = Long.parseLong(args[0]);
        int rounds = Integer.parseInt(args[1]);
        List<Workload> workloads =
                Arrays.stream(args[2].toUpperCase().split(",")).map(Workload::valueOf).toList();
        Path json = Path.of(args[3]);
        Functions functions =
                Functions.read(Path.of(args[4]), Arrays.asList(args).subList(5, args.length));
        Report report = new Report(workloads);
        try (Cluster cluster = new Cluster()) {
            Runner runner = new Runner(cluster, functions);
            for (Workload workload : workloads) {
                checkDigests(runner, workload);
                for (int round = -1; round < rounds; round++) {
                    for (Mode mode : workload.modes()) {
                        Measurement measurement =
                                runner.measure(workload, mode, rows / workload.weight());
                        if (round >= 0) {
                            report.add(measurement);
                            progress(round, measurement);
                        }
                    }
                }
            }
        }
        System.out.print(report.table());
        Files.writeString(json, report.json());
        System.exit(0);
    }

    private static void checkDigests(Runner runner, Workload workload) throws Exception {
        long expected = runner.digest(workload, Mode.JAVA, DIGEST_ROWS);
        for (Mode mode : workload.modes()) {
            long digest = mode == Mode.NONE ? expected : runner.digest(workload, mode, DIGEST_ROWS);
            if (digest != expected) {
                throw new IllegalStateException(
                        "%s: %s computes something else than JAVA".formatted(workload, mode));
            }
        }
    }

    private static void progress(int round, Measurement measurement) {
        System.err.printf(
                "round %d  %-10s %-11s %8.1f CPU ns/row %,12.0f rows/s%n",
                round + 1,
                measurement.workload().name().toLowerCase(),
                measurement.mode().name().toLowerCase(),
                measurement.cpuNanosPerRow(),
                measurement.rowsPerSecond());
    }
}

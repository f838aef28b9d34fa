package org.tsflink.bench;

import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.CloseableIterator;
import org.tsflink.bench.source.Stopwatch;

import java.util.HashMap;
import java.util.Map;

/** Runs single queries on the cluster. */
record Runner(Cluster cluster, Functions functions) {

    /** Runs a query into a sink that drops everything. */
    Measurement measure(Workload workload, Mode mode, long rows) throws Exception {
        TableEnvironment tables = environment(workload, mode, rows);
        V8Metrics.reset();
        workload.table(mode)
                .orElseThrow()
                .apply(tables)
                .insertInto(TableDescriptor.forConnector("blackhole").build())
                .execute()
                .await();
        return new Measurement(workload, mode, rows, Stopwatch.reading(), V8Metrics.read());
    }

    /** A number that depends on every row of the result, but not on their order. */
    long digest(Workload workload, Mode mode, long rows) throws Exception {
        TableEnvironment tables = environment(workload, mode, rows);
        long digest = 0;
        try (CloseableIterator<Row> results =
                workload.table(mode).orElseThrow().apply(tables).execute().collect()) {
            while (results.hasNext()) {
                Row row = results.next();
                boolean added =
                        row.getKind() == RowKind.INSERT || row.getKind() == RowKind.UPDATE_AFTER;
                row.setKind(RowKind.INSERT);
                long hash = row.hashCode() * 0x9E3779B97F4A7C15L;
                digest += added ? hash : -hash;
            }
        }
        return digest;
    }

    private TableEnvironment environment(Workload workload, Mode mode, long rows) {
        Map<String, String> options = new HashMap<>(workload.options());
        options.putAll(mode.options());
        TableEnvironment tables = cluster.newTableEnvironment(options, mode.withPlanner());
        functions.register(tables);
        tables.executeSql(
                "CREATE TABLE input (%s) WITH ('connector' = 'ring', 'rows' = '%d')"
                        .formatted(workload.columns(), rows));
        return tables;
    }
}

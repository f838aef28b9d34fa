package org.tsflink.planner.testing;

import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.CloseableIterator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs queries to their end. */
public final class Results {

    private static final long TIMEOUT_SECONDS = 60;

    private Results() {}

    /** The rows of the table that the changes of a query add up to, sorted, each with its count. */
    public static List<String> materialized(TableEnvironment tables, String sql) throws Exception {
        return materialized(tables.executeSql(sql));
    }

    /** The same of a query that runs already. */
    public static List<String> materialized(TableResult result) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (Row row : changes(result)) {
            boolean added =
                    row.getKind() == RowKind.INSERT || row.getKind() == RowKind.UPDATE_AFTER;
            Row content = Row.copy(row);
            content.setKind(RowKind.INSERT);
            counts.merge(content.toString(), added ? 1 : -1, Integer::sum);
        }
        List<String> rows = new ArrayList<>();
        counts.forEach(
                (row, count) -> {
                    if (count != 0) {
                        rows.add(row + " x" + count);
                    }
                });
        return rows;
    }

    /** The changes that a query gives, in their order. */
    public static List<Row> changes(TableEnvironment tables, String sql) throws Exception {
        return changes(tables.executeSql(sql));
    }

    /** The same of a query that runs already. */
    public static List<Row> changes(TableResult result) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (CloseableIterator<Row> iterator = result.collect()) {
            CompletableFuture.runAsync(() -> iterator.forEachRemaining(rows::add))
                    .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
        return rows;
    }
}

package org.tsflink.gateway;

import io.grpc.Context;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.RowKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tsflink.proto.v1.ExecuteResponse;
import org.tsflink.proto.v1.FetchResultsResponse;
import org.tsflink.proto.v1.ResultFormat;
import org.tsflink.proto.v1.ResultKind;

import java.util.Iterator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class ResultsTest {

    private static final String NUMBERS =
            "CREATE TABLE numbers (n BIGINT) WITH ('connector' = 'datagen',"
                    + " 'rows-per-second' = '100000000', 'number-of-rows' = '%d',"
                    + " 'fields.n.min' = '7')";

    @Test
    void streamsAMillionRows() {
        try (Client client = Client.batch()) {
            client.sql(
                    NUMBERS.formatted(1_000_000)
                            .replace(
                                    "'fields.n.min' = '7'",
                                    "'fields.n.kind' = 'sequence', 'fields.n.start' = '1',"
                                            + " 'fields.n.end' = '1000000'"));
            ExecuteResponse executed = client.sql("SELECT n, CAST(n AS STRING) FROM numbers");
            Iterator<FetchResultsResponse> batches =
                    client.fetch(executed, ResultFormat.RESULT_FORMAT_BINARY);
            long count = 0;
            long sum = 0;
            while (batches.hasNext()) {
                var batch = batches.next().getRows();
                assertThat(batch.getRows().size()).isLessThan(512 * 1024);
                for (RowData row : Gateway.rows(batch, 2)) {
                    count++;
                    sum += row.getLong(0);
                }
            }
            assertThat(count).isEqualTo(1_000_000);
            assertThat(sum).isEqualTo(500_000_500_000L);
            assertThat(client.status(executed)).isEqualTo("FINISHED");
        }
    }

    @Test
    void waitsForASlowReader() throws InterruptedException {
        try (Client client = Client.streaming()) {
            client.sql(NUMBERS.formatted(100_000_000));
            ExecuteResponse executed =
                    client.sql("SELECT n, REPEAT('x', 1000) AS text FROM numbers");
            var batches = client.fetch(executed, ResultFormat.RESULT_FORMAT_BINARY);
            batches.next();
            long before = usedMemory();
            // At full speed this would be hundreds of megabytes.
            Thread.sleep(3_000);
            assertThat(usedMemory() - before).isLessThan(64L * 1024 * 1024);
            assertThat(client.status(executed)).isEqualTo("RUNNING");
            client.cancel(executed);
        }
    }

    @Test
    void showsTheRowsOfASlowQueryAtOnce() {
        try (Client client = Client.streaming()) {
            client.sql(
                    "CREATE TABLE slow (n BIGINT) WITH ('connector' = 'datagen',"
                            + " 'rows-per-second' = '2')");
            ExecuteResponse executed = client.sql("SELECT n FROM slow");
            var batches = client.fetch(executed, ResultFormat.RESULT_FORMAT_BINARY);
            assertThat(batches.next().getRows().getOffsetsCount()).isLessThan(5);
            assertThat(batches.next().getRows().getOffsetsCount()).isLessThan(5);
            var text =
                    client.fetch(
                            client.sql("SELECT n FROM slow"), ResultFormat.RESULT_FORMAT_TABLEAU);
            assertThat(text.next().getText()).contains("| op |");
        }
    }

    @Test
    void cancelsAnAbandonedQuery() throws InterruptedException {
        try (Client client = Client.streaming()) {
            client.sql("CREATE TABLE endless (id BIGINT) WITH ('connector' = 'datagen')");
            ExecuteResponse executed = client.sql("SELECT id FROM endless");
            Context.CancellableContext reading = Context.current().withCancellation();
            Context previous = reading.attach();
            try {
                client.fetch(executed, ResultFormat.RESULT_FORMAT_BINARY).next();
            } finally {
                reading.detach(previous);
            }
            reading.cancel(null);
            while (!client.status(executed).equals("CANCELED")) {
                Thread.sleep(50);
            }
        }
    }

    @Test
    void givesUpAResultThatNobodyReads() throws InterruptedException {
        try (Client client = Client.streaming()) {
            client.sql("SET 'tsflink.result.unread-timeout' = '200 ms'");
            client.sql("CREATE TABLE endless (id BIGINT) WITH ('connector' = 'datagen')");
            ExecuteResponse executed = client.sql("SELECT id FROM endless");
            while (!client.status(executed).equals("CANCELED")) {
                Thread.sleep(50);
            }
            assertThat(Failures.of(() -> client.rows(executed)).getCode())
                    .isEqualTo("RESULT_EXPIRED");
        }
    }

    @Test
    void readsAResultOnce() {
        try (Client client = Client.batch()) {
            ExecuteResponse executed = client.sql("SELECT 1");
            assertThat(client.rows(executed)).hasSize(1);
            assertThat(Failures.of(() -> client.rows(executed)).getCode())
                    .isEqualTo("RESULT_CONSUMED");
        }
    }

    @Test
    void givesRowKinds() {
        try (Client client = Client.streaming()) {
            List<RowData> rows =
                    client.rows(
                            client.sql(
                                    "SELECT k, COUNT(*) FROM (VALUES ('a'), ('a')) AS t(k) GROUP BY k"));
            assertThat(rows)
                    .extracting(RowData::getRowKind)
                    .containsExactly(RowKind.INSERT, RowKind.UPDATE_BEFORE, RowKind.UPDATE_AFTER);
        }
    }

    @Test
    void answersStatementsThatRunNoJob() {
        try (Client client = Client.batch()) {
            ExecuteResponse created =
                    client.sql("CREATE TABLE t (a INT, b STRING) WITH ('connector' = 'blackhole')");
            assertThat(created.getResultKind()).isEqualTo(ResultKind.RESULT_KIND_SUCCESS);
            assertThat(created.hasJobId()).isFalse();
            assertThat(client.rows(client.sql("SHOW TABLES")))
                    .extracting(row -> row.getString(0).toString())
                    .containsExactly("t");
            assertThat(client.text(client.sql("DESCRIBE t"))).contains("|    b | STRING | TRUE |");
            assertThat(client.text(client.sql("EXPLAIN SELECT a FROM (VALUES 1) AS t(a)")))
                    .contains("== Optimized Physical Plan ==");
        }
    }

    @Test
    void insertsWithoutItsResultBeingRead() {
        try (Client client = Client.batch()) {
            client.sql("CREATE TABLE t (a INT) WITH ('connector' = 'blackhole')");
            ExecuteResponse executed = client.sql("INSERT INTO t VALUES 1, 2, 3");
            assertThat(client.await(executed)).isEqualTo("FINISHED");
            assertThat(client.rows(executed))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getLong(0)).isEqualTo(-1));
        }
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

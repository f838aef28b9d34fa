package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.TestEnvironment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accumulators survive a failure and a savepoint, every row counted once, and end with their time.
 */
class AggregateRecoveryTest {

    private static final long ROWS = 4000;
    private static final long KEYS = 7;
    private static final AtomicInteger FAILURES = new AtomicInteger();

    // In the group operator, and of distinct values in Flink's own.
    private static final String BATCHED = "SELECT k, tsum(id), COUNT(*) FROM numbers GROUP BY k";
    private static final String OTHER =
            "SELECT k, tsum(DISTINCT id), COUNT(*) FROM numbers GROUP BY k";

    @BeforeEach
    void reset() {
        FAILURES.set(0);
    }

    @ParameterizedTest
    @CsvSource({"hashmap, true", "hashmap, false", "rocksdb, true", "rocksdb, false"})
    void aFailure(String backend, boolean batched) throws Exception {
        Configuration options = options(backend);
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
        TestEnvironment environment = create(options, 2000, true);

        List<String> rows = Results.materialized(environment.tables(), batched ? BATCHED : OTHER);

        assertThat(FAILURES).hasValue(1);
        assertThat(rows).containsExactlyInAnyOrderElementsOf(expected());
    }

    @ParameterizedTest
    @CsvSource({"hashmap, true", "rocksdb, true", "hashmap, false", "rocksdb, false"})
    void aSavepoint(String backend, boolean batched, @TempDir Path directory) throws Exception {
        String query = batched ? BATCHED : OTHER;
        Configuration options = options(backend);
        TableResult first = create(options, 500, false).tables().executeSql(query);
        String savepoint;
        try (CloseableIterator<Row> changes = first.collect()) {
            // Until there is something to save.
            for (int i = 0; i < 100; i++) {
                assertThat(changes.next().getKind()).isNotNull();
            }
            JobClient client = first.getJobClient().orElseThrow();
            savepoint =
                    client.stopWithSavepoint(
                                    false,
                                    directory.toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
        }
        options.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        // The sink of results, which is another one for each query, has left rows in it.
        options.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        TestEnvironment restored = create(options, 100_000, false);
        Map<Object, String> last = new HashMap<>();
        for (Row row : Results.changes(restored.tables(), query)) {
            // All keys were there before.
            assertThat(row.getKind()).isNotEqualTo(RowKind.INSERT);
            last.put(row.getField(0), row.getField(1) + ", " + row.getField(2));
        }
        Map<Object, String> whole = new HashMap<>();
        for (int k = 0; k < KEYS; k++) {
            whole.put(k, sum(k) + ", " + count(k));
        }
        assertThat(last).isEqualTo(whole);
    }

    /** A row of another key takes longer than state is kept. */
    @ParameterizedTest
    @CsvSource({"hashmap, '', 1 ms, 2", "rocksdb, DISTINCT, 1 ms, 2", "rocksdb, '', 1 h, 3"})
    void aTimeToLive(String backend, String distinct, String ttl, long sum) throws Exception {
        Configuration options = options(backend);
        options.setString("table.exec.state.ttl", ttl);
        options.setString("tsflink.function.batch-size", "1");
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, options);
        AggregateQueries.createFunctions(environment.tables());
        environment
                .tables()
                .createTemporaryView(
                        "numbers",
                        environment
                                .tables()
                                .fromDataStream(
                                        environment
                                                .streams()
                                                .fromData(
                                                        Types.ROW(Types.LONG, Types.LONG),
                                                        Row.of(7L, 1L),
                                                        Row.of(8L, 5L),
                                                        Row.of(7L, 2L)))
                                .as("k", "id"));
        List<Row> changes =
                Results.changes(
                        environment.tables(),
                        "SELECT k, slowSum(%s id) FROM numbers GROUP BY k".formatted(distinct));
        Row last = changes.get(changes.size() - 1);
        assertThat(List.of(last.getField(0), last.getField(1))).isEqualTo(List.of(7L, sum));
    }

    private static Configuration options(String backend) {
        Configuration options = new Configuration();
        options.setString("state.backend.type", backend);
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        return options;
    }

    private static TestEnvironment create(
            Configuration options, double rowsPerSecond, boolean fails) {
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, options);
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(
                        index -> index,
                        ROWS,
                        RateLimiterStrategy.perSecond(rowsPerSecond),
                        Types.LONG);
        DataStream<Long> numbers =
                environment
                        .streams()
                        .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                        .map(new FailOnce(fails));
        environment
                .tables()
                .createTemporaryView(
                        "numbers_only", environment.tables().fromDataStream(numbers).as("id"));
        environment
                .tables()
                .executeSql(
                        "CREATE TEMPORARY VIEW numbers AS SELECT id, MOD(id, "
                                + KEYS
                                + ") AS k FROM numbers_only");
        AggregateQueries.createFunctions(environment.tables());
        return environment;
    }

    private static List<String> expected() {
        return LongStream.range(0, KEYS)
                .mapToObj(k -> "+I[" + k + ", " + sum(k) + ", " + count(k) + "] x1")
                .toList();
    }

    private static long sum(long k) {
        return LongStream.range(0, ROWS).filter(id -> id % KEYS == k).sum();
    }

    private static long count(long k) {
        return LongStream.range(0, ROWS).filter(id -> id % KEYS == k).count();
    }

    /** Fails, if it is to, at a row after the first checkpoint, in the first attempt. */
    private static final class FailOnce implements MapFunction<Long, Long>, CheckpointListener {

        private final boolean fails;
        private transient int rowsSinceCheckpoint;
        private transient boolean checkpointed;

        FailOnce(boolean fails) {
            this.fails = fails;
        }

        @Override
        public Long map(Long value) {
            if (fails && checkpointed && ++rowsSinceCheckpoint == 333 && FAILURES.get() == 0) {
                FAILURES.incrementAndGet();
                throw new IllegalStateException("fails on purpose");
            }
            return value;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpointed = true;
        }
    }
}

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
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.tsflink.planner.testing.Results;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A job that fails in the middle of batches starts again and gives every row once. */
class RecoveryTest {

    private static final long ROWS = 4000;
    private static final AtomicInteger FAILURES = new AtomicInteger();

    @Test
    void everyRowOnce() throws Exception {
        Configuration options = new Configuration();
        options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(100));
        options.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        options.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
        options.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, options);
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(
                        index -> index, ROWS, RateLimiterStrategy.perSecond(2000), Types.LONG);
        DataStream<Long> numbers =
                environment
                        .streams()
                        .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                        .map(new FailOnce());
        environment
                .tables()
                .createTemporaryView(
                        "numbers", environment.tables().fromDataStream(numbers).as("id"));
        new TypeScriptFunctions(environment.tables(), "functions.js")
                .add("plusOne", DataTypes.BIGINT(), DataTypes.BIGINT());

        List<Row> rows = Results.changes(environment.tables(), "SELECT plusOne(id) FROM numbers");

        assertThat(FAILURES).hasValue(1);
        assertThat(rows.stream().map(row -> (Long) row.getField(0)))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, ROWS).boxed().toList());
    }

    /** Fails at a row after the first checkpoint, in the first attempt. */
    private static final class FailOnce implements MapFunction<Long, Long>, CheckpointListener {

        private transient int rowsSinceCheckpoint;
        private transient boolean checkpointed;

        @Override
        public Long map(Long value) {
            if (checkpointed && ++rowsSinceCheckpoint == 333 && FAILURES.get() == 0) {
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

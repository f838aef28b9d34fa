package org.tsflink.runtime.function;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.configuration.ReadableConfig;
import org.tsflink.runtime.TsFlinkOptions;
import org.tsflink.runtime.engine.EngineOptions;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;

/** The values of {@link TsFlinkOptions} that travel with a job. */
public record FunctionOptions(
        int batchSize,
        int batchBytes,
        Duration flushInterval,
        Duration timeout,
        long heapLimitBytes,
        EngineOptions engine)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private static final int SINGLE_ROW_BYTES = 4096;

    /** The defaults of {@link TsFlinkOptions}. */
    public static final FunctionOptions DEFAULT = from(new Configuration());

    /** The same, with batches of another size that wait for another time. */
    public FunctionOptions withBatches(int batchSize, Duration flushInterval) {
        return new FunctionOptions(
                batchSize, batchBytes, flushInterval, timeout, heapLimitBytes, engine);
    }

    /** Takes the options from a configuration; refuses values that cannot work. */
    public static FunctionOptions from(ReadableConfig config) {
        int batchSize = config.get(TsFlinkOptions.BATCH_SIZE);
        check(
                batchSize >= 1 && batchSize <= 1 << 20,
                TsFlinkOptions.BATCH_SIZE,
                "1 to 1048576 rows");
        long batchBytes = config.get(TsFlinkOptions.BATCH_BYTES).getBytes();
        check(
                batchBytes >= 1 << 10 && batchBytes <= 1 << 30,
                TsFlinkOptions.BATCH_BYTES,
                "1 kb to 1 gb");
        return new FunctionOptions(
                batchSize,
                (int) batchBytes,
                config.get(TsFlinkOptions.FLUSH_INTERVAL),
                config.get(TsFlinkOptions.TIMEOUT),
                config.get(TsFlinkOptions.HEAP_LIMIT).getBytes(),
                EngineOptions.from(config));
    }

    /** The same for functions that are called row by row. */
    public FunctionOptions rowByRow() {
        return new FunctionOptions(
                1, SINGLE_ROW_BYTES, flushInterval, timeout, heapLimitBytes, engine);
    }

    private static void check(boolean valid, ConfigOption<?> option, String expected) {
        if (!valid) {
            throw new IllegalConfigurationException(
                    "Option " + option.key() + " is out of range: expected " + expected + ".");
        }
    }
}

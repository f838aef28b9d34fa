package org.tsflink.runtime.function;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ReadableConfig;
import org.tsflink.runtime.TsFlinkOptions;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;

/** The values of {@link TsFlinkOptions} that travel with a job. */
public record FunctionOptions(
        int batchSize,
        int batchBytes,
        Duration flushInterval,
        Duration timeout,
        long heapLimitBytes)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The defaults of {@link TsFlinkOptions}. */
    public static final FunctionOptions DEFAULT = from(new Configuration());

    public static FunctionOptions from(ReadableConfig config) {
        return new FunctionOptions(
                config.get(TsFlinkOptions.BATCH_SIZE),
                Math.toIntExact(config.get(TsFlinkOptions.BATCH_BYTES).getBytes()),
                config.get(TsFlinkOptions.FLUSH_INTERVAL),
                config.get(TsFlinkOptions.TIMEOUT),
                config.get(TsFlinkOptions.HEAP_LIMIT).getBytes());
    }
}

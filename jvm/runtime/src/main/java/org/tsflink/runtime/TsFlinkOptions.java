package org.tsflink.runtime;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.tsflink.runtime.engine.EngineKind;

import java.time.Duration;

/** The configuration options of TypeScript functions; set them like any option of Flink. */
public final class TsFlinkOptions {

    public static final ConfigOption<EngineKind> ENGINE =
            ConfigOptions.key("tsflink.function.engine")
                    .enumType(EngineKind.class)
                    .defaultValue(EngineKind.EMBEDDED)
                    .withDescription("Where functions run.");

    public static final ConfigOption<Integer> BATCH_SIZE =
            ConfigOptions.key("tsflink.function.batch-size")
                    .intType()
                    .defaultValue(1024)
                    .withDescription("Rows gathered before V8 is called.");

    public static final ConfigOption<MemorySize> BATCH_BYTES =
            ConfigOptions.key("tsflink.function.batch-bytes")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(1))
                    .withDescription(
                            "Bytes of rows gathered before V8 is called, and the first size of the"
                                    + " result buffer. A single row may be larger.");

    public static final ConfigOption<Duration> FLUSH_INTERVAL =
            ConfigOptions.key("tsflink.function.flush-interval")
                    .durationType()
                    .defaultValue(Duration.ofMillis(5))
                    .withDescription("How long a row may wait for a batch to fill.");

    public static final ConfigOption<Duration> TIMEOUT =
            ConfigOptions.key("tsflink.function.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(60))
                    .withDescription(
                            "How long the functions may take for one row before they are ended and"
                                    + " the task fails with FUNCTION_TIMEOUT.");

    public static final ConfigOption<MemorySize> HEAP_LIMIT =
            ConfigOptions.key("tsflink.function.heap-limit")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(256))
                    .withDescription(
                            "Memory of one isolate (V8 heap, and likewise off-heap Buffers) above"
                                    + " which the task fails with FUNCTION_OUT_OF_MEMORY.");

    private TsFlinkOptions() {}
}

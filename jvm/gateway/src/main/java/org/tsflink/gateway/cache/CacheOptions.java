package org.tsflink.gateway.cache;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

import java.time.Duration;

/** The options of cached tables. */
public final class CacheOptions {

    public static final ConfigOption<String> DIRECTORY =
            ConfigOptions.key("tsflink.cache.directory")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Where the rows of cached tables, and of large values, are kept, as a URI of a file system that"
                                    + " the gateway writes and the cluster reads. By default the"
                                    + " temporary directory of the gateway, for its own cluster.");

    public static final ConfigOption<MemorySize> MAX_SIZE =
            ConfigOptions.key("tsflink.cache.max-size")
                    .memoryType()
                    .defaultValue(MemorySize.parse("1 gb"))
                    .withDescription(
                            "Bytes that the cached tables and values of a session may take on disk.");

    public static final ConfigOption<Duration> TIMEOUT =
            ConfigOptions.key("tsflink.cache.timeout")
                    .durationType()
                    .defaultValue(Duration.ofHours(1))
                    .withDescription(
                            "How long the job of a cached table may run; then it is cancelled.");

    private CacheOptions() {}
}

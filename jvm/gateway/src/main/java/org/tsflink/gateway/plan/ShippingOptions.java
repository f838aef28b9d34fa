package org.tsflink.gateway.plan;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;

import java.util.List;

/** The options of what functions and jobs take along. The client applies the limits. */
public final class ShippingOptions {

    public static final ConfigOption<MemorySize> MAX_CAPTURED_SIZE =
            ConfigOptions.key("tsflink.shipping.max-captured-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(32))
                    .withDescription(
                            "The most that the values, functions and classes captured by the"
                                    + " functions of a request may take.");

    public static final ConfigOption<MemorySize> MAX_SCRIPT_SIZE =
            ConfigOptions.key("tsflink.shipping.max-script-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(64))
                    .withDescription(
                            "The most that the script with the functions of a request and all that"
                                    + " they capture and import may take.");

    public static final ConfigOption<MemorySize> MAX_FILES_SIZE =
            ConfigOptions.key("tsflink.shipping.max-files-size")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(256))
                    .withDescription(
                            "The most that the files may take together that modules of the"
                                    + " functions of a request read beside them.");

    /** In the form of {@link PipelineOptions#CACHED_FILES}. */
    public static final ConfigOption<List<String>> ARCHIVES =
            ConfigOptions.key("tsflink.shipping.archives")
                    .stringType()
                    .asList()
                    .noDefaultValue()
                    .withDescription(
                            "Archives that jobs take along, unpacked, in the form of"
                                    + " pipeline.cached-files; addArchive sets it.");

    private ShippingOptions() {}
}

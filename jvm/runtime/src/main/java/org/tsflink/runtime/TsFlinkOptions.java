package org.tsflink.runtime;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.tsflink.runtime.engine.EngineKind;
import org.tsflink.runtime.worker.Inspect;
import org.tsflink.runtime.worker.Sharing;

import java.time.Duration;

/** The configuration options of TypeScript functions; set them like any option of Flink. */
public final class TsFlinkOptions {

    public static final ConfigOption<EngineKind> ENGINE =
            ConfigOptions.key("tsflink.function.engine")
                    .enumType(EngineKind.class)
                    .defaultValue(EngineKind.EMBEDDED)
                    .withDescription(
                            "Where functions run: embedded, in V8 in the TaskManager; process, in"
                                    + " Node processes that the TaskManager starts; or external, in"
                                    + " workers that run elsewhere.");

    public static final ConfigOption<String> PROCESS_NODE =
            ConfigOptions.key("tsflink.process.node")
                    .stringType()
                    .defaultValue("node")
                    .withDescription(
                            "The command that starts Node.js 20.19 or later for the process engine;"
                                    + " words before it may limit it: taskset -c 0 node.");

    public static final ConfigOption<Sharing> PROCESS_SHARING =
            ConfigOptions.key("tsflink.process.sharing")
                    .enumType(Sharing.class)
                    .defaultValue(Sharing.TASK)
                    .withDescription(
                            "What shares a process, in which functions run one at a time: task (the"
                                    + " operators of a subtask), slot (the subtasks of a job with"
                                    + " the same index), job (all its subtasks in a TaskManager),"
                                    + " function (no other).");

    public static final ConfigOption<Duration> PROCESS_START_TIMEOUT =
            ConfigOptions.key("tsflink.process.start-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription("How long a process may take to start before its task fails.");

    public static final ConfigOption<Duration> PROCESS_SILENCE_TIMEOUT =
            ConfigOptions.key("tsflink.process.silence-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(20))
                    .withDescription(
                            "How long nothing may be heard of a process, which tells that it lives"
                                    + " twice a second, before it is ended and its task fails.");

    public static final ConfigOption<Inspect> PROCESS_INSPECT =
            ConfigOptions.key("tsflink.process.inspect")
                    .enumType(Inspect.class)
                    .defaultValue(Inspect.NONE)
                    .withDescription(
                            "Whether processes open the inspector of Node.js, for debuggers and"
                                    + " profilers on their machine: open, or wait, with which they"
                                    + " load functions when a debugger has connected. Functions"
                                    + " have no time limit then.");

    public static final ConfigOption<Integer> PROCESS_INSPECT_PORT =
            ConfigOptions.key("tsflink.process.inspect-port")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "The port of the inspector; a process takes the next one that is free,"
                                    + " and any with 0.");

    public static final ConfigOption<Integer> PROCESS_WARM_WORKERS =
            ConfigOptions.key("tsflink.process.warm-workers")
                    .intType()
                    .defaultValue(0)
                    .withDescription(
                            "How many processes a TaskManager has ready, which have run nothing, for"
                                    + " jobs with the same settings, from the first of them on.");

    public static final ConfigOption<Duration> PROCESS_WARM_TIME =
            ConfigOptions.key("tsflink.process.warm-time")
                    .durationType()
                    .defaultValue(Duration.ofMinutes(5))
                    .withDescription(
                            "How long processes are kept ready when no job has needed one.");

    public static final ConfigOption<String> EXTERNAL_ADDRESSES =
            ConfigOptions.key("tsflink.external.addresses")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Where the workers of the external engine listen: host:port, several"
                                    + " parted by commas. A name stands for all its addresses.");

    public static final ConfigOption<String> EXTERNAL_TOKEN_FILE =
            ConfigOptions.key("tsflink.external.token-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The file, on each TaskManager, with the token that external workers ask"
                                    + " for; without it, the environment variable"
                                    + " TSFLINK_WORKER_TOKEN of the TaskManager has it.");

    public static final ConfigOption<Boolean> EXTERNAL_TLS_ENABLED =
            ConfigOptions.key("tsflink.external.tls.enabled")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Whether external workers are spoken to by TLS.");

    public static final ConfigOption<String> EXTERNAL_TLS_CA =
            ConfigOptions.key("tsflink.external.tls.ca")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The file, on each TaskManager, with the certificates (PEM) that those"
                                    + " of external workers are signed by; the JDK's by default.");

    public static final ConfigOption<String> EXTERNAL_TLS_CERT =
            ConfigOptions.key("tsflink.external.tls.cert")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The file, on each TaskManager, with its own certificate (PEM), for"
                                    + " external workers that ask for one.");

    public static final ConfigOption<String> EXTERNAL_TLS_KEY =
            ConfigOptions.key("tsflink.external.tls.key")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The file, on each TaskManager, with the private key (PKCS 8, PEM) of"
                                    + " its certificate.");

    public static final ConfigOption<Duration> EXTERNAL_CONNECT_TIMEOUT =
            ConfigOptions.key("tsflink.external.connect-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(60))
                    .withDescription(
                            "How long a task looks for an external worker that takes it before it"
                                    + " fails.");

    public static final ConfigOption<Duration> EXTERNAL_SILENCE_TIMEOUT =
            ConfigOptions.key("tsflink.external.silence-timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(20))
                    .withDescription(
                            "How long nothing may be heard of an external worker, which tells that"
                                    + " it lives twice a second, before its task fails.");

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

// Written by ConfigOptionsTest of the gateway from the option classes of Flink; do not edit.

/** A number, or its text. */
export type NumberOption = number | bigint | `${number}`;
/** A boolean, or its text. */
export type BooleanOption = boolean | `${boolean}`;

/** The options of Flink 2.3 and of tsflink by their keys, with the types of their values. */
export interface ConfigOptions {
  /** Determines whether application results should be automatically removed from the underlying application result store when the corresponding entity transitions into a clean state. If false, the cleaned application results are, instead, marked as clean to indicate their state. In this case, Flink no l… Default: `true`. */
  readonly 'application-result-store.delete-on-commit': BooleanOption;
  /** Defines where application results should be stored. This should be an underlying file-system that provides read-after-write consistency. By default, this is `high-availability.storageDir`/application-result-store/`high-availability.cluster-id` . */
  readonly 'application-result-store.storage-path': string;
  /** The connection timeout in milliseconds for the blob client. Default: `0`. */
  readonly 'blob.client.connect.timeout': NumberOption;
  /** The socket timeout in milliseconds for the blob client. Default: `300000`. */
  readonly 'blob.client.socket.timeout': NumberOption;
  /** The config parameter defining the desired backlog of BLOB fetches on the JobManager.Note that the operating system usually enforces an upper limit on the backlog size based on the SOMAXCONN setting. Default: `1000`. */
  readonly 'blob.fetch.backlog': NumberOption;
  /** The config parameter defining the maximum number of concurrent BLOB fetches that the JobManager serves. Default: `50`. */
  readonly 'blob.fetch.num-concurrent': NumberOption;
  /** The config parameter defining number of retires for failed BLOB fetches. Default: `5`. */
  readonly 'blob.fetch.retries': NumberOption;
  /** The minimum size for messages to be offloaded to the BlobServer. Default: `1048576`. */
  readonly 'blob.offload.minsize': NumberOption;
  /** The config parameter defining the server port of the blob service. Default: `0`. */
  readonly 'blob.server.port': string;
  /** Cleanup interval of the blob caches at the task managers (in seconds). Default: `3600`. */
  readonly 'blob.service.cleanup.interval': NumberOption;
  /** Flag to override ssl support for the blob service transport. Default: `true`. */
  readonly 'blob.service.ssl.enabled': BooleanOption;
  /** The config parameter defining the local storage directory to be used by the blob server. If not configured, then it will default to <WORKING_DIR>/blobStorage. */
  readonly 'blob.storage.directory': string;
  /** Fails attempts at loading classes if the user classloader of a job is used after it has terminated. This is usually caused by the classloader being leaked by lingering threads or misbehaving libraries, which may also result in the classloader being used by other jobs. This check should only be disa… Default: `true`. */
  readonly 'classloader.check-leaked-classloader': BooleanOption;
  /** Fail Flink JVM processes if 'OutOfMemoryError: Metaspace' is thrown while trying to load a user code class. Default: `true`. */
  readonly 'classloader.fail-on-metaspace-oom-error': BooleanOption;
  /** A (semicolon-separated) list of patterns that specifies which classes should always be resolved through the parent ClassLoader first. A pattern is a simple prefix that is checked against the fully qualified class name. These patterns are appended to "classloader.parent-first-patterns.default". Default: `[]`. */
  readonly 'classloader.parent-first-patterns.additional': string;
  /** A (semicolon-separated) list of patterns that specifies which classes should always be resolved through the parent ClassLoader first. A pattern is a simple prefix that is checked against the fully qualified class name. This setting should generally not be modified. To add another pattern we recomme… */
  readonly 'classloader.parent-first-patterns.default': string;
  /** Defines the class resolution strategy when loading classes from user code, meaning whether to first check the user code jar ("child-first") or the application classpath ("parent-first"). The default settings indicate to load classes first from the user code jar, which means that user code jars can… Default: `child-first`. */
  readonly 'classloader.resolve-order': string;
  /** The number of times a failed cleanup is retried if cleanup-strategy.type has been set to exponential-delay . Reaching the configured limit means that the job artifacts (and the job's JobResultStore entry) might need to be cleaned up manually. Default: `2147483647`. */
  readonly 'cleanup-strategy.exponential-delay.attempts': NumberOption;
  /** Starting duration between cleanup retries if cleanup-strategy.type has been set to exponential-delay . It can be specified using the following notation: "1 min", "20 s" Default: `1s`. */
  readonly 'cleanup-strategy.exponential-delay.initial-backoff': string;
  /** The highest possible duration between cleanup retries if cleanup-strategy.type has been set to exponential-delay . It can be specified using the following notation: "1 min", "20 s" Default: `1h`. */
  readonly 'cleanup-strategy.exponential-delay.max-backoff': string;
  /** The number of times that Flink retries the cleanup before giving up if cleanup-strategy.type has been set to fixed-delay . Reaching the configured limit means that the job artifacts (and the job's JobResultStore entry) might need to be cleaned up manually. Default: `2147483647`. */
  readonly 'cleanup-strategy.fixed-delay.attempts': NumberOption;
  /** Amount of time that Flink waits before re-triggering the cleanup after a failed attempt if the cleanup-strategy.type is set to fixed-delay . It can be specified using the following notation: "1 min", "20 s" Default: `1m`. */
  readonly 'cleanup-strategy.fixed-delay.delay': string;
  /** Defines the cleanup strategy to use in case of cleanup failures. Accepted values are: none , disable , off : Cleanup is only performed once. No retry will be initiated in case of failure. The job artifacts (and the job's JobResultStore entry) have to be cleaned up manually in case of a failure. fix… Default: `exponential-delay`. */
  readonly 'cleanup-strategy.type': string;
  /** Time interval for job client to report its heartbeat when 'execution.attached' and 'execution.shutdown-on-attached-exit' are both true. Cancel the job if timeout configured by 'client.heartbeat.timeout'. Default: `30s`. */
  readonly 'client.heartbeat.interval': string;
  /** Cancel the job if the dispatcher hasn't received the client's heartbeat after timeout when 'execution.attached' and 'execution.shutdown-on-attached-exit' are both true. Default: `3m`. */
  readonly 'client.heartbeat.timeout': string;
  /** The interval (in ms) between consecutive retries of failed attempts to execute commands through the CLI or Flink's clients, wherever retry is supported (default 2sec). Default: `2s`. */
  readonly 'client.retry-period': string;
  /** Timeout on the client side. Default: `1m`. */
  readonly 'client.timeout': string;
  /** The ID of the Flink cluster, used to separate multiple Flink clusters from each other. Currently, this option is primarily used to determine the archive path, and may also be used as the fixed application/job id (if not specified by the user) in high availability mode.The expected format is [0-9a-f… Default: `00000000000000000000000000000000`. */
  readonly 'cluster.id': string;
  /** Flag to check user code exiting system by terminating JVM (e.g., System.exit()). Note that this configuration option can interfere with cluster.processes.halt-on-fatal-error : In intercepted user-code, a call to System.exit() will not cause the JVM to halt, when THROW is configured. Default: `DISABLED`. */
  readonly 'cluster.intercept-user-system-exit': 'DISABLED' | 'LOG' | 'THROW';
  /** The size of the IO executor pool used by the cluster to execute blocking IO operations (Master as well as TaskManager processes). By default it will use 4 * the number of CPU cores (hardware contexts) that the cluster process has access to. Increasing the pool size allows to run more IO operations… */
  readonly 'cluster.io-pool.size': NumberOption;
  /** Whether processes should halt on fatal errors instead of performing a graceful shutdown. In some environments (e.g. Java 8 with the G1 garbage collector), a regular graceful shutdown can lead to a JVM deadlock. See FLINK-16510 for details. Default: `false`. */
  readonly 'cluster.processes.halt-on-fatal-error': BooleanOption;
  /** The pause made after an registration attempt caused an exception (other than timeout). Default: `10s`. */
  readonly 'cluster.registration.error-delay': string;
  /** Initial registration timeout between cluster components. Default: `0.1s`. */
  readonly 'cluster.registration.initial-timeout': string;
  /** Maximum registration timeout between cluster components. Default: `30s`. */
  readonly 'cluster.registration.max-timeout': string;
  /** The pause made after the registration attempt was refused. Default: `30s`. */
  readonly 'cluster.registration.refused-registration-delay': string;
  /** The shutdown timeout for cluster services like executors. Default: `30s`. */
  readonly 'cluster.services.shutdown-timeout': string;
  /** The maximum stacktrace depth of TaskManager and JobManager's thread dump web-frontend displayed. Default: `50`. */
  readonly 'cluster.thread-dump.stacktrace-max-depth': NumberOption;
  /** Defines whether cluster will handle any uncaught exceptions by just logging them (LOG mode), or by failing job (FAIL mode) Default: `LOG`. */
  readonly 'cluster.uncaught-exception-handling': 'LOG' | 'FAIL';
  /** The maximum number of line samples taken by the compiler for delimited inputs. The samples are used to estimate the number of records. This value can be overridden for a specific input with the input format’s parameters. Default: `10`. */
  readonly 'compiler.delimited-informat.max-line-samples': NumberOption;
  /** The maximal length of a line sample that the compiler takes for delimited inputs. If the length of a single sample exceeds this value (possible because of misconfiguration of the parser), the sampling aborts. This value can be overridden for a specific input with the input format’s parameters. Default: `2097152`. */
  readonly 'compiler.delimited-informat.max-sample-len': NumberOption;
  /** The minimum number of line samples taken by the compiler for delimited inputs. The samples are used to estimate the number of records. This value can be overridden for a specific input with the input format’s parameters Default: `2`. */
  readonly 'compiler.delimited-informat.min-line-samples': NumberOption;
  /** The cache size in bytes which is used to keep completed applications in memory. Default: `52428800`. */
  readonly 'completed-application-store.cache-size': NumberOption;
  /** The time after which a completed application expires and is purged from the store. Default: `1h`. */
  readonly 'completed-application-store.expiration-time': string;
  /** The max number of completed applications that can be kept in the store. NOTICE: if memory store keeps too many applications in session cluster, it may cause FullGC or OOM in jm. Default: `2147483647`. */
  readonly 'completed-application-store.max-capacity': NumberOption;
  /** Determines which store implementation is used in session cluster. Accepted values are: 'File': the file store keeps the completed applications in files 'Memory': the memory store keeps the completed applications in memory. You may need to limit the completed-application-store.max-capacity to mitiga… Default: `File`. */
  readonly 'completed-application-store.type': 'File' | 'Memory';
  /** Path to hadoop configuration directory. It is required to read HDFS and/or YARN configuration. You can also set it via environment variable. */
  readonly 'env.hadoop.conf.dir': string;
  /** Path to hbase configuration directory. It is required to read HBASE configuration. You can also set it via environment variable. */
  readonly 'env.hbase.conf.dir': string;
  /** A string of default JVM options to prepend to env.java.opts.all . This is intended to be set by administrators. Default: ``. */
  readonly 'env.java.default-opts.all': string;
  /** A string of default JVM options to prepend to env.java.opts.jobmanager . This is intended to be set by administrators. Default: ``. */
  readonly 'env.java.default-opts.jobmanager': string;
  /** A string of default JVM options to prepend to env.java.opts.taskmanager . This is intended to be set by administrators. Default: ``. */
  readonly 'env.java.default-opts.taskmanager': string;
  /** Location where Java is installed. If not specified, Flink will use your default Java installation. */
  readonly 'env.java.home': string;
  /** Java options to start the JVM of all Flink processes with. Default: ``. */
  readonly 'env.java.opts.all': string;
  /** Java options to start the JVM of the Flink Client with. Default: ``. */
  readonly 'env.java.opts.client': string;
  /** Java options to start the JVM of the HistoryServer with. Default: ``. */
  readonly 'env.java.opts.historyserver': string;
  /** Java options to start the JVM of the JobManager with. Default: ``. */
  readonly 'env.java.opts.jobmanager': string;
  /** Java options to start the JVM of the Flink SQL Gateway with. Default: ``. */
  readonly 'env.java.opts.sql-gateway': string;
  /** Java options to start the JVM of the TaskManager with. Default: ``. */
  readonly 'env.java.opts.taskmanager': string;
  /** Defines the directory where the Flink logs are saved. It has to be an absolute path. (Defaults to the log directory under Flink’s home) */
  readonly 'env.log.dir': string;
  /** Defines the level of the root logger. Default: `INFO`. */
  readonly 'env.log.level': string;
  /** The maximum number of old log files to keep. Default: `10`. */
  readonly 'env.log.max': NumberOption;
  /** Defines the directory where the flink-<host>-<process>.pid files are saved. Default: `the temporary directory`. */
  readonly 'env.pid.dir': string;
  /** Additional command line options passed to SSH clients when starting or stopping JobManager, TaskManager, and Zookeeper services (start-cluster.sh, stop-cluster.sh, start-zookeeper-quorum.sh, stop-zookeeper-quorum.sh). */
  readonly 'env.ssh.opts': string;
  /** Whether redirect stdout and stderr to files when running foreground. If enabled, logs won't append the console too. Note that redirected files do not support rolling rotate. Default: `false`. */
  readonly 'env.stdout-err.redirect-to-file': BooleanOption;
  /** Path to yarn configuration directory. It is required to run flink on YARN. You can also set it via environment variable. */
  readonly 'env.yarn.conf.dir': string;
  /** An optional list of event reporter names. If configured, only reporters whose name matches any of the names in the list will be started. Otherwise, all reporters that could be found in the configuration will be started. */
  readonly 'events.reporters': string;
  /** The size of buffer under async state execution. Async state execution provides a buffer mechanism to reduce state access. When the number of state requests in the active buffer exceeds the batch size, a batched state execution would be triggered. Larger batch sizes will bring higher end-to-end late… Default: `1000`. */
  readonly 'execution.async-state.active-buffer-size': NumberOption;
  /** The timeout of buffer triggering in milliseconds. If the buffer has not reached the 'execution.async-state.active-buffer-size' within 'buffer-timeout' milliseconds, a trigger will perform actively. Default: `1000`. */
  readonly 'execution.async-state.active-buffer-timeout': NumberOption;
  /** The max limit of in-flight records number in async state execution, 'in-flight' refers to the records that have entered the operator but have not yet been processed and emitted to the downstream. If the in-flight records number exceeds the limit, the newly records entering will be blocked until the… Default: `6000`. */
  readonly 'execution.async-state.total-buffer-size': NumberOption;
  /** Specifies if the pipeline is submitted in attached or detached mode. Default: `false`. */
  readonly 'execution.attached': BooleanOption;
  /** Defines how data is exchanged between tasks in batch 'execution.runtime-mode' if the shuffling behavior has not been set explicitly for an individual exchange. With pipelined exchanges, upstream and downstream tasks run simultaneously. In order to achieve lower latency, a result record is immediate… Default: `ALL_EXCHANGES_BLOCKING`. */
  readonly 'execution.batch-shuffle-mode': 'ALL_EXCHANGES_PIPELINED' | 'ALL_EXCHANGES_BLOCKING' | 'ALL_EXCHANGES_HYBRID_FULL' | 'ALL_EXCHANGES_HYBRID_SELECTIVE';
  /** A flag to enable or disable batch runtime specific state backend and timer service for keyed operators. NOTE: It takes effect only in the BATCH runtime mode and requires sorted inputsexecution.sorted-inputs.enabled to be enabled. Default: `true`. */
  readonly 'execution.batch-state-backend.enabled': BooleanOption;
  /** The average size of data volume to expect each task instance to process if jobmanager.scheduler has been set to AdaptiveBatch . Note that when data skew occurs or the decided parallelism reaches the execution.batch.adaptive.auto-parallelism.max-parallelism (due to too much data), the data actually… Default: `16 mb`. */
  readonly 'execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task': string;
  /** The default parallelism of source vertices or the upper bound of source parallelism to set adaptively if jobmanager.scheduler has been set to AdaptiveBatch . Note that execution.batch.adaptive.auto-parallelism.max-parallelism will be used if this configuration is not configured. If execution.batch.… */
  readonly 'execution.batch.adaptive.auto-parallelism.default-source-parallelism': NumberOption;
  /** If true, Flink will automatically decide the parallelism of operators in batch jobs. Default: `true`. */
  readonly 'execution.batch.adaptive.auto-parallelism.enabled': BooleanOption;
  /** The upper bound of allowed parallelism to set adaptively if jobmanager.scheduler has been set to AdaptiveBatch Default: `128`. */
  readonly 'execution.batch.adaptive.auto-parallelism.max-parallelism': NumberOption;
  /** The lower bound of allowed parallelism to set adaptively if jobmanager.scheduler has been set to AdaptiveBatch Default: `1`. */
  readonly 'execution.batch.adaptive.auto-parallelism.min-parallelism': NumberOption;
  /** A flag to enable or disable the job recovery. If enabled, batch jobs can resume with previously generated intermediate results after job master restarts due to failures, thereby preserving the progress. Default: `false`. */
  readonly 'execution.batch.job-recovery.enabled': BooleanOption;
  /** The timeout for a new job master to wait for the previous worker to reconnect.A reconnected worker will transmit the details of its produced intermediate results to the new job master, enabling the job master to reuse these results. Default: `30s`. */
  readonly 'execution.batch.job-recovery.previous-worker.recovery.timeout': string;
  /** The minimal pause between snapshots taken by operator coordinator or other components. It is used to avoid performance degradation due to excessive snapshot frequency. Default: `3m`. */
  readonly 'execution.batch.job-recovery.snapshot.min-pause': string;
  /** Controls how long an detected slow node should be blocked for. Default: `1m`. */
  readonly 'execution.batch.speculative.block-slow-node-duration': string;
  /** Controls whether to enable speculative execution. Default: `false`. */
  readonly 'execution.batch.speculative.enabled': BooleanOption;
  /** Controls the maximum number of execution attempts of each operator that can execute concurrently, including the original one and speculative ones. Default: `2`. */
  readonly 'execution.batch.speculative.max-concurrent-executions': NumberOption;
  /** If disabled, the config execution.buffer-timeout.interval will not take effect and the flushing will be triggered only when the output buffer is full thus maximizing throughput Default: `true`. */
  readonly 'execution.buffer-timeout.enabled': BooleanOption;
  /** The maximum time frequency (milliseconds) for the flushing of the output buffers. By default the output buffers flush frequently to provide low latency and to aid smooth developer experience. Setting the parameter can result in three logical modes: A positive value triggers flushing periodically by… Default: `0.1s`. */
  readonly 'execution.buffer-timeout.interval': string;
  /** Only relevant if execution.checkpointing.unaligned.enabled is enabled. If timeout is 0, checkpoints will always start unaligned. If timeout has a positive value, checkpoints will start aligned. If during checkpointing, checkpoint start delay exceeds this timeout, alignment will timeout and checkpoi… Default: `0s`. */
  readonly 'execution.checkpointing.aligned-checkpoint-timeout': string;
  /** Feature toggle for enabling checkpointing even if some of tasks have finished. Before you enable it, please take a look at the important considerations Default: `true`. */
  readonly 'execution.checkpointing.checkpoints-after-tasks-finish': BooleanOption;
  /** Option whether to discard a checkpoint's states in parallel using the ExecutorService passed into the cleaner Default: `true`. */
  readonly 'execution.checkpointing.cleaner.parallel-mode': BooleanOption;
  /** Whether to create sub-directories named by job id under the ' execution.checkpointing.dir ' to store the data files and meta data of checkpoints. The default value is true to enable user could run several jobs with the same checkpoint directory at the same time. If this value is set to false, pay a… Default: `true`. */
  readonly 'execution.checkpointing.create-subdir': BooleanOption;
  /** The minimum size of state data files. All state chunks smaller than that are stored inline in the root checkpoint metadata file. The max memory threshold for this configuration is 1MB. Default: `20 kb`. */
  readonly 'execution.checkpointing.data-inline-threshold': string;
  /** The default directory used for storing the data files and meta data of checkpoints in a Flink supported filesystem. The storage path must be accessible from all participating processes/nodes(i.e. all TaskManagers and JobManagers). If the 'execution.checkpointing.storage' is set to 'jobmanager', onl… */
  readonly 'execution.checkpointing.dir': string;
  /** Whether to enable checkpointing during recovery from an unaligned checkpoint. When enabled, the job can take checkpoints while still recovering channel state (inflight data) from a previous unaligned checkpoint. This avoids the need to wait for full recovery before the first checkpoint can be trigg… Default: `false`. */
  readonly 'execution.checkpointing.during-recovery.enabled': BooleanOption;
  /** Externalized checkpoints write their meta data out to persistent storage and are not automatically cleaned up when the owning job fails or is suspended (terminating with job status JobStatus#FAILED or JobStatus#SUSPENDED ). In this case, you have to manually clean up the checkpoint state, both the… Default: `NO_EXTERNALIZED_CHECKPOINTS`. */
  readonly 'execution.checkpointing.externalized-checkpoint-retention': 'DELETE_ON_CANCELLATION' | 'RETAIN_ON_CANCELLATION' | 'NO_EXTERNALIZED_CHECKPOINTS';
  /** Only relevant if execution.checkpointing.file-merging.enabled is enabled. Whether to allow merging data of multiple checkpoints into one physical file. If this option is set to false, only merge files within checkpoint boundaries. Otherwise, it is possible for the logical files of different checkpo… Default: `false`. */
  readonly 'execution.checkpointing.file-merging.across-checkpoint-boundary': BooleanOption;
  /** Whether to enable merging multiple checkpoint files into one, which will greatly reduce the number of small checkpoint files. This is an experimental feature under evaluation, make sure you're aware of the possible effects of enabling it. Default: `false`. */
  readonly 'execution.checkpointing.file-merging.enabled': BooleanOption;
  /** Max size of a physical file for merged checkpoints. Default: `32 mb`. */
  readonly 'execution.checkpointing.file-merging.max-file-size': string;
  /** Space amplification stands for the magnification of the occupied space compared to the amount of valid data. The more space amplification is, the more waste of space will be. This configs a space amplification above which a re-uploading for physical files will be triggered to reclaim space. Any val… Default: `2.0`. */
  readonly 'execution.checkpointing.file-merging.max-space-amplification': NumberOption;
  /** The upper limit of the file pool size based on the number of subtasks within each TM(only for merging private state at Task Manager level). Default: `4`. */
  readonly 'execution.checkpointing.file-merging.max-subtasks-per-file': NumberOption;
  /** Whether to use Blocking or Non-Blocking pool for merging physical files. A Non-Blocking pool will always provide usable physical file without blocking. It may create many physical files if poll file frequently. When poll a small file from a Blocking pool, it may be blocked until the file is returne… Default: `false`. */
  readonly 'execution.checkpointing.file-merging.pool-blocking': BooleanOption;
  /** Option whether to create incremental checkpoints, if possible. For an incremental checkpoint, only a diff from the previous checkpoint is stored, rather than the complete checkpoint state. Once enabled, the state size shown in web UI or fetched from rest API only represents the delta checkpoint siz… Default: `false`. */
  readonly 'execution.checkpointing.incremental': BooleanOption;
  /** Gets the interval in which checkpoints are periodically scheduled. This setting defines the base interval. Checkpoint triggering may be delayed by the settings execution.checkpointing.max-concurrent-checkpoints , execution.checkpointing.min-pause and execution.checkpointing.interval-during-backlog */
  readonly 'execution.checkpointing.interval': string;
  /** If it is not null and any source reports isProcessingBacklog=true, it is the interval in which checkpoints are periodically scheduled. Checkpoint triggering may be delayed by the settings execution.checkpointing.max-concurrent-checkpoints and execution.checkpointing.min-pause . Note: if it is not n… */
  readonly 'execution.checkpointing.interval-during-backlog': string;
  /** The config parameter defining the root directories for storing file-based state for local recovery. Local recovery currently only covers keyed state backends. If not configured it will default to <WORKING_DIR>/localState. The <WORKING_DIR> can be configured via process.taskmanager.working-dir */
  readonly 'execution.checkpointing.local-backup.dirs': string;
  /** This option configures local backup for the state backend, which indicates whether to make backup checkpoint on local disk. If not configured, fallback to execution.state-recovery.from-local. By default, local backup is deactivated. Local backup currently only covers keyed state backends (including… Default: `false`. */
  readonly 'execution.checkpointing.local-backup.enabled': BooleanOption;
  /** The maximum number of checkpoint attempts that may be in progress at the same time. If this value is n, then no checkpoints will be triggered while n checkpoint attempts are currently in flight. For the next checkpoint to be triggered, one checkpoint attempt would need to finish or expire. Default: `1`. */
  readonly 'execution.checkpointing.max-concurrent-checkpoints': NumberOption;
  /** The minimal pause between checkpointing attempts. This setting defines how soon thecheckpoint coordinator may trigger another checkpoint after it becomes possible to triggeranother checkpoint with respect to the maximum number of concurrent checkpoints(see execution.checkpointing.max-concurrent-che… Default: `0s`. */
  readonly 'execution.checkpointing.min-pause': string;
  /** The checkpointing mode (exactly-once vs. at-least-once). Default: `EXACTLY_ONCE`. */
  readonly 'execution.checkpointing.mode': 'EXACTLY_ONCE' | 'AT_LEAST_ONCE';
  /** The maximum number of completed checkpoints to retain. Default: `1`. */
  readonly 'execution.checkpointing.num-retained': NumberOption;
  /** The default directory for savepoints. Used by the state backends that write savepoints to file systems (HashMapStateBackend, EmbeddedRocksDBStateBackend). */
  readonly 'execution.checkpointing.savepoint-dir': string;
  /** Tells if we should use compression for the state snapshot data or not Default: `false`. */
  readonly 'execution.checkpointing.snapshot-compression': BooleanOption;
  /** The checkpoint storage implementation to be used to checkpoint state. The implementation can be specified either via their shortcut name, or via the class name of a CheckpointStorageFactory . If a factory is specified it is instantiated via its zero argument constructor and its CheckpointStorageFac… */
  readonly 'execution.checkpointing.storage': string;
  /** The maximum time that a checkpoint may take before being discarded. Default: `10m`. */
  readonly 'execution.checkpointing.timeout': string;
  /** The tolerable checkpoint consecutive failure number. If set to 0, that means we do not tolerance any checkpoint failure. This only applies to the following failure reasons: IOException on the Job Manager, failures in the async phase on the Task Managers and checkpoint expiration due to a timeout. F… Default: `0`. */
  readonly 'execution.checkpointing.tolerable-failed-checkpoints': NumberOption;
  /** Enables unaligned checkpoints, which greatly reduce checkpointing times under backpressure. Unaligned checkpoints contain data stored in buffers as part of the checkpoint state, which allows checkpoint barriers to overtake these buffers. Thus, the checkpoint duration becomes independent of the curr… Default: `false`. */
  readonly 'execution.checkpointing.unaligned.enabled': BooleanOption;
  /** Forces unaligned checkpoints, particularly allowing them for iterative jobs. Default: `false`. */
  readonly 'execution.checkpointing.unaligned.forced': BooleanOption;
  /** Allows unaligned checkpoints to skip timers that are currently being fired. For this feature to be enabled, it must be also supported by the operator. Currently this is supported by all TableStreamOperators and CepOperator. Default: `false`. */
  readonly 'execution.checkpointing.unaligned.interruptible-timers.enabled': BooleanOption;
  /** Defines the maximum number of subtasks that share the same channel state file. It can reduce the number of small files when enable unaligned checkpoint. Each subtask will create a new channel state file when this is configured to 1. Default: `5`. */
  readonly 'execution.checkpointing.unaligned.max-subtasks-per-channel-state-file': NumberOption;
  /** Whether recovering output buffers of upstream task on downstream task directly when job restores from the unaligned checkpoint. Default: `false`. */
  readonly 'execution.checkpointing.unaligned.recover-output-on-downstream.enabled': BooleanOption;
  /** The default size of the write buffer for the checkpoint streams that write to file systems. The actual write buffer size is determined to be the maximum of the value of this option and option 'execution.checkpointing.data-inline-threshold'. Default: `4096`. */
  readonly 'execution.checkpointing.write-buffer-size': NumberOption;
  /** Custom JobListeners to be registered with the execution environment. The registered listeners cannot have constructors with arguments. */
  readonly 'execution.job-listeners': string;
  /** When job is created or its status is changed, Flink will generate job event and notify job status changed listener. */
  readonly 'execution.job-status-changed-listeners': string;
  /** Determines whether configurations in the user program are allowed. By default, configuration can be set both on a cluster-level (via options) or within the user program (i.e. programmatic via environment setters). If disabled, all configuration must be defined on a cluster-level and programmatic se… Default: `true`. */
  readonly 'execution.program-config.enabled': BooleanOption;
  /** List of configuration keys that are allowed to be set in a user program regardless whether program configuration is enabled or not. Currently changes that are not backed by the Configuration class are always allowed. Default: `[]`. */
  readonly 'execution.program-config.wildcards': string;
  /** Runtime execution mode of DataStream programs. Among other things, this controls task scheduling, network shuffle behavior, and time semantics. Default: `STREAMING`. */
  readonly 'execution.runtime-mode': 'STREAMING' | 'BATCH' | 'AUTOMATIC';
  /** Whether a Flink Application cluster should shut down automatically after its application finishes (either successfully or as result of a failure). Has no effect for other deployment modes. Default: `true`. */
  readonly 'execution.shutdown-on-application-finish': BooleanOption;
  /** If the job is submitted in attached mode, perform a best-effort cluster shutdown when the CLI is terminated abruptly, e.g., in response to a user interrupt, such as typing Ctrl + C. Default: `false`. */
  readonly 'execution.shutdown-on-attached-exit': BooleanOption;
  /** Sets the managed memory size for sort partition operator on KeyedPartitionWindowedStream.The memory size is only a weight hint. Thus, it will affect the operator's memory weight within a task, but the actual memory used depends on the running environment. Default: `128 mb`. */
  readonly 'execution.sort-keyed-partition.memory': string;
  /** Sets the managed memory size for sort partition operator in NonKeyedPartitionWindowedStream.The memory size is only a weight hint. Thus, it will affect the operator's memory weight within a task, but the actual memory used depends on the running environment. Default: `128 mb`. */
  readonly 'execution.sort-partition.memory': string;
  /** A flag to enable or disable sorting inputs of keyed operators. NOTE: It takes effect only in the BATCH runtime mode. Default: `true`. */
  readonly 'execution.sorted-inputs.enabled': BooleanOption;
  /** Sets the managed memory size for sorting inputs of keyed operators in BATCH runtime mode. The memory size is only a weight hint. Thus, it will affect the operator's memory weight within a task, but the actual memory used depends on the running environment. Default: `128 mb`. */
  readonly 'execution.sorted-inputs.memory': string;
  /** Flag to enable approximate local recovery. Default: `false`. */
  readonly 'execution.state-recovery.approximate-local-recovery': BooleanOption;
  /** Describes the mode how Flink should restore from the given savepoint or retained checkpoint. Default: `NO_CLAIM`. */
  readonly 'execution.state-recovery.claim-mode': 'CLAIM' | 'NO_CLAIM' | 'LEGACY';
  /** This option configures local recovery for the state backend, which indicates whether to recovery from local snapshot.By default, local recovery is deactivated. Local recovery currently only covers keyed state backends (including both the EmbeddedRocksDBStateBackend and the HashMapStateBackend)." Default: `false`. */
  readonly 'execution.state-recovery.from-local': BooleanOption;
  /** Allow to skip savepoint state that cannot be restored. Allow this if you removed an operator from your pipeline after the savepoint was triggered. Default: `false`. */
  readonly 'execution.state-recovery.ignore-unclaimed-state': BooleanOption;
  /** Path to a savepoint to restore the job from (for example hdfs:///flink/savepoint-1537). */
  readonly 'execution.state-recovery.path': string;
  /** Checkpoint id for which in-flight data should be ignored in case of the recovery from this checkpoint. It is better to keep this value empty until there is explicit needs to restore from the specific checkpoint without in-flight data. Default: `-1`. */
  readonly 'execution.state-recovery.without-channel-state.checkpoint-id': NumberOption;
  /** The deployment target for the execution. This can take one of the following values when calling bin/flink run : remote local yarn-application yarn-session kubernetes-application kubernetes-session */
  readonly 'execution.target': string;
  /** When it is set to true, the application will complete exceptionally if any job fails or is canceled. When it is set to false, the application will finish after all jobs reach terminal states. Default: `true`. */
  readonly 'execution.terminate-application-on-any-job-terminated-exceptionally': BooleanOption;
  /** The reporter factory class to use for the reporter named <name>. */
  readonly 'factory.class': string;
  /** The spans that should be excluded for the reporter named <name>. The format is identical to filter.includes Default: `[]`. */
  readonly 'filter.excludes': string;
  /** The spans that should be included for the reporter named <name>. Filters are specified as a list, with each filter following this format: <scope>[:<name>[,<name>]] A span matches a filter if the scope pattern and at least one of the name patterns match. scope: Filters based on the logical scope. Sp… Default: `[*:*:*]`. */
  readonly 'filter.includes': string;
  /** A (semicolon-separated) list of file schemes, for which Hadoop can be used instead of an appropriate Flink plugin. (example: s3;wasb) Default: ``. */
  readonly 'fs.allowed-fallback-filesystems': string;
  /** The default filesystem scheme, used for paths that do not declare a scheme explicitly. May contain an authority, e.g. host:port in case of an HDFS NameNode. */
  readonly 'fs.default-scheme': string;
  /** File writers running with a parallelism larger than one create a directory for the output file path and put the different result files (one per parallel writer task) into that directory. If this option is set to "true", writers with a parallelism of 1 will also create a directory and place a single… Default: `false`. */
  readonly 'fs.output.always-create-directory': BooleanOption;
  /** Specifies whether file output writers should overwrite existing files by default. Set to "true" to overwrite by default,"false" otherwise. Default: `false`. */
  readonly 'fs.overwrite-files': BooleanOption;
  /** Time interval between heartbeat RPC requests from the sender to the receiver side. Default: `10s`. */
  readonly 'heartbeat.interval': string;
  /** The number of consecutive failed heartbeat RPCs until a heartbeat target is marked as unreachable. Failed heartbeat RPCs can be used to detect dead targets faster because they no longer receive the RPCs. The detection time is heartbeat.interval * heartbeat.rpc-failure-threshold . In environments wi… Default: `2`. */
  readonly 'heartbeat.rpc-failure-threshold': NumberOption;
  /** Timeout for requesting and receiving heartbeats for both sender and receiver sides. Default: `50s`. */
  readonly 'heartbeat.timeout': string;
  /** The ID of the Flink cluster, used to separate multiple Flink clusters from each other. Needs to be set for standalone clusters but is automatically inferred in YARN. Default: `/default`. */
  readonly 'high-availability.cluster-id': string;
  /** The port (range) used by the Flink Master for its RPC connections in highly-available setups. In highly-available setups, this value is used instead of 'jobmanager.rpc.port'.A value of '0' means that a random free port is chosen. TaskManagers discover this port through the high-availability service… Default: `0`. */
  readonly 'high-availability.jobmanager.port': string;
  /** File system path (URI) where Flink persists metadata in high-availability setups. */
  readonly 'high-availability.storageDir': string;
  /** Defines high-availability mode used for cluster execution. To enable high-availability, set this mode to "ZOOKEEPER", "KUBERNETES", or specify the fully qualified name of the factory class. Default: `NONE`. */
  readonly 'high-availability.type': string;
  /** Defines the ACL (open|creator) to be configured on ZK node. The configuration value can be set to “creator” if the ZooKeeper server configuration has the “authProvider” property mapped to use SASLAuthenticationProvider and the cluster is configured to run in secure mode (Kerberos). Default: `open`. */
  readonly 'high-availability.zookeeper.client.acl': string;
  /** Add connection authorization Subsequent calls to this method overwrite the prior calls. In certain cases ZooKeeper requires additional Authorization information. For example list of valid names for ensemble in order to prevent accidentally connecting to a wrong ensemble. Each entry of type Map.Entr… */
  readonly 'high-availability.zookeeper.client.authorization': string;
  /** Defines the connection timeout for ZooKeeper. Default: `15s`. */
  readonly 'high-availability.zookeeper.client.connection-timeout': string;
  /** Defines whether Curator should enable ensemble tracker. This can be useful in certain scenarios in which CuratorFramework is accessing to ZK clusters via load balancer or Virtual IPs. Default Curator EnsembleTracking logic watches CuratorEventType.GET_CONFIG events and changes ZooKeeper connection… Default: `true`. */
  readonly 'high-availability.zookeeper.client.ensemble-tracker': BooleanOption;
  /** Defines the time Curator should wait during close to join background threads. If not set the default configuration for a Curator would be applied. */
  readonly 'high-availability.zookeeper.client.max-close-wait': string;
  /** Defines the number of connection retries before the client gives up. Default: `3`. */
  readonly 'high-availability.zookeeper.client.max-retry-attempts': NumberOption;
  /** Defines the maximum retry wait time in milliseconds for each attempt. This caps the exponential backoff to prevent excessively long waits between retries. Default: `1m`. */
  readonly 'high-availability.zookeeper.client.max-retry-wait': string;
  /** Defines the pause between consecutive retries. Default: `5s`. */
  readonly 'high-availability.zookeeper.client.retry-wait': string;
  /** Defines the session timeout for the ZooKeeper session. Default: `1m`. */
  readonly 'high-availability.zookeeper.client.session-timeout': string;
  /** The percentage set by this method determines how and if Curator will check for session expiration. See Curator documentation for simulatedSessionExpirationPercent property for more information. */
  readonly 'high-availability.zookeeper.client.simulated-session-expiration-percent': NumberOption;
  /** Defines whether a suspended ZooKeeper connection will be treated as an error that causes the leader information to be invalidated or not. In case you set this option to true , Flink will wait until a ZooKeeper connection is marked as lost before it revokes the leadership of components. This has the… Default: `false`. */
  readonly 'high-availability.zookeeper.client.tolerate-suspended-connections': BooleanOption;
  /** ZooKeeper root path (ZNode) for applications Default: `/applications`. */
  readonly 'high-availability.zookeeper.path.applications': string;
  /** ZooKeeper root path (ZNode) for execution plans Default: `/execution-plans`. */
  readonly 'high-availability.zookeeper.path.execution-plans': string;
  /** The root path under which Flink stores its entries in ZooKeeper. Default: `/flink`. */
  readonly 'high-availability.zookeeper.path.root': string;
  /** The ZooKeeper quorum to use, when running Flink in a high-availability mode with ZooKeeper. */
  readonly 'high-availability.zookeeper.quorum': string;
  /** Whether HistoryServer should cleanup applications that are no longer present in the archive directory defined by historyserver.archive.fs.dir . Default: `false`. */
  readonly 'historyserver.archive.clean-expired-applications': BooleanOption;
  /** Whether HistoryServer should cleanup jobs that are no longer present in the archive directory defined by historyserver.archive.fs.dir . Note: This option applies only to legacy job archives created before the introduction of application archiving (FLINK-38761). Default: `false`. */
  readonly 'historyserver.archive.clean-expired-jobs': BooleanOption;
  /** Comma separated list of directories to fetch archived jobs from. The history server will monitor these directories for archived jobs. You can configure the JobManager to archive jobs to a directory via `jobmanager.archive.fs.dir`. */
  readonly 'historyserver.archive.fs.dir': string;
  /** Interval for refreshing the archived job directories. Default: `10s`. */
  readonly 'historyserver.archive.fs.refresh-interval': string;
  /** The maximum number of applications to retain in each archive directory defined by historyserver.archive.fs.dir . This option works together with the TTL (see historyserver.archive.retained-ttl ). Archived entities will be removed if their TTL has expired or the retention count limit has been reache… Default: `-1`. */
  readonly 'historyserver.archive.retained-applications': NumberOption;
  /** The maximum number of jobs to retain in each archive directory defined by historyserver.archive.fs.dir . If the option is not specified as a positive number without specifying historyserver.archive.retained-ttl , all of the jobs archives will be retained. If the option is specified as a positive nu… Default: `-1`. */
  readonly 'historyserver.archive.retained-jobs': NumberOption;
  /** The time-to-live duration to retain the archived entities (jobs and applications) in each archive directory defined by historyserver.archive.fs.dir . This option works together with the retention count limits (see historyserver.archive.retained-applications and historyserver.archive.retained-jobs )… */
  readonly 'historyserver.archive.retained-ttl': string;
  /** Pattern of the log URL of JobManager. The HistoryServer will generate actual URLs from it, with replacing the special placeholders, `<jobid>`, to the id of job. Only http / https schemes are supported. */
  readonly 'historyserver.log.jobmanager.url-pattern': string;
  /** Pattern of the log URL of TaskManager. The HistoryServer will generate actual URLs from it, with replacing the special placeholders, `<jobid>` and `<tmid>`, to the id of job and TaskManager respectively. Only http / https schemes are supported. */
  readonly 'historyserver.log.taskmanager.url-pattern': string;
  /** Address of the HistoryServer's web interface. */
  readonly 'historyserver.web.address': string;
  /** Port of the HistoryServers's web interface. Default: `8082`. */
  readonly 'historyserver.web.port': NumberOption;
  /** The refresh interval for the HistoryServer web-frontend. Default: `10s`. */
  readonly 'historyserver.web.refresh-interval': string;
  /** Enable HTTPs access to the HistoryServer web frontend. This is applicable only when the global SSL flag security.ssl.enabled is set to true. Default: `false`. */
  readonly 'historyserver.web.ssl.enabled': BooleanOption;
  /** Local directory that is used by the history server REST API for temporary files. */
  readonly 'historyserver.web.tmpdir': string;
  /** Directories for temporary files, separated by",", "|", or the system's java.io.File.pathSeparator. Default: `the temporary directory`. */
  readonly 'io.tmp.dirs': string;
  /** The port range for the JMX server to start the registry. The port config can be a single port: "9123", a range of ports: "50100-50200", or a list of ranges and ports: "50100-50200,50300-50400,51234". This option overrides metrics.reporter.*.port option. */
  readonly 'jmx.server.port': string;
  /** The flush interval of JobEventStore write buffers. Buffer contents will be flushed to external file system regularly with regard to this value. Default: `1s`. */
  readonly 'job-event.store.write-buffer.flush-interval': string;
  /** The size of the write buffer of JobEventStore. The content will be flushed to external file system once the buffer is full Default: `1 mb`. */
  readonly 'job-event.store.write-buffer.size': string;
  /** Defines where job results should be stored. This should be an underlying file-system that provides read-after-write consistency. By default, this is `high-availability.storageDir`/job-result-store/`high-availability.cluster-id` . */
  readonly 'job-result-store.storage-path': string;
  /** Determines the minimum time between scaling operations. Default: `30s`. */
  readonly 'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling': string;
  /** Defines the duration the JobManager delays the scaling operation after a resource change if only sufficient resources are available. The scaling operation is performed immediately if the resources have changed and the desired resources are available. The timeout begins as soon as either the availab… Default: `1m`. */
  readonly 'jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout': string;
  /** This parameter defines whether the adaptive scheduler prioritizes using the minimum number of TaskManagers when scheduling tasks. Note, this parameter is suitable if execution.state-recovery.from-local is not enabled. More details about this configuration are available at FLINK-33977 . Default: `true`. */
  readonly 'jobmanager.adaptive-scheduler.prefer-minimal-taskmanagers': BooleanOption;
  /** The number of consecutive failed checkpoints that will trigger rescaling even in the absence of a completed checkpoint. Default: `2`. */
  readonly 'jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures': NumberOption;
  /** The maximum time the JobManager will wait with evaluating previously observed events for rescaling (default: 0ms if checkpointing is disabled and the checkpointing interval multiplied by the by-1-incremented parameter value of jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures if… */
  readonly 'jobmanager.adaptive-scheduler.rescale-trigger.max-delay': string;
  /** The resource stabilization timeout defines the time the JobManager will wait if fewer than the desired but sufficient resources are available during job submission. The timeout starts once sufficient resources for running the job are available. Once this timeout has passed, the job will start execu… Default: `10s`. */
  readonly 'jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout': string;
  /** The maximum time the JobManager will wait to acquire all required resources after a job submission or restart. Once elapsed it will try to run the job with a lower parallelism, or fail if the minimum amount of resources could not be acquired. Increasing this value will make the cluster more resilie… Default: `5m`. */
  readonly 'jobmanager.adaptive-scheduler.submission.resource-wait-timeout': string;
  /** Directory for JobManager to store the archives of completed jobs. */
  readonly 'jobmanager.archive.fs.dir': string;
  /** The local address of the network interface that the job manager binds to. If not configured, '0.0.0.0' will be used. */
  readonly 'jobmanager.bind-host': string;
  /** The maximum number of historical execution attempts kept in history. Default: `16`. */
  readonly 'jobmanager.execution.attempts-history-size': NumberOption;
  /** This option specifies how the job computation recovers from task failures. Accepted values are: 'full': Restarts all tasks to recover the job. 'region': Restarts all tasks that could be affected by the task failure. More details can be found here . Default: `region`. */
  readonly 'jobmanager.execution.failover-strategy': string;
  /** An optional list of failure enricher names. If empty, NO failure enrichers will be started. If configured, only enrichers whose name matches any of the names in the list will be started. */
  readonly 'jobmanager.failure-enrichers': string;
  /** The size of the future thread pool to execute future callbacks for all spawned JobMasters. If no value is specified, then Flink defaults to the number of available CPU cores. */
  readonly 'jobmanager.future-pool.size': NumberOption;
  /** The size of the IO thread pool to run blocking operations for all spawned JobMasters. This includes recovery and completion of checkpoints. Increase this value if you experience slow checkpoint operations when running many jobs. If no value is specified, then Flink defaults to the number of availab… */
  readonly 'jobmanager.io-pool.size': NumberOption;
  /** Whether to enable the JVM direct memory limit of the JobManager process (-XX:MaxDirectMemorySize). The limit will be set to the value of 'jobmanager.memory.off-heap.size' option. Default: `false`. */
  readonly 'jobmanager.memory.enable-jvm-direct-memory-limit': BooleanOption;
  /** Total Flink Memory size for the JobManager. This includes all the memory that a JobManager consumes, except for JVM Metaspace and JVM Overhead. It consists of JVM Heap Memory and Off-heap Memory. See also 'jobmanager.memory.process.size' for total process memory size configuration. */
  readonly 'jobmanager.memory.flink.size': string;
  /** JVM Heap Memory size for JobManager. The minimum recommended JVM Heap size is 128.000mb (134217728 bytes). */
  readonly 'jobmanager.memory.heap.size': string;
  /** JVM Metaspace Size for the JobManager. Default: `256 mb`. */
  readonly 'jobmanager.memory.jvm-metaspace.size': string;
  /** Fraction of Total Process Memory to be reserved for JVM Overhead. This is off-heap memory reserved for JVM overhead, such as thread stack space, compile cache, etc. This includes native memory but not direct memory, and will not be counted when Flink calculates JVM max direct memory size parameter.… Default: `0.1`. */
  readonly 'jobmanager.memory.jvm-overhead.fraction': NumberOption;
  /** Max JVM Overhead size for the JobManager. This is off-heap memory reserved for JVM overhead, such as thread stack space, compile cache, etc. This includes native memory but not direct memory, and will not be counted when Flink calculates JVM max direct memory size parameter. The size of JVM Overhea… Default: `1 gb`. */
  readonly 'jobmanager.memory.jvm-overhead.max': string;
  /** Min JVM Overhead size for the JobManager. This is off-heap memory reserved for JVM overhead, such as thread stack space, compile cache, etc. This includes native memory but not direct memory, and will not be counted when Flink calculates JVM max direct memory size parameter. The size of JVM Overhea… Default: `192 mb`. */
  readonly 'jobmanager.memory.jvm-overhead.min': string;
  /** Off-heap Memory size for JobManager. This option covers all off-heap memory usage including direct and native memory allocation. The JVM direct memory limit of the JobManager process (-XX:MaxDirectMemorySize) will be set to this value if the limit is enabled by 'jobmanager.memory.enable-jvm-direct-… Default: `128 mb`. */
  readonly 'jobmanager.memory.off-heap.size': string;
  /** Total Process Memory size for the JobManager. This includes all the memory that a JobManager JVM process consumes, consisting of Total Flink Memory, JVM Metaspace, and JVM Overhead. In containerized setups, this should be set to the container memory. See also 'jobmanager.memory.flink.size' for Tota… */
  readonly 'jobmanager.memory.process.size': string;
  /** Controls the constraint that hybrid partition data can be consumed. Note that this option is allowed only when jobmanager.scheduler has been set to AdaptiveBatch . Accepted values are: ' ALL_PRODUCERS_FINISHED ': hybrid partition data can be consumed only when all producers are finished. ' ONLY_FIN… */
  readonly 'jobmanager.partition.hybrid.partition-data-consume-constraint': 'ALL_PRODUCERS_FINISHED' | 'ONLY_FINISHED_PRODUCERS' | 'UNFINISHED_PRODUCERS';
  /** Controls whether partitions should already be released during the job execution. Default: `true`. */
  readonly 'jobmanager.partition.release-during-job-execution': BooleanOption;
  /** The JobManager's ResourceID. If not configured, the ResourceID will be generated randomly. */
  readonly 'jobmanager.resource-id': string;
  /** Flag indicating whether JobManager would retrieve canonical host name of TaskManager during registration. If the option is set to "false", TaskManager registration with JobManager could be faster, since no reverse DNS lookup is performed. However, local input split assignment (such as for HDFS file… Default: `true`. */
  readonly 'jobmanager.retrieve-taskmanager-hostname': BooleanOption;
  /** The config parameter defining the network address to connect to for communication with the job manager. This value is only interpreted in setups where a single JobManager with static name or address exists (simple standalone setups, or container setups with dynamic service name resolution). It is n… */
  readonly 'jobmanager.rpc.address': string;
  /** The local RPC port that the JobManager binds to. If not configured, the external port (configured by 'jobmanager.rpc.port') will be used. */
  readonly 'jobmanager.rpc.bind-port': NumberOption;
  /** The config parameter defining the network port to connect to for communication with the job manager. Like jobmanager.rpc.address, this value is only interpreted in setups where a single JobManager with static name/address and port exists (simple standalone setups, or container setups with dynamic s… Default: `6123`. */
  readonly 'jobmanager.rpc.port': NumberOption;
  /** Determines which scheduler implementation is used to schedule tasks. If this option is not explicitly set, batch jobs will use the 'AdaptiveBatch' scheduler as the default, while streaming jobs will default to the 'Default' scheduler. Default: `Default`. */
  readonly 'jobmanager.scheduler': 'Default' | 'Adaptive' | 'AdaptiveBatch';
  /** The default freshness interval for continuous refresh mode when the FRESHNESS clause is omitted in a materialized table definition. Default: `3m`. */
  readonly 'materialized-table.default-freshness.continuous': string;
  /** The default freshness interval for full refresh mode when the FRESHNESS clause is omitted in a materialized table definition. Default: `1h`. */
  readonly 'materialized-table.default-freshness.full': string;
  /** The default start mode for materialized tables.Supported values: FROM_BEGINNING, FROM_NOW, RESUME_OR_FROM_BEGINNING, RESUME_OR_FROM_NOW. Default: `FROM_BEGINNING`. */
  readonly 'materialized-table.default-start-mode': 'FROM_BEGINNING' | 'FROM_NOW' | 'FROM_TIMESTAMP' | 'RESUME_OR_FROM_BEGINNING' | 'RESUME_OR_FROM_NOW' | 'RESUME_OR_FROM_TIMESTAMP';
  /** Specifies a time threshold for determining the materialized table refresh mode. If the materialized table defined FRESHNESS is below this threshold, it run in continuous mode. Otherwise, it switches to full refresh mode. Default: `30m`. */
  readonly 'materialized-table.refresh-mode.freshness-threshold': string;
  /** Update interval for the metric fetcher used by the web UI. Decrease this value for faster updating metrics. Increase this value if the metric fetcher causes too much load. Setting this value to 0 disables the metric fetching completely. Default: `10s`. */
  readonly 'metrics.fetcher.update-interval': string;
  /** The port range used for Flink's internal metric query service. Accepts a list of ports (“50100,50101”), ranges(“50100-50200”) or a combination of both. It is recommended to set a range of ports to avoid collisions when multiple Flink components are running on the same machine. Per default Flink wil… Default: `0`. */
  readonly 'metrics.internal.query-service.port': string;
  /** The thread priority used for Flink's internal metric query service. The thread is created by Pekko's thread pool executor. The range of the priority is from 1 (MIN_PRIORITY) to 10 (MAX_PRIORITY). Warning, increasing this value may bring the main Flink components down. Default: `1`. */
  readonly 'metrics.internal.query-service.thread-priority': NumberOption;
  /** The selection of job status metrics that should be reported. Default: `[CURRENT_TIME]`. */
  readonly 'metrics.job.status.enable': string;
  /** Defines the granularity of latency metrics. Accepted values are: single - Track latency without differentiating between sources and subtasks. operator - Track latency while differentiating between sources, but not subtasks. subtask - Track latency while differentiating between sources and subtasks. Default: `operator`. */
  readonly 'metrics.latency.granularity': string;
  /** Defines the number of measured latencies to maintain at each operator. Default: `128`. */
  readonly 'metrics.latency.history-size': NumberOption;
  /** Defines the interval at which latency tracking marks are emitted from the sources. Disables latency tracking if set to 0 or a negative value. Enabling this feature can significantly impact the performance of the cluster. Default: `0s`. */
  readonly 'metrics.latency.interval': string;
  /** An optional list of reporter names. If configured, only reporters whose name matches any of the names in the list will be started. Otherwise, all reporters that could be found in the configuration will be started. */
  readonly 'metrics.reporters': string;
  /** Delimiter used to assemble the metric identifier. Default: `.`. */
  readonly 'metrics.scope.delimiter': string;
  /** Defines the scope format string that is applied to all metrics scoped to a JobManager. Only effective when a identifier-based reporter is configured. Default: `<host>.jobmanager`. */
  readonly 'metrics.scope.jm': string;
  /** Defines the scope format string that is applied to all metrics scoped to a job on a JobManager. Only effective when a identifier-based reporter is configured Default: `<host>.jobmanager.<job_name>`. */
  readonly 'metrics.scope.jm-job': string;
  /** Defines the scope format string that is applied to all metrics scoped to the components running on a JobManager of an Operator, like OperatorCoordinator for Source Enumerator metrics. Default: `<host>.jobmanager.<job_name>.<operator_name>`. */
  readonly 'metrics.scope.jm-operator': string;
  /** Defines the scope format string that is applied to all metrics scoped to an operator. Only effective when a identifier-based reporter is configured Default: `<host>.taskmanager.<tm_id>.<job_name>.<operator_name>.<subtask_index>`. */
  readonly 'metrics.scope.operator': string;
  /** Defines the scope format string that is applied to all metrics scoped to a task. Only effective when a identifier-based reporter is configured Default: `<host>.taskmanager.<tm_id>.<job_name>.<task_name>.<subtask_index>`. */
  readonly 'metrics.scope.task': string;
  /** Defines the scope format string that is applied to all metrics scoped to a TaskManager. Only effective when a identifier-based reporter is configured Default: `<host>.taskmanager.<tm_id>`. */
  readonly 'metrics.scope.tm': string;
  /** Defines the scope format string that is applied to all metrics scoped to a job on a TaskManager. Only effective when a identifier-based reporter is configured Default: `<host>.taskmanager.<tm_id>.<job_name>`. */
  readonly 'metrics.scope.tm-job': string;
  /** Flag indicating whether Flink should report system resource metrics such as machine's CPU, memory or network usage. Default: `false`. */
  readonly 'metrics.system-resource': BooleanOption;
  /** Interval between probing of system resource metrics specified. Has an effect only when 'metrics.system-resource' is enabled. Default: `5s`. */
  readonly 'metrics.system-resource-probing-interval': string;
  /** The number of task managers of MiniCluster. Default: `1`. */
  readonly 'minicluster.number-of-taskmanagers': NumberOption;
  /** Default parallelism for jobs. Default: `1`. */
  readonly 'parallelism.default': NumberOption;
  /** Specifies the time partition formatter for the partitioned materialized table, where '#' denotes a string-based partition field name. This serves as a hint to the framework regarding which partition to refresh in full refresh mode. */
  readonly 'partition.fields.#.date-formatter': string;
  /** If true, call stack for asynchronous asks are captured. That way, when an ask fails (for example times out), you get a proper exception, describing to the original method call and call site. Note that in case of having millions of concurrent RPC calls, this may add to the memory footprint. Default: `true`. */
  readonly 'pekko.ask.callstack': BooleanOption;
  /** Timeout used for all futures and blocking Pekko calls. If Flink fails due to timeouts then you should try to increase this value. Timeouts can be caused by slow machines or a congested network. The timeout value requires a time-unit specifier (ms/s/min/h/d). Default: `10s`. */
  readonly 'pekko.ask.timeout': string;
  /** The pool size factor is used to determine thread pool size using the following formula: ceil(available processors * factor). Resulting size is then bounded by the pool-size-min and pool-size-max values. Default: `1.0`. */
  readonly 'pekko.client-socket-worker-pool.pool-size-factor': NumberOption;
  /** Max number of threads to cap factor-based number to. Default: `2`. */
  readonly 'pekko.client-socket-worker-pool.pool-size-max': NumberOption;
  /** Min number of threads to cap factor-based number to. Default: `1`. */
  readonly 'pekko.client-socket-worker-pool.pool-size-min': NumberOption;
  /** The parallelism factor is used to determine thread pool size using the following formula: ceil(available processors * factor). Resulting size is then bounded by the parallelism-min and parallelism-max values. Default: `2.0`. */
  readonly 'pekko.fork-join-executor.parallelism-factor': NumberOption;
  /** Max number of threads to cap factor-based parallelism number to. Default: `64`. */
  readonly 'pekko.fork-join-executor.parallelism-max': NumberOption;
  /** Min number of threads to cap factor-based parallelism number to. Default: `8`. */
  readonly 'pekko.fork-join-executor.parallelism-min': NumberOption;
  /** Maximum size of messages which are sent between the JobManager and the TaskManagers. If Flink fails because messages exceed this limit, then you should increase it. The message size requires a size-unit specifier. Default: `10485760b`. */
  readonly 'pekko.framesize': string;
  /** Exit JVM on fatal Pekko errors. Default: `true`. */
  readonly 'pekko.jvm-exit-on-fatal-error': BooleanOption;
  /** Turns on the Pekko’s remote logging of events. Set this value to 'true' in case of debugging. Default: `false`. */
  readonly 'pekko.log.lifecycle.events': BooleanOption;
  /** Timeout used for the lookup of the JobManager. The timeout value has to contain a time-unit specifier (ms/s/min/h/d). Default: `10s`. */
  readonly 'pekko.lookup.timeout': string;
  /** The parallelism factor is used to determine thread pool size using the following formula: ceil(available processors * factor). Resulting size is then bounded by the parallelism-min and parallelism-max values. Default: `2.0`. */
  readonly 'pekko.remote-fork-join-executor.parallelism-factor': NumberOption;
  /** Max number of threads to cap factor-based parallelism number to. Default: `16`. */
  readonly 'pekko.remote-fork-join-executor.parallelism-max': NumberOption;
  /** Min number of threads to cap factor-based parallelism number to. Default: `8`. */
  readonly 'pekko.remote-fork-join-executor.parallelism-min': NumberOption;
  /** Milliseconds a gate should be closed for after a remote connection was disconnected. Default: `50`. */
  readonly 'pekko.retry-gate-closed-for': NumberOption;
  /** Forces the serialization of all RPC invocations (that are not explicitly annotated with org.apache.flink.runtime.rpc.Local ).This option can be used to find serialization issues in the argument/response types without relying requiring HA setups.This option should not be enabled in production. Default: `false`. */
  readonly 'pekko.rpc.force-invocation-serialization': BooleanOption;
  /** The pool size factor is used to determine thread pool size using the following formula: ceil(available processors * factor). Resulting size is then bounded by the pool-size-min and pool-size-max values. Default: `1.0`. */
  readonly 'pekko.server-socket-worker-pool.pool-size-factor': NumberOption;
  /** Max number of threads to cap factor-based number to. Default: `2`. */
  readonly 'pekko.server-socket-worker-pool.pool-size-max': NumberOption;
  /** Min number of threads to cap factor-based number to. Default: `1`. */
  readonly 'pekko.server-socket-worker-pool.pool-size-min': NumberOption;
  /** Turns on SSL for Pekko’s remote communication. This is applicable only when the global ssl flag security.ssl.enabled is set to true. Default: `true`. */
  readonly 'pekko.ssl.enabled': BooleanOption;
  /** Timeout after which the startup of a remote component is considered being failed. */
  readonly 'pekko.startup-timeout': string;
  /** Timeout for all outbound connections. If you should experience problems with connecting to a TaskManager due to a slow network, you should increase this value. Default: `20s`. */
  readonly 'pekko.tcp.timeout': string;
  /** Number of messages that are processed in a batch before returning the thread to the pool. Low values denote a fair scheduling whereas high values can increase the performance at the cost of unfairness. Default: `15`. */
  readonly 'pekko.throughput': NumberOption;
  /** When auto-generated UIDs are disabled, users are forced to manually specify UIDs on DataStream applications. It is highly recommended that users specify UIDs before deploying to production since they are used to match state in savepoints to operators in a job. Because auto-generated ID's are likely… Default: `true`. */
  readonly 'pipeline.auto-generate-uids': BooleanOption;
  /** The interval of the automatic watermark emission. Watermarks are used throughout the streaming system to keep track of the progress of time. They are used, for example, for time based windowing. Default: `0.2s`. */
  readonly 'pipeline.auto-watermark-interval': string;
  /** Files to be registered at the distributed cache under the given name. The files will be accessible from any user-defined function in the (distributed) runtime under a local path. Files may be local files (which will be distributed via BlobServer), or files in a distributed file system. The runtime… */
  readonly 'pipeline.cached-files': string;
  /** A semicolon-separated list of the classpaths to package with the job jars to be sent to the cluster. These have to be valid URLs. */
  readonly 'pipeline.classpaths': string;
  /** Configures the mode in which the closure cleaner works. Default: `RECURSIVE`. */
  readonly 'pipeline.closure-cleaner-level': 'NONE' | 'TOP_LEVEL' | 'RECURSIVE';
  /** Forces Flink to use the Apache Avro serializer for POJOs. Important: Make sure to include the flink-avro module. Default: `false`. */
  readonly 'pipeline.force-avro': BooleanOption;
  /** If enabled, forces TypeExtractor to use Kryo serializer for POJOS even though we could analyze as POJO. In some cases this might be preferable. For example, when using interfaces with subclasses that cannot be analyzed as POJO. Default: `false`. */
  readonly 'pipeline.force-kryo': BooleanOption;
  /** Forces Flink to register avro classes in kryo serializer. Important: Make sure to include the flink-avro module. Otherwise, nothing will be registered. For backward compatibility, the default value is empty to conform to the behavior of the older version. That is, always register avro with kryo, an… */
  readonly 'pipeline.force-kryo-avro': BooleanOption;
  /** If the use of generic types is disabled, Flink will throw an UnsupportedOperationException whenever it encounters a data type that would go through Kryo for serialization. Disabling generic types can be helpful to eagerly find and eliminate the use of types that would go through Kryo serialization… Default: `true`. */
  readonly 'pipeline.generic-types': BooleanOption;
  /** Register a custom, serializable user configuration object. The configuration can be accessed in operators */
  readonly 'pipeline.global-job-parameters': string;
  /** A semicolon-separated list of the jars to package with the job jars to be sent to the cluster. These have to be valid paths. */
  readonly 'pipeline.jars': string;
  /** A parallelism override map (jobVertexId -> parallelism) which will be used to update the parallelism of the corresponding job vertices of submitted JobGraphs. Default: `{}`. */
  readonly 'pipeline.jobvertex-parallelism-overrides': string;
  /** The program-wide maximum parallelism used for operators which haven't specified a maximum parallelism. The maximum parallelism specifies the upper limit for dynamic scaling and the number of key groups used for partitioned state. Changing the value explicitly when recovery from original job will le… Default: `-1`. */
  readonly 'pipeline.max-parallelism': NumberOption;
  /** The job name used for printing and logging. */
  readonly 'pipeline.name': string;
  /** When enabled objects that Flink internally uses for deserialization and passing data to user-code functions will be reused. Keep in mind that this can lead to bugs when the user-code function of an operation is not aware of this behaviour. Default: `false`. */
  readonly 'pipeline.object-reuse': BooleanOption;
  /** Operators with different max parallelism can be chained together. Default behavior may prevent rescaling when the AdaptiveScheduler is used. Default: `true`. */
  readonly 'pipeline.operator-chaining.chain-operators-with-different-max-parallelism': BooleanOption;
  /** Operator chaining allows non-shuffle operations to be co-located in the same thread fully avoiding serialization and de-serialization. Default: `true`. */
  readonly 'pipeline.operator-chaining.enabled': BooleanOption;
  /** List of pairs of class names and serializer configs to be used. There is a type field in the serializer config and each type has its own configuration. Note: only standard YAML config parser is supported, please use "config.yaml" as the config file. The fields involved are: type : the serializer ty… */
  readonly 'pipeline.serialization-config': string;
  /** Don't pull any data from sources until the first checkpoint is triggered. This might be helpful in reducing recovery times in cases where recovered records from unaligned checkpoint compete with new incoming records for processing. Incompatible with value 0 (disabled) for execution.checkpointing.in… Default: `false`. */
  readonly 'pipeline.sources.pause-until-first-checkpoint': BooleanOption;
  /** The mode how we organize description of a job vertex. Default: `TREE`. */
  readonly 'pipeline.vertex-description-mode': 'TREE' | 'CASCADING';
  /** Whether name of vertex includes topological index or not. When it is true, the name will have a prefix of index of the vertex, like '[vertex-0]Source: source'. It is false by default Default: `false`. */
  readonly 'pipeline.vertex-name-include-index-prefix': BooleanOption;
  /** If watermark alignment is used, sources with multiple splits will attempt to pause/resume split readers to avoid watermark drift of source splits. However, if split readers don't support pause/resume, an UnsupportedOperationException will be thrown when there is an attempt to pause/resume. To allow… Default: `false`. */
  readonly 'pipeline.watermark-alignment.allow-unaligned-source-splits': BooleanOption;
  /** Controls size of the ring buffer used to smooth out watermark alignment due to the inherent latency of the alignment process. Allowed watermarks are announced at the updateInterval and this means they are often out of date after the round trip, which means that watermark alignment might be pausing… Default: `3`. */
  readonly 'pipeline.watermark-alignment.buffer-size': NumberOption;
  /** A (semicolon-separated) list of patterns that specifies which classes should always be resolved through the plugin parent ClassLoader first. A pattern is a simple prefix that is checked against the fully qualified class name. These patterns are appended to "plugin.classloader.parent-first-patterns.… Default: `[]`. */
  readonly 'plugin.classloader.parent-first-patterns.additional': string;
  /** A (semicolon-separated) list of patterns that specifies which classes should always be resolved through the plugin parent ClassLoader first. A pattern is a simple prefix that is checked against the fully qualified class name. This setting should generally not be modified. To add another pattern we… */
  readonly 'plugin.classloader.parent-first-patterns.default': string;
  /** Working directory for Flink JobManager processes. The working directory can be used to store information that can be used upon process recovery. If not configured, then it will default to process.working-dir . */
  readonly 'process.jobmanager.working-dir': string;
  /** Working directory for Flink TaskManager processes. The working directory can be used to store information that can be used upon process recovery. If not configured, then it will default to process.working-dir . */
  readonly 'process.taskmanager.working-dir': string;
  /** Local working directory for Flink processes. The working directory can be used to store information that can be used upon process recovery. If not configured, then it will default to a randomly picked temporary directory defined via io.tmp.dirs . */
  readonly 'process.working-dir': string;
  /** Number of network (Netty's event loop) Threads for queryable state client. Default: `0`. */
  readonly 'queryable-state.client.network-threads': NumberOption;
  /** Option whether the queryable state proxy and server should be enabled where possible and configurable. Default: `false`. */
  readonly 'queryable-state.enable': BooleanOption;
  /** Number of network (Netty's event loop) Threads for queryable state proxy. Default: `0`. */
  readonly 'queryable-state.proxy.network-threads': NumberOption;
  /** The port range of the queryable state proxy. The specified range can be a single port: "9123", a range of ports: "50100-50200", or a list of ranges and ports: "50100-50200,50300-50400,51234". Default: `9069`. */
  readonly 'queryable-state.proxy.ports': string;
  /** Number of query Threads for queryable state proxy. Uses the number of slots if set to 0. Default: `0`. */
  readonly 'queryable-state.proxy.query-threads': NumberOption;
  /** Number of network (Netty's event loop) Threads for queryable state server. Default: `0`. */
  readonly 'queryable-state.server.network-threads': NumberOption;
  /** The port range of the queryable state server. The specified range can be a single port: "9123", a range of ports: "50100-50200", or a list of ranges and ports: "50100-50200,50300-50400,51234". Default: `9067`. */
  readonly 'queryable-state.server.ports': string;
  /** Number of query Threads for queryable state server. Uses the number of slots if set to 0. Default: `0`. */
  readonly 'queryable-state.server.query-threads': NumberOption;
  /** Timeout for jobs which don't have a job manager as leader assigned. Default: `5m`. */
  readonly 'resourcemanager.job.timeout': string;
  /** Timeout for resource manager to recover all the previous attempts workers. If exceeded, resource manager will handle new resource requests by requesting new workers. If you would like to reuse the previous workers as much as possible, you should configure a longer timeout time to wait for previous… Default: `0s`. */
  readonly 'resourcemanager.previous-worker.recovery.timeout': string;
  /** Defines the network port to connect to for communication with the resource manager. By default, the port of the JobManager, because the same ActorSystem is used. Its not possible to use this configuration key to define port ranges. Default: `0`. */
  readonly 'resourcemanager.rpc.port': NumberOption;
  /** Time of the start-up period of a standalone cluster. During this time, resource manager of the standalone cluster expects new task executors to be registered, and will not fail slot requests that can not be satisfied by any current registered slots. After this time, it will fail pending and new com… */
  readonly 'resourcemanager.standalone.start-up-time': string;
  /** The maximum number of start worker failures (Native Kubernetes / Yarn) per minute before pausing requesting new workers. Once the threshold is reached, subsequent worker requests will be postponed to after a configured retry interval ('resourcemanager.start-worker.retry-interval'). Default: `10.0`. */
  readonly 'resourcemanager.start-worker.max-failure-rate': NumberOption;
  /** The time to wait before requesting new workers (Native Kubernetes / Yarn) once the max failure rate of starting workers ('resourcemanager.start-worker.max-failure-rate') is reached. Default: `3s`. */
  readonly 'resourcemanager.start-worker.retry-interval': string;
  /** Timeout for TaskManagers to register at the active resource managers. If exceeded, active resource manager will release and try to re-request the resource for the worker. If not configured, fallback to 'taskmanager.registration.timeout'. Default: `5m`. */
  readonly 'resourcemanager.taskmanager-registration.timeout': string;
  /** The timeout for an idle task manager to be released. Default: `30s`. */
  readonly 'resourcemanager.taskmanager-timeout': string;
  /** The address that should be used by clients to connect to the server. Attention: This option is respected only if the high-availability configuration is NONE. */
  readonly 'rest.address': string;
  /** Maximum duration that the result of an async operation is stored. Once elapsed the result of the operation can no longer be retrieved. Default: `5m`. */
  readonly 'rest.async.store-duration': string;
  /** The time that the client waits for the leader address, e.g., Dispatcher or WebMonitorEndpoint Default: `30s`. */
  readonly 'rest.await-leader-timeout': string;
  /** The address that the server binds itself. */
  readonly 'rest.bind-address': string;
  /** The port that the server binds itself. Accepts a list of ports (“50100,50101”), ranges (“50100-50200”) or a combination of both. It is recommended to set a range of ports to avoid collisions when multiple Rest servers are running on the same machine. Default: `8081`. */
  readonly 'rest.bind-port': string;
  /** Maximum number of entries in the checkpoint statistics cache. Default: `1000`. */
  readonly 'rest.cache.checkpoint-statistics.size': NumberOption;
  /** Duration from write after which cached checkpoints statistics are cleaned up. For backwards compatibility, if no value is configured, web.refresh-interval will be used instead. Default: `3s`. */
  readonly 'rest.cache.checkpoint-statistics.timeout': string;
  /** Time-to-live for cached ExecutionGraph. If not set, defaults to the value of web.refresh-interval . Setting this to 0 means the cache will always fetch fresh data, which is useful for real-time state synchronization scenarios. */
  readonly 'rest.cache.execution-graph.timeout': string;
  /** The maximum content length in bytes that the client will handle. Default: `104857600`. */
  readonly 'rest.client.max-content-length': NumberOption;
  /** The maximum time for the client to establish a TCP connection. Default: `15s`. */
  readonly 'rest.connection-timeout': string;
  /** Time after which cached stats are cleaned up if not accessed. It can be specified using notation: "100 s", "10 m". Default: `10m`. */
  readonly 'rest.flamegraph.cleanup-interval': string;
  /** Delay between individual stack trace samples taken for building a FlameGraph. It can be specified using notation: "100 ms", "1 s". Default: `0.05s`. */
  readonly 'rest.flamegraph.delay-between-samples': string;
  /** Enables the experimental flame graph feature. Default: `false`. */
  readonly 'rest.flamegraph.enabled': BooleanOption;
  /** Number of samples to take to build a FlameGraph. Default: `100`. */
  readonly 'rest.flamegraph.num-samples': NumberOption;
  /** Time after which available stats are deprecated and need to be refreshed (by resampling). It can be specified using notation: "30 s", "1 m". Default: `1m`. */
  readonly 'rest.flamegraph.refresh-interval': string;
  /** Maximum depth of stack traces used to create FlameGraphs. Default: `100`. */
  readonly 'rest.flamegraph.stack-depth': NumberOption;
  /** The maximum time for a connection to stay idle before failing. Default: `5m`. */
  readonly 'rest.idleness-timeout': string;
  /** The path that should be used by clients to interact to the server which is accessible via URL. Default: ``. */
  readonly 'rest.path': string;
  /** The port that the client connects to. If rest.bind-port has not been specified, then the REST server will bind to this port. Attention: This option is respected only if the high-availability configuration is NONE. Default: `8081`. */
  readonly 'rest.port': NumberOption;
  /** Profiling result storing directory. Default: `the temporary directory`. */
  readonly 'rest.profiling.dir': string;
  /** Maximum profiling duration for each profiling request. Any profiling request's duration exceeding this value will not be accepted. Default: `5m`. */
  readonly 'rest.profiling.duration-max': string;
  /** Enables the experimental profiler feature. Default: `false`. */
  readonly 'rest.profiling.enabled': BooleanOption;
  /** Maximum profiling history instance to be maintained for JobManager or each TaskManager. The oldest instance will be removed on a rolling basis when the history size exceeds this value. Default: `10`. */
  readonly 'rest.profiling.history-size': NumberOption;
  /** The time that the client waits between retries (See also `rest.retry.max-attempts`). Default: `3s`. */
  readonly 'rest.retry.delay': string;
  /** The number of retries the client will attempt if a retryable operations fails. Default: `20`. */
  readonly 'rest.retry.max-attempts': NumberOption;
  /** The maximum content length in bytes that the server will handle. Default: `104857600`. */
  readonly 'rest.server.max-content-length': NumberOption;
  /** The number of threads for the asynchronous processing of requests. Default: `4`. */
  readonly 'rest.server.numThreads': NumberOption;
  /** Thread priority of the REST server's executor for processing asynchronous requests. Lowering the thread priority will give Flink's main components more CPU time whereas increasing will allocate more time for the REST server's processing. Default: `5`. */
  readonly 'rest.server.thread-priority': NumberOption;
  /** The url prefix that should be used by clients to construct the full target url, must start and end with '/'. This will be added between the address and version prefix. For example, if the option is set to '/foo/', the overview query URL will be transformed to 'localhost:8081/foo/v1/overview'. Atten… Default: `/`. */
  readonly 'rest.url-prefix': string;
  /** The number of times that Flink retries the execution before failing the job if restart-strategy.type has been set to exponential-delay . The number will be reset once the backoff is reset to its initial value. Default: `2147483647`. */
  readonly 'restart-strategy.exponential-delay.attempts-before-reset-backoff': NumberOption;
  /** Backoff value is multiplied by this value after every failure,until max backoff is reached if restart-strategy.type has been set to exponential-delay . Default: `1.5`. */
  readonly 'restart-strategy.exponential-delay.backoff-multiplier': NumberOption;
  /** Starting duration between restarts if restart-strategy.type has been set to exponential-delay . It can be specified using notation: "1 min", "20 s" Default: `1s`. */
  readonly 'restart-strategy.exponential-delay.initial-backoff': string;
  /** Jitter specified as a portion of the backoff if restart-strategy.type has been set to exponential-delay . It represents how large random value will be added or subtracted to the backoff. Useful when you want to avoid restarting multiple jobs at the same time. Default: `0.1`. */
  readonly 'restart-strategy.exponential-delay.jitter-factor': NumberOption;
  /** The highest possible duration between restarts if restart-strategy.type has been set to exponential-delay . It can be specified using notation: "1 min", "20 s" Default: `1m`. */
  readonly 'restart-strategy.exponential-delay.max-backoff': string;
  /** Threshold when the backoff is reset to its initial value if restart-strategy.type has been set to exponential-delay . It specifies how long the job must be running without failure to reset the exponentially increasing backoff to its initial value. It can be specified using notation: "1 min", "20 s" Default: `1h`. */
  readonly 'restart-strategy.exponential-delay.reset-backoff-threshold': string;
  /** Delay between two consecutive restart attempts if restart-strategy.type has been set to failure-rate . It can be specified using notation: "1 min", "20 s" Default: `1s`. */
  readonly 'restart-strategy.failure-rate.delay': string;
  /** Time interval for measuring failure rate if restart-strategy.type has been set to failure-rate . It can be specified using notation: "1 min", "20 s" Default: `1m`. */
  readonly 'restart-strategy.failure-rate.failure-rate-interval': string;
  /** Maximum number of restarts in given time interval before failing a job if restart-strategy.type has been set to failure-rate . Default: `1`. */
  readonly 'restart-strategy.failure-rate.max-failures-per-interval': NumberOption;
  /** The number of times that Flink retries the execution before the job is declared as failed if restart-strategy.type has been set to fixed-delay . Default: `1`. */
  readonly 'restart-strategy.fixed-delay.attempts': NumberOption;
  /** Delay between two consecutive restart attempts if restart-strategy.type has been set to fixed-delay . Delaying the retries can be helpful when the program interacts with external systems where for example connections or pending transactions should reach a timeout before re-execution is attempted. I… Default: `1s`. */
  readonly 'restart-strategy.fixed-delay.delay': string;
  /** Defines the restart strategy to use in case of job failures. Accepted values are: disable , off , none : No restart strategy. fixed-delay , fixeddelay : Fixed delay restart strategy. More details can be found here . failure-rate , failurerate : Failure rate restart strategy. More details can be fou… */
  readonly 'restart-strategy.type': string;
  /** The delimiter used to assemble the metric identifier for the reporter named <name>. Default: `.`. */
  readonly 'scope.delimiter': string;
  /** The map of additional variables that should be included for the reporter named <name>. Default: `{}`. */
  readonly 'scope.variables.additional': string;
  /** The set of variables that should be excluded for the reporter named <name>. Only applicable to tag-based reporters. Default: `.`. */
  readonly 'scope.variables.excludes': string;
  /** List of factories that should be used to instantiate a security context. If multiple are configured, Flink will use the first compatible factory. You should have a NoOpSecurityContextFactory in this list as a fallback. */
  readonly 'security.context.factory.classes': string;
  /** Indicates whether to start delegation tokens system for external services. Default: `true`. */
  readonly 'security.delegation.tokens.enabled': BooleanOption;
  /** The time period how long to wait before retrying to obtain new delegation tokens after a failure. Default: `1h`. */
  readonly 'security.delegation.tokens.renewal.retry.backoff': string;
  /** Ratio of the tokens's expiration time when new credentials should be re-obtained. Default: `0.75`. */
  readonly 'security.delegation.tokens.renewal.time-ratio': NumberOption;
  /** A semicolon-separated list of Kerberos-secured Hadoop filesystems Flink is going to access. For example, security.kerberos.access.hadoopFileSystems=hdfs://namenode2:9002;hdfs://namenode3:9003. The JobManager needs to have access to these filesystems to retrieve the security tokens. */
  readonly 'security.kerberos.access.hadoopFileSystems': string;
  /** Specify the local location of the krb5.conf file. If defined, this conf would be mounted on the JobManager and TaskManager containers/pods for Kubernetes and Yarn. Note: The KDC defined needs to be visible from inside the containers. */
  readonly 'security.kerberos.krb5-conf.path': string;
  /** A comma-separated list of login contexts to provide the Kerberos credentials to (for example, `Client,KafkaClient` to use the credentials for ZooKeeper authentication and for Kafka authentication) */
  readonly 'security.kerberos.login.contexts': string;
  /** Absolute path to a Kerberos keytab file that contains the user credentials. */
  readonly 'security.kerberos.login.keytab': string;
  /** Kerberos principal name associated with the keytab. */
  readonly 'security.kerberos.login.principal': string;
  /** Indicates whether to read from your Kerberos ticket cache. Default: `true`. */
  readonly 'security.kerberos.login.use-ticket-cache': BooleanOption;
  /** The time period when keytab login happens automatically in order to always have a valid TGT. Default: `1m`. */
  readonly 'security.kerberos.relogin.period': string;
  /** List of factories that should be used to instantiate security modules. All listed modules will be installed. Keep in mind that the configured security context might rely on some modules being present. */
  readonly 'security.module.factory.classes': string;
  /** The comma separated list of standard SSL algorithms to be supported. Read more here Default: `TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384`. */
  readonly 'security.ssl.algorithms': string;
  /** The sha1 fingerprint of the internal certificate. This further protects the internal communication to present the exact certificate used by Flink.This is necessary where one cannot use private CA(self signed) or there is internal firm wide CA is required */
  readonly 'security.ssl.internal.cert.fingerprint': string;
  /** The timeout (in ms) for flushing the `close_notify` that was triggered by closing a channel. If the `close_notify` was not flushed in the given timeout the channel will be closed forcibly. (-1 = use system default) Default: `-1`. */
  readonly 'security.ssl.internal.close-notify-flush-timeout': NumberOption;
  /** Turns on SSL for internal network communication. Optionally, specific components may override this through their own settings (rpc, data transport, REST, etc). Default: `false`. */
  readonly 'security.ssl.internal.enabled': BooleanOption;
  /** The timeout (in ms) during SSL handshake. (-1 = use system default) Default: `-1`. */
  readonly 'security.ssl.internal.handshake-timeout': NumberOption;
  /** The secret to decrypt the key in the keystore for Flink's internal endpoints (rpc, data transport, blob server). */
  readonly 'security.ssl.internal.key-password': string;
  /** The Java keystore file with SSL Key and Certificate, to be used Flink's internal endpoints (rpc, data transport, blob server). */
  readonly 'security.ssl.internal.keystore': string;
  /** The secret to decrypt the keystore file for Flink's for Flink's internal endpoints (rpc, data transport, blob server). */
  readonly 'security.ssl.internal.keystore-password': string;
  /** The type of keystore for Flink's internal endpoints (rpc, data transport, blob server). Default: `pkcs12`. */
  readonly 'security.ssl.internal.keystore-type': string;
  /** The size of the cache used for storing SSL session objects. According to here , you should always set this to an appropriate number to not run into a bug with stalling IO threads during garbage collection. (-1 = use system default). Default: `-1`. */
  readonly 'security.ssl.internal.session-cache-size': NumberOption;
  /** The timeout (in ms) for the cached SSL session objects. (-1 = use system default) Default: `-1`. */
  readonly 'security.ssl.internal.session-timeout': NumberOption;
  /** The truststore file containing the public CA certificates to verify the peer for Flink's internal endpoints (rpc, data transport, blob server). */
  readonly 'security.ssl.internal.truststore': string;
  /** The password to decrypt the truststore for Flink's internal endpoints (rpc, data transport, blob server). */
  readonly 'security.ssl.internal.truststore-password': string;
  /** The type of truststore for Flink's internal endpoints (rpc, data transport, blob server). Default: `pkcs12`. */
  readonly 'security.ssl.internal.truststore-type': string;
  /** The secret to decrypt the server key in the keystore. */
  readonly 'security.ssl.key-password': string;
  /** The Java keystore file to be used by the flink endpoint for its SSL Key and Certificate. */
  readonly 'security.ssl.keystore': string;
  /** The secret to decrypt the keystore file. */
  readonly 'security.ssl.keystore-password': string;
  /** The SSL protocol version to be supported for the ssl transport. Note that it doesn’t support comma separated list. Default: `TLSv1.2`. */
  readonly 'security.ssl.protocol': string;
  /** The SSL engine provider to use for the ssl transport: JDK : default Java-based SSL engine OPENSSL : openSSL-based SSL engine using system libraries OPENSSL is based on netty-tcnative and comes in two flavours: dynamically linked: This will use your system's openSSL libraries (if compatible) and req… Default: `JDK`. */
  readonly 'security.ssl.provider': string;
  /** Turns on mutual SSL authentication for external communication via the REST endpoints. Default: `false`. */
  readonly 'security.ssl.rest.authentication-enabled': BooleanOption;
  /** The sha1 fingerprint of the rest certificate. This further protects the rest REST endpoints to present certificate which is only used by proxy serverThis is necessary where once uses public CA or internal firm wide CA */
  readonly 'security.ssl.rest.cert.fingerprint': string;
  /** Turns on SSL for external communication via the REST endpoints. Default: `false`. */
  readonly 'security.ssl.rest.enabled': BooleanOption;
  /** The secret to decrypt the key in the keystore for Flink's external REST endpoints. */
  readonly 'security.ssl.rest.key-password': string;
  /** The Java keystore file with SSL Key and Certificate, to be used Flink's external REST endpoints. */
  readonly 'security.ssl.rest.keystore': string;
  /** The secret to decrypt the keystore file for Flink's for Flink's external REST endpoints. */
  readonly 'security.ssl.rest.keystore-password': string;
  /** The type of the keystore for Flink's external REST endpoints. Default: `pkcs12`. */
  readonly 'security.ssl.rest.keystore-type': string;
  /** The truststore file containing the public CA certificates to verify the peer for Flink's external REST endpoints. */
  readonly 'security.ssl.rest.truststore': string;
  /** The password to decrypt the truststore for Flink's external REST endpoints. */
  readonly 'security.ssl.rest.truststore-password': string;
  /** The type of the truststore for Flink's external REST endpoints. Default: `pkcs12`. */
  readonly 'security.ssl.rest.truststore-type': string;
  /** Whether to verify the REST server's hostname against its SSL certificate. Default: `false`. */
  readonly 'security.ssl.rest.verify-hostname': BooleanOption;
  /** The truststore file containing the public CA certificates to be used by flink endpoints to verify the peer’s certificate. */
  readonly 'security.ssl.truststore': string;
  /** The secret to decrypt the truststore. */
  readonly 'security.ssl.truststore-password': string;
  /** The number of retries a Flink application attempts for committable operations (such as transactions) on retriable errors, as specified by the sink connector, before Flink fails and potentially restarts. Default: `10`. */
  readonly 'sink.committer.retries': NumberOption;
  /** The timeout for a idle slot in Slot Pool. Default: `50s`. */
  readonly 'slot.idle.timeout': string;
  /** The max interval duration for slots request. Default: `0.02s`. */
  readonly 'slot.request.max-interval': string;
  /** The timeout for requesting a slot from Slot Pool. Default: `5m`. */
  readonly 'slot.request.timeout': string;
  /** The delay of the declare needed resources. Default: `0.05s`. */
  readonly 'slotmanager.declare-needed-resource.delay': string;
  /** Maximum cpu cores the Flink cluster allocates for slots. Resources for JobManager and TaskManager framework are excluded. If not configured, it will be derived from 'slotmanager.number-of-slots.max'. */
  readonly 'slotmanager.max-total-resource.cpu': NumberOption;
  /** Maximum memory size the Flink cluster allocates for slots. Resources for JobManager and TaskManager framework are excluded. If not configured, it will be derived from 'slotmanager.number-of-slots.max'. */
  readonly 'slotmanager.max-total-resource.memory': string;
  /** Minimum cpu cores the Flink cluster allocates for slots. Resources for JobManager and TaskManager framework are excluded. If not configured, it will be derived from 'slotmanager.number-of-slots.min'. */
  readonly 'slotmanager.min-total-resource.cpu': NumberOption;
  /** Minimum memory size the Flink cluster allocates for slots. Resources for JobManager and TaskManager framework are excluded. If not configured, it will be derived from 'slotmanager.number-of-slots.min'. */
  readonly 'slotmanager.min-total-resource.memory': string;
  /** Defines the maximum number of slots that the Flink cluster allocates. This configuration option is meant for limiting the resource consumption for batch workloads. It is not recommended to configure this option for streaming workloads, which may fail if there are not enough slots. Note that this co… Default: `2147483647`. */
  readonly 'slotmanager.number-of-slots.max': NumberOption;
  /** Defines the minimum number of slots that the Flink cluster allocates. This configuration option is meant for cluster to initialize certain workers in best efforts when starting. This can be used to speed up a job startup process. Note that this configuration option does not take effect for standalo… Default: `0`. */
  readonly 'slotmanager.number-of-slots.min': NumberOption;
  /** The number of redundant task managers. Redundant task managers are extra task managers started by Flink, in order to speed up job recovery in case of failures due to task manager lost. Note that this feature is available only to the active deployments (native K8s, Yarn).For fine-grained resource re… Default: `0`. */
  readonly 'slotmanager.redundant-taskmanager-num': NumberOption;
  /** The delay of the resource requirements check. Default: `0.05s`. */
  readonly 'slotmanager.requirement-check.delay': string;
  /** The interval to check slow tasks. Default: `1s`. */
  readonly 'slow-task-detector.check-interval': string;
  /** The lower bound of slow task detection baseline. Default: `1m`. */
  readonly 'slow-task-detector.execution-time.baseline-lower-bound': string;
  /** The multiplier to calculate the slow tasks detection baseline. Given that the parallelism is N and the ratio is R, define T as the median of the first N*R finished tasks' execution time. The baseline will be T*M, where M is the multiplier of the baseline. Note that the execution time will be weight… Default: `1.5`. */
  readonly 'slow-task-detector.execution-time.baseline-multiplier': NumberOption;
  /** The finished execution ratio threshold to calculate the slow tasks detection baseline. Given that the parallelism is N and the ratio is R, define T as the median of the first N*R finished tasks' execution time. The baseline will be T*M, where M is the multiplier of the baseline. Note that the execu… Default: `0.75`. */
  readonly 'slow-task-detector.execution-time.baseline-ratio': NumberOption;
  /** The approximate size (in bytes) of user data packed per block. The default blocksize is '4KB'. Default: `4 kb`. */
  readonly 'state.backend.rocksdb.block.blocksize': string;
  /** The amount of the cache for data blocks in RocksDB. The default block-cache size is '8MB'. Default: `8 mb`. */
  readonly 'state.backend.rocksdb.block.cache-size': string;
  /** Approximate size of partitioned metadata packed per block. Currently applied to indexes block when partitioned index/filters option is enabled. The default blocksize is '4KB'. Default: `4 kb`. */
  readonly 'state.backend.rocksdb.block.metadata-blocksize': string;
  /** Bits per key that bloom filter will use, this only take effect when bloom filter is used. The default value is 10.0. Default: `10.0`. */
  readonly 'state.backend.rocksdb.bloom-filter.bits-per-key': NumberOption;
  /** If true, RocksDB will use block-based filter instead of full filter, this only take effect when bloom filter is used. The default value is 'false'. Default: `false`. */
  readonly 'state.backend.rocksdb.bloom-filter.block-based-mode': BooleanOption;
  /** The number of threads (per stateful operator) used to transfer (download and upload) files in RocksDBStateBackend.If negative, the common (TM) IO thread pool is used (see cluster.io-pool.size) Default: `4`. */
  readonly 'state.backend.rocksdb.checkpoint.transfer.thread.num': NumberOption;
  /** Periodic compaction could speed up expired state entries cleanup, especially for state entries rarely accessed. Files older than this value will be picked up for compaction, and re-written to the same level as they were before. It makes sure a file goes through compaction filters periodically. 0 me… Default: `720h`. */
  readonly 'state.backend.rocksdb.compaction.filter.periodic-compaction-time': string;
  /** Number of state entries to process by compaction filter before updating current timestamp. Updating the timestamp more often can improve cleanup speed, but it decreases compaction performance because it uses JNI calls from native code.The default value is '1000L'. Default: `1000`. */
  readonly 'state.backend.rocksdb.compaction.filter.query-time-after-num-entries': NumberOption;
  /** The upper-bound of the total size of level base files in bytes. The default value is '256MB'. Default: `256 mb`. */
  readonly 'state.backend.rocksdb.compaction.level.max-size-level-base': string;
  /** The target file size for compaction, which determines a level-1 file size. The default value is '64MB'. Default: `64 mb`. */
  readonly 'state.backend.rocksdb.compaction.level.target-file-size-base': string;
  /** If true, RocksDB will pick target size of each level dynamically. From an empty DB, RocksDB would make last level the base level, which means merging L0 data into the last level, until it exceeds max_bytes_for_level_base. And then repeat this process for second last level and so on. The default val… Default: `false`. */
  readonly 'state.backend.rocksdb.compaction.level.use-dynamic-size': BooleanOption;
  /** The specified compaction style for DB. Candidate compaction style is LEVEL, FIFO, UNIVERSAL or NONE, and Flink chooses 'LEVEL' as default style. Default: `LEVEL`. */
  readonly 'state.backend.rocksdb.compaction.style': 'LEVEL' | 'UNIVERSAL' | 'FIFO' | 'NONE';
  /** A semicolon-separated list of Compression Type. Different levels can have different compression policies. In many cases, lower levels use fast compression algorithms, while higher levels with more data use slower but more effective compression algorithms. The N th element in the List corresponds to… Default: `[SNAPPY_COMPRESSION]`. */
  readonly 'state.backend.rocksdb.compression.per.level': string;
  /** The maximum number of open files (per stateful operator) that can be used by the DB, '-1' means no limit. The default value is '-1'. Default: `-1`. */
  readonly 'state.backend.rocksdb.files.open': NumberOption;
  /** If true, an async compaction of RocksDB is started after every restore after which we detect keys (including tombstones) in the database that are outside the key-groups range of the backend. Default: `false`. */
  readonly 'state.backend.rocksdb.incremental-restore-async-compact-after-rescale': BooleanOption;
  /** The local directory (on the TaskManager) where RocksDB puts its files. Per default, it will be <WORKING_DIR>/tmp. See process.taskmanager.working-dir for more details. */
  readonly 'state.backend.rocksdb.localdir': string;
  /** The directory for RocksDB's information logging files. If empty (Flink default setting), log files will be in the same directory as the Flink log. If non-empty, this directory will be used and the data directory's absolute path will be used as the prefix of the log file name. If setting this option… */
  readonly 'state.backend.rocksdb.log.dir': string;
  /** The maximum number of files RocksDB should keep for information logging (Default setting: 4). Default: `4`. */
  readonly 'state.backend.rocksdb.log.file-num': NumberOption;
  /** The specified information logging level for RocksDB. If unset, Flink will use INFO_LEVEL . Note: RocksDB info logs will not be written to the TaskManager logs and there is no rolling strategy, unless you configure state.backend.rocksdb.log.dir , state.backend.rocksdb.log.max-file-size , and state.b… Default: `INFO_LEVEL`. */
  readonly 'state.backend.rocksdb.log.level': 'DEBUG_LEVEL' | 'INFO_LEVEL' | 'WARN_LEVEL' | 'ERROR_LEVEL' | 'FATAL_LEVEL' | 'HEADER_LEVEL' | 'NUM_INFO_LOG_LEVELS';
  /** The maximum size of RocksDB's file used for information logging. If the log files becomes larger than this, a new file will be created. If 0, all logs will be written to one log file. The default maximum file size is '25MB'. Default: `25 mb`. */
  readonly 'state.backend.rocksdb.log.max-file-size': string;
  /** The fixed total amount of memory, shared among all RocksDB instances per slot. This option overrides the 'state.backend.rocksdb.memory.managed' option when configured. */
  readonly 'state.backend.rocksdb.memory.fixed-per-slot': string;
  /** The fixed total amount of memory, shared among all RocksDB instances per Task Manager (cluster-level option). This option only takes effect if neither 'state.backend.rocksdb.memory.managed' nor 'state.backend.rocksdb.memory.fixed-per-slot' are not configured. If none is configured then each RocksDB… */
  readonly 'state.backend.rocksdb.memory.fixed-per-tm': string;
  /** The fraction of cache memory that is reserved for high-priority data like index, filter, and compression dictionary blocks. This option only has an effect when 'state.backend.rocksdb.memory.managed' or 'state.backend.rocksdb.memory.fixed-per-slot' are configured. Default: `0.1`. */
  readonly 'state.backend.rocksdb.memory.high-prio-pool-ratio': NumberOption;
  /** If set, the RocksDB state backend will automatically configure itself to use the managed memory budget of the task slot, and divide the memory over write buffers, indexes, block caches, etc. That way, the three major uses of memory of RocksDB will be capped. Default: `true`. */
  readonly 'state.backend.rocksdb.memory.managed': BooleanOption;
  /** With partitioning, the index/filter block of an SST file is partitioned into smaller blocks with an additional top-level index on them. When reading an index/filter, only top-level index is loaded into memory. The partitioned index/filter then uses the top-level index to load on demand into the blo… Default: `false`. */
  readonly 'state.backend.rocksdb.memory.partitioned-index-filters': BooleanOption;
  /** The maximum amount of memory that write buffers may take, as a fraction of the total shared memory. This option only has an effect when 'state.backend.rocksdb.memory.managed' or 'state.backend.rocksdb.memory.fixed-per-slot' are configured. Default: `0.5`. */
  readonly 'state.backend.rocksdb.memory.write-buffer-ratio': NumberOption;
  /** Monitor the current actual delayed write rate. 0 means no delay. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.actual-delayed-write-rate': BooleanOption;
  /** Monitor the number of background errors in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.background-errors': BooleanOption;
  /** Monitor block cache capacity. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.block-cache-capacity': BooleanOption;
  /** Monitor the total count of block cache hit in RocksDB (BLOCK_CACHE_HIT == BLOCK_CACHE_INDEX_HIT + BLOCK_CACHE_FILTER_HIT + BLOCK_CACHE_DATA_HIT). Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.block-cache-hit': BooleanOption;
  /** Monitor the total count of block cache misses in RocksDB (BLOCK_CACHE_MISS == BLOCK_CACHE_INDEX_MISS + BLOCK_CACHE_FILTER_MISS + BLOCK_CACHE_DATA_MISS). Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.block-cache-miss': BooleanOption;
  /** Monitor the memory size for the entries being pinned in block cache. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.block-cache-pinned-usage': BooleanOption;
  /** Monitor the memory size for the entries residing in block cache. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.block-cache-usage': BooleanOption;
  /** Monitor the total count of reads not avoided by bloom full filter. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.bloom-filter-full-positive': BooleanOption;
  /** Monitor the total count of reads not avoided by bloom full filter and the data actually exists in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.bloom-filter-full-true-positive': BooleanOption;
  /** Monitor the total count of reads avoided by bloom filter. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.bloom-filter-useful': BooleanOption;
  /** Monitor the number of uncompressed bytes read (from memtables/cache/sst) from Get() operation in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.bytes-read': BooleanOption;
  /** Monitor the number of uncompressed bytes written by DB::`Put(), Delete(), Merge(), Write()` operations, which does not include the compaction written bytes, in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.bytes-written': BooleanOption;
  /** Whether to expose the column family as a variable for RocksDB property based metrics. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.column-family-as-variable': BooleanOption;
  /** Track pending compactions in RocksDB. Returns 1 if a compaction is pending, 0 otherwise. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.compaction-pending': BooleanOption;
  /** Monitor the bytes read during compaction in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.compaction-read-bytes': BooleanOption;
  /** Monitor the bytes written during compaction in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.compaction-write-bytes': BooleanOption;
  /** Monitor the approximate size of the active memtable in bytes. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.cur-size-active-mem-table': BooleanOption;
  /** Monitor the approximate size of the active and unflushed immutable memtables in bytes. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.cur-size-all-mem-tables': BooleanOption;
  /** Estimate of the amount of live data in bytes (usually smaller than sst files size due to space amplification). Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.estimate-live-data-size': BooleanOption;
  /** Estimate the number of keys in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.estimate-num-keys': BooleanOption;
  /** Estimated total number of bytes compaction needs to rewrite to get all levels down to under target size. Not valid for other compactions than level-based. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.estimate-pending-compaction-bytes': BooleanOption;
  /** Estimate the memory used for reading SST tables, excluding memory used in block cache (e.g.,filter and index blocks) in bytes. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.estimate-table-readers-mem': BooleanOption;
  /** Track whether write has been stopped in RocksDB. Returns 1 if write has been stopped, 0 otherwise. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.is-write-stopped': BooleanOption;
  /** Monitor the number of uncompressed bytes read (from memtables/cache/sst) from an iterator operation in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.iter-bytes-read': BooleanOption;
  /** Monitor the total size (bytes) of all SST files belonging to the latest version.WARNING: may slow down online queries if there are too many files. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.live-sst-files-size': BooleanOption;
  /** Monitor the number of pending memtable flushes in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.mem-table-flush-pending': BooleanOption;
  /** Monitor the total number of delete entries in the active memtable. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-deletes-active-mem-table': BooleanOption;
  /** Monitor the total number of delete entries in the unflushed immutable memtables. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-deletes-imm-mem-tables': BooleanOption;
  /** Monitor the total number of entries in the active memtable. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-entries-active-mem-table': BooleanOption;
  /** Monitor the total number of entries in the unflushed immutable memtables. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-entries-imm-mem-tables': BooleanOption;
  /** Monitor the number of files at each level. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-files-at-level': BooleanOption;
  /** Monitor the number of immutable memtables in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-immutable-mem-table': BooleanOption;
  /** Monitor number of live versions. Version is an internal data structure. See RocksDB file version_set.h for details. More live versions often mean more SST files are held from being deleted, by iterators or unfinished compactions. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-live-versions': BooleanOption;
  /** Monitor the number of currently running compactions. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-running-compactions': BooleanOption;
  /** Monitor the number of currently running flushes. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-running-flushes': BooleanOption;
  /** Monitor the number of unreleased snapshots of the database. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.num-snapshots': BooleanOption;
  /** Monitor the approximate size of the active, unflushed immutable, and pinned immutable memtables in bytes. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.size-all-mem-tables': BooleanOption;
  /** Monitor the duration of writer requiring to wait for compaction or flush to finish in RocksDB. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.stall-micros': BooleanOption;
  /** Monitor the total size (bytes) of all SST files of all versions.WARNING: may slow down online queries if there are too many files. Default: `false`. */
  readonly 'state.backend.rocksdb.metrics.total-sst-files-size': BooleanOption;
  /** The options factory class for users to add customized options in DBOptions and ColumnFamilyOptions for RocksDB. If set, the RocksDB state backend will load the class and apply configs to DBOptions and ColumnFamilyOptions after loading ones from 'RocksDBConfigurableOptions' and pre-defined options. */
  readonly 'state.backend.rocksdb.options-factory': string;
  /** The predefined settings for RocksDB DBOptions and ColumnFamilyOptions by Flink community. Current supported candidate predefined-options are DEFAULT, SPINNING_DISK_OPTIMIZED, SPINNING_DISK_OPTIMIZED_HIGH_MEM or FLASH_SSD_OPTIMIZED. Note that user customized options and options from the RocksDBOptio… Default: `DEFAULT`. */
  readonly 'state.backend.rocksdb.predefined-options': string;
  /** If true, during rescaling, the deleteFilesInRange API will be invoked to clean up the useless files so that local disk space can be reclaimed more promptly. Default: `false`. */
  readonly 'state.backend.rocksdb.rescaling.use-delete-files-in-range': BooleanOption;
  /** The threshold of overlap fraction between the handle's key-group range and target key-group range. When restore base DB, only the handle which overlap fraction greater than or equal to threshold has a chance to be an initial handle. The default value is 0.0, there is always a handle will be selecte… Default: `0.0`. */
  readonly 'state.backend.rocksdb.restore-overlap-fraction-threshold': NumberOption;
  /** The maximum number of concurrent background flush and compaction jobs (per stateful operator). The default value is '2'. Default: `2`. */
  readonly 'state.backend.rocksdb.thread.num': NumberOption;
  /** The cache size per keyGroup of rocksdb timer service factory. This option only has an effect when 'state.backend.rocksdb.timer-service.factory' is configured to 'ROCKSDB'. Increasing this value can improve the performance of rocksdb timer service, but consumes more heap memory at the same time. Default: `128`. */
  readonly 'state.backend.rocksdb.timer-service.cache-size': NumberOption;
  /** This determines the factory for timer service state implementation. Default: `ROCKSDB`. */
  readonly 'state.backend.rocksdb.timer-service.factory': 'HEAP' | 'ROCKSDB';
  /** If true, every newly created SST file will contain a Bloom filter. It is disabled by default. Default: `false`. */
  readonly 'state.backend.rocksdb.use-bloom-filter': BooleanOption;
  /** A recovery mode that directly clips and ingests multiple DBs during state recovery if the keys in the SST files does not exceed the declared key-group range. Default: `false`. */
  readonly 'state.backend.rocksdb.use-ingest-db-restore-mode': BooleanOption;
  /** The max size of the consumed memory for RocksDB batch write, will flush just based on item count if this config set to 0. Default: `2 mb`. */
  readonly 'state.backend.rocksdb.write-batch-size': string;
  /** The maximum number of write buffers that are built up in memory. The default value is '2'. Default: `2`. */
  readonly 'state.backend.rocksdb.writebuffer.count': NumberOption;
  /** The minimum number of write buffers that will be merged together before writing to storage. The default value is '1'. Default: `1`. */
  readonly 'state.backend.rocksdb.writebuffer.number-to-merge': NumberOption;
  /** The amount of data built up in memory (backed by an unsorted log on disk) before converting to a sorted on-disk files. The default writebuffer size is '64MB'. Default: `64 mb`. */
  readonly 'state.backend.rocksdb.writebuffer.size': string;
  /** The state backend to be used to store state. The implementation can be specified either via their shortcut name, or via the class name of a StateBackendFactory . If a factory is specified it is instantiated via its zero argument constructor and its StateBackendFactory#createFromConfig(ReadableConfi… Default: `hashmap`. */
  readonly 'state.backend.type': string;
  /** Whether to enable state backend to write state changes to StateChangelog. If this config is not set explicitly, it means no preference for enabling the change log, and the value in lower config level will take effect. The default value 'false' here means if no value set (job or cluster), the change… Default: `false`. */
  readonly 'state.changelog.enabled': BooleanOption;
  /** Max number of consecutive materialization failures allowed. Default: `3`. */
  readonly 'state.changelog.max-failures-allowed': NumberOption;
  /** Defines whether to enable periodic materialization, all changelogs will not be truncated which may increase the space of checkpoint if disabled Default: `true`. */
  readonly 'state.changelog.periodic-materialize.enabled': BooleanOption;
  /** Defines the interval in milliseconds to perform periodic materialization for state backend. It only takes effect when state.changelog.periodic-materialize.enabled is true Default: `10m`. */
  readonly 'state.changelog.periodic-materialize.interval': string;
  /** The storage to be used to store state changelog. The implementation can be specified via their shortcut name. The list of recognized shortcut names currently includes 'memory' and 'filesystem'. Default: `memory`. */
  readonly 'state.changelog.storage': string;
  /** Defines the number of measured latencies to maintain at each state access operation. Default: `128`. */
  readonly 'state.latency-track.history-size': NumberOption;
  /** Whether to track latency of keyed state operations, e.g value state put/get/clear. Default: `false`. */
  readonly 'state.latency-track.keyed-state-enabled': BooleanOption;
  /** The sample interval of latency track once 'state.latency-track.keyed-state-enabled' is enabled. The default value is 100, which means we would track the latency every 100 access requests. Default: `100`. */
  readonly 'state.latency-track.sample-interval': NumberOption;
  /** Whether to expose state name as a variable if tracking latency. Default: `true`. */
  readonly 'state.latency-track.state-name-as-variable': BooleanOption;
  /** Defines the number of measured size to maintain at each state access operation. Default: `128`. */
  readonly 'state.size-track.history-size': NumberOption;
  /** Whether to track size of keyed state operations, e.g value state put/get/clear. Please note that if state.ttl is enabled, the size of the value will include the size of the TTL-related timestamp. Default: `false`. */
  readonly 'state.size-track.keyed-state-enabled': BooleanOption;
  /** The sample interval of size track once 'state.size-track.keyed-state-enabled' is enabled. The default value is 100, which means we would track the size every 100 access requests. Default: `100`. */
  readonly 'state.size-track.sample-interval': NumberOption;
  /** Whether to expose state name as a variable if tracking size. Default: `true`. */
  readonly 'state.size-track.state-name-as-variable': BooleanOption;
  /** The name of the initial catalog to be created when instantiating a TableEnvironment. Default: `default_catalog`. */
  readonly 'table.builtin-catalog-name': string;
  /** The name of the default database in the initial catalog to be created when instantiating TableEnvironment. Default: `default_database`. */
  readonly 'table.builtin-database-name': string;
  /** A (semicolon-separated) list of factories that creates listener for catalog modification which will be notified in catalog manager after it performs database and table ddl operations successfully. */
  readonly 'table.catalog-modification.listeners': string;
  /** Configures the default expansion behavior of 'SELECT *'. By default, all top-level columns of the table's schema are selected and nested fields are retained. Default: `[]`. */
  readonly 'table.column-expansion-strategy': string;
  /** When printing the query results to the client console, this parameter determines the number of characters shown on screen before truncating. This only applies to columns with variable-length types (e.g. CHAR, VARCHAR, STRING) in the streaming mode. Fixed-length types are printed in the batch mode u… Default: `30`. */
  readonly 'table.display.max-column-width': NumberOption;
  /** Specifies if the DML job (i.e. the insert operation) is executed asynchronously or synchronously. By default, the execution is async, so you can submit multiple DML jobs at the same time. If set this option to true, the insert operation will wait for the job to finish. Default: `false`. */
  readonly 'table.dml-sync': BooleanOption;
  /** Enable or disable the OPTIONS hint used to specify table options dynamically, if disabled, an exception would be thrown if any OPTIONS hint is specified Default: `true`. */
  readonly 'table.dynamic-table-options.enabled': BooleanOption;
  /** The max number of async i/o operation that the async lookup join can trigger. Default: `100`. */
  readonly 'table.exec.async-lookup.buffer-capacity': NumberOption;
  /** When true, async lookup joins would follow the upsert key order in cdc streams. If there is no defined upsert key, then the total record is considered as the upsert key. Setting this for insert-only streams has no effect because record in insert-only streams is independent and does not affect the s… Default: `false`. */
  readonly 'table.exec.async-lookup.key-ordered-enabled': BooleanOption;
  /** Output mode for asynchronous operations which will convert to ``see AsyncDataStream.OutputMode`, ORDERED by default. If set to ALLOW_UNORDERED, will attempt to use ``see AsyncDataStream.OutputMode.UNORDERED` when it does not affect the correctness of the result, otherwise ORDERED will be still used. Default: `ORDERED`. */
  readonly 'table.exec.async-lookup.output-mode': 'ORDERED' | 'ALLOW_UNORDERED';
  /** The async timeout for the asynchronous operation to complete. Default: `3m`. */
  readonly 'table.exec.async-lookup.timeout': string;
  /** The max number of async i/o operation that the async ml predict can trigger. Default: `10`. */
  readonly 'table.exec.async-ml-predict.max-concurrent-operations': NumberOption;
  /** Output mode for async ML predict, which describes whether or not the the output should attempt to be ordered or not. The supported options are: ALLOW_UNORDERED means the operator emit the result when execution finishes. The planner will attempt use ALLOW_UNORDERED whn it doesn't affect the correctn… Default: `ORDERED`. */
  readonly 'table.exec.async-ml-predict.output-mode': 'ORDERED' | 'ALLOW_UNORDERED';
  /** The async timeout for the asynchronous operation to complete. If the deadline fails, a timeout exception will be thrown to indicate the error. Default: `3m`. */
  readonly 'table.exec.async-ml-predict.timeout': string;
  /** The max number of async retry attempts to make before task execution is failed. Default: `3`. */
  readonly 'table.exec.async-scalar.max-attempts': NumberOption;
  /** The max number of async i/o operation that the async scalar function can trigger. Default: `10`. */
  readonly 'table.exec.async-scalar.max-concurrent-operations': NumberOption;
  /** The delay to wait before trying again. Default: `0.1s`. */
  readonly 'table.exec.async-scalar.retry-delay': string;
  /** Restart strategy which will be used, FIXED_DELAY by default. Default: `FIXED_DELAY`. */
  readonly 'table.exec.async-scalar.retry-strategy': 'NO_RETRY' | 'FIXED_DELAY';
  /** The async timeout for the asynchronous operation to complete. Default: `3m`. */
  readonly 'table.exec.async-scalar.timeout': string;
  /** Set whether to use the SQL/Table operators based on the asynchronous state api. Default value is false. Default: `false`. */
  readonly 'table.exec.async-state.enabled': BooleanOption;
  /** The max number of concurrent async i/o operations that the async table function can trigger. Default: `10`. */
  readonly 'table.exec.async-table.max-concurrent-operations': NumberOption;
  /** The max number of async retry attempts to make before task execution is failed. Default: `3`. */
  readonly 'table.exec.async-table.max-retries': NumberOption;
  /** The delay to wait before trying again. Default: `0.1s`. */
  readonly 'table.exec.async-table.retry-delay': string;
  /** Restart strategy which will be used, FIXED_DELAY by default. Default: `FIXED_DELAY`. */
  readonly 'table.exec.async-table.retry-strategy': 'NO_RETRY' | 'FIXED_DELAY';
  /** The async timeout for the asynchronous operation to complete, including any retries which may occur. Default: `3m`. */
  readonly 'table.exec.async-table.timeout': string;
  /** The max number of async i/o operation that the async vector search can trigger. Default: `10`. */
  readonly 'table.exec.async-vector-search.max-concurrent-operations': NumberOption;
  /** Output mode for async vector search, which describes whether or not the output should attempt to be ordered or not. The supported options are: ALLOW_UNORDERED means the operator emits the result when execution finishes. The planner will attempt to use ALLOW_UNORDERED when it doesn't affect the corr… Default: `ORDERED`. */
  readonly 'table.exec.async-vector-search.output-mode': 'ORDERED' | 'ALLOW_UNORDERED';
  /** The total time which can pass before the invocation (including retries) is considered timed out and task execution is failed. Default: `3m`. */
  readonly 'table.exec.async-vector-search.timeout': string;
  /** Set whether the job (especially the sinks) is sensitive to INSERT messages and UPDATE_AFTER messages. If false, Flink may, sometimes (e.g. deduplication for last row), send UPDATE_AFTER instead of INSERT for the first row. If true, Flink will guarantee to send INSERT for the first row, in that case… Default: `true`. */
  readonly 'table.exec.deduplicate.insert-update-after-sensitive-enabled': BooleanOption;
  /** Set whether to compact the changes sent downstream in row-time mini-batch. If true, Flink will compact changes and send only the latest change downstream. Note that if the downstream needs the details of versioned data, this optimization cannot be applied. If false, Flink will send all changes to d… Default: `false`. */
  readonly 'table.exec.deduplicate.mini-batch.compact-changes-enabled': BooleanOption;
  /** Whether to enable the cache of delta join. If enabled, the delta join caches the records from remote dim table. Default is true. Default: `true`. */
  readonly 'table.exec.delta-join.cache-enabled': BooleanOption;
  /** The cache size used to cache the lookup results of the left table in delta join. This value must be positive when enabling cache. Default is 10000. Default: `10000`. */
  readonly 'table.exec.delta-join.left.cache-size': NumberOption;
  /** The cache size used to cache the lookup results of the right table in delta join. This value must be positive when enabling cache. Default is 10000. Default: `10000`. */
  readonly 'table.exec.delta-join.right.cache-size': NumberOption;
  /** Mainly for testing. A comma-separated list of operator names, each name represents a kind of disabled operator. Operators that can be disabled include "NestedLoopJoin", "ShuffleHashJoin", "BroadcastHashJoin", "SortMergeJoin", "HashAgg", "SortAgg". By default no operator is disabled. */
  readonly 'table.exec.disabled-operators': string;
  /** Specifies a minimum time interval for how long cleanup unmatched records in the interval join operator. Before Flink 1.18, the default value of this param was the half of interval duration. Note: Set this option greater than 0 will cause unmatched records in outer joins to be output later than wate… Default: `0s`. */
  readonly 'table.exec.interval-join.min-cleanup-interval': string;
  /** Determines whether CAST will operate following the legacy behaviour or the new one that introduces various fixes and improvements. Default: `DISABLED`. */
  readonly 'table.exec.legacy-cast-behaviour': 'ENABLED' | 'DISABLED';
  /** The distinct value rate can be defined as the number of local aggregation results for the sampled data divided by the sampling threshold (see table.exec.local-hash-agg.adaptive.sampling-threshold). If the computed result is lower than the given configuration value, the remaining input records proce… Default: `0.5`. */
  readonly 'table.exec.local-hash-agg.adaptive.distinct-value-rate-threshold': NumberOption;
  /** Whether to enable adaptive local hash aggregation. Adaptive local hash aggregation is an optimization of local hash aggregation, which can adaptively determine whether to continue to do local hash aggregation according to the distinct value rate of sampling data. If distinct value rate bigger than… Default: `true`. */
  readonly 'table.exec.local-hash-agg.adaptive.enabled': BooleanOption;
  /** If adaptive local hash aggregation is enabled, this value defines how many records will be used as sampled data to calculate distinct value rate (see parameter: table.exec.local-hash-agg.adaptive.distinct-value-rate-threshold) for the local aggregate. The higher the sampling threshold, the more acc… Default: `500000`. */
  readonly 'table.exec.local-hash-agg.adaptive.sampling-threshold': NumberOption;
  /** The maximum latency can be used for MiniBatch to buffer input records. MiniBatch is an optimization to buffer input records to reduce state access. MiniBatch is triggered with the allowed latency interval and when the maximum number of buffered records reached. NOTE: If table.exec.mini-batch.enable… Default: `0s`. */
  readonly 'table.exec.mini-batch.allow-latency': string;
  /** Specifies whether to enable MiniBatch optimization. MiniBatch is an optimization to buffer input records to reduce state access. This is disabled by default. To enable this, users should set this config to true. NOTE: If mini-batch is enabled, 'table.exec.mini-batch.allow-latency' and 'table.exec.m… Default: `false`. */
  readonly 'table.exec.mini-batch.enabled': BooleanOption;
  /** The maximum number of input records can be buffered for MiniBatch. MiniBatch is an optimization to buffer input records to reduce state access. MiniBatch is triggered with the allowed latency interval and when the maximum number of buffered records reached. NOTE: MiniBatch only works for non-window… Default: `-1`. */
  readonly 'table.exec.mini-batch.size': NumberOption;
  /** If true, multiple physical operators will be compiled into a single operator by planner which can improve the performance. Default: `false`. */
  readonly 'table.exec.operator-fusion-codegen.enabled': BooleanOption;
  /** Rank operators have a cache which caches partial state contents to reduce state access. Cache size is the number of records in each ranking task. Default: `10000`. */
  readonly 'table.exec.rank.topn-cache-size': NumberOption;
  /** Sets default parallelism for all operators (such as aggregate, join, filter) to run with parallel instances. This config has a higher priority than parallelism of StreamExecutionEnvironment (actually, this config overrides the parallelism of StreamExecutionEnvironment). A value of -1 indicates that… Default: `-1`. */
  readonly 'table.exec.resource.default-parallelism': NumberOption;
  /** Sets the external buffer memory size that is used in sort merge join and nested join and over window. Note: memory size is only a weight hint, it will affect the weight of memory that can be applied by a single operator in the task, the actual memory used depends on the running environment. Default: `10 mb`. */
  readonly 'table.exec.resource.external-buffer-memory': string;
  /** Sets the managed memory size of hash aggregate operator. Note: memory size is only a weight hint, it will affect the weight of memory that can be applied by a single operator in the task, the actual memory used depends on the running environment. Default: `128 mb`. */
  readonly 'table.exec.resource.hash-agg.memory': string;
  /** Sets the managed memory for hash join operator. It defines the lower limit. Note: memory size is only a weight hint, it will affect the weight of memory that can be applied by a single operator in the task, the actual memory used depends on the running environment. Default: `128 mb`. */
  readonly 'table.exec.resource.hash-join.memory': string;
  /** Sets the managed buffer memory size for sort operator. Note: memory size is only a weight hint, it will affect the weight of memory that can be applied by a single operator in the task, the actual memory used depends on the running environment. Default: `128 mb`. */
  readonly 'table.exec.resource.sort.memory': string;
  /** When it is true, the optimizer will simplify the operator name with id and type of ExecNode and keep detail in description. Default value is true. Default: `true`. */
  readonly 'table.exec.simplify-operator-name-enabled': BooleanOption;
  /** In order to minimize the distributed disorder problem when writing data into table with primary keys that many users suffers. FLINK will auto add a keyed shuffle by default when the sink parallelism differs from upstream operator and sink parallelism is not 1. This works only when the upstream ensu… Default: `AUTO`. */
  readonly 'table.exec.sink.keyed-shuffle': 'NONE' | 'AUTO' | 'FORCE';
  /** Determines if constraints should be enforced for nested fields. Beware that enforcing constraints for nested fields adds computational overhead especially when iterating through collections Default: `IGNORE`. */
  readonly 'table.exec.sink.nested-constraint-enforcer': 'IGNORE' | 'ROWS' | 'ROWS_AND_COLLECTIONS';
  /** Determines how Flink enforces NOT NULL column constraints when inserting null values. Default: `ERROR`. */
  readonly 'table.exec.sink.not-null-enforcer': 'ERROR' | 'DROP';
  /** When enabled, an error is thrown if the query's upsert key differs from the sink table's primary key and no ON CONFLICT clause is specified. This can lead to non-deterministic results when multiple records with different upsert keys map to the same primary key. Set this to false to restore the old… Default: `true`. */
  readonly 'table.exec.sink.require-on-conflict': BooleanOption;
  /** Some sink implementations require a single rowtime attribute in the input that can be inserted into the underlying stream record. This option allows disabling the timestamp insertion and avoids errors around multiple time attributes being present in the query schema. Default: `ENABLED`. */
  readonly 'table.exec.sink.rowtime-inserter': 'ENABLED' | 'DISABLED';
  /** Determines whether values for columns with CHAR(<length>)/VARCHAR(<length>)/BINARY(<length>)/VARBINARY(<length>) types will be trimmed or padded (only for CHAR(<length>)/BINARY(<length>)), so that their length will match the one defined by the length of their respective CHAR/VARCHAR/BINARY/VARBINAR… Default: `IGNORE`. */
  readonly 'table.exec.sink.type-length-enforcer': 'IGNORE' | 'TRIM_PAD' | 'ERROR';
  /** Because of the disorder of ChangeLog data caused by Shuffle in distributed system, the data received by Sink may not be the order of global upsert. So add upsert materialize operator before upsert sink. It receives the upstream changelog records and generate an upsert view for the downstream. By de… Default: `AUTO`. */
  readonly 'table.exec.sink.upsert-materialize': 'NONE' | 'AUTO' | 'FORCE';
  /** When using strategy=ADAPTIVE, defines the number of entries per key when the implementation is changed from VALUE to MAP. If not specified, Flink uses state-backend specific defaults (400 for hashmap state backend and 50 for RocksDB and the rest). */
  readonly 'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.high': NumberOption;
  /** When using strategy=ADAPTIVE, defines the number of entries per key when the implementation is changed from MAP to VALUE. If not specified, Flink uses state-backend specific defaults (300 for hashmap state backend and 40 for RocksDB and the rest). */
  readonly 'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.low': NumberOption;
  /** Which strategy of SinkUpsertMaterializer to use. Supported strategies: LEGACY: Simple implementation based on ValueState<List> (the original implementation). MAP: SequencedMultiSetState implementation based on a combination of several MapState maintaining ordering and fast lookup properties. VALUE:… Default: `LEGACY`. */
  readonly 'table.exec.sink.upsert-materialize-strategy.type': 'LEGACY' | 'MAP' | 'VALUE' | 'ADAPTIVE';
  /** Whether to asynchronously merge sorted spill files. Default: `true`. */
  readonly 'table.exec.sort.async-merge-enabled': BooleanOption;
  /** Default limit when user don't set a limit after order by. -1 indicates that this configuration is ignored. Default: `-1`. */
  readonly 'table.exec.sort.default-limit': NumberOption;
  /** The maximal fan-in for external merge sort. It limits the number of file handles per operator. If it is too small, may cause intermediate merging. But if it is too large, it will cause too many files opened at the same time, consume memory and lead to random reading. Default: `128`. */
  readonly 'table.exec.sort.max-num-file-handles': NumberOption;
  /** Indicates whether the CDC (Change Data Capture) sources in the job will produce duplicate change events that requires the framework to deduplicate and get consistent result. CDC source refers to the source that produces full change events, including INSERT/UPDATE_BEFORE/UPDATE_AFTER/DELETE, for exa… Default: `false`. */
  readonly 'table.exec.source.cdc-events-duplicate': BooleanOption;
  /** When a source do not receive any elements for the timeout time, it will be marked as temporarily idle. This allows downstream tasks to advance their watermarks without the need to wait for watermarks from this source while it is idle. Default value is 0, which means detecting source idleness is not… Default: `0s`. */
  readonly 'table.exec.source.idle-timeout': string;
  /** The memory size used to do compress when spilling data. The larger the memory, the higher the compression ratio, but more memory resource will be consumed by the job. Default: `64 kb`. */
  readonly 'table.exec.spill-compression.block-size': string;
  /** Whether to compress spilled data. Currently we only support compress spilled data for sort and hash-agg and hash-join operators. Default: `true`. */
  readonly 'table.exec.spill-compression.enabled': BooleanOption;
  /** Specifies a minimum time interval for how long idle state (i.e. state which was not updated), will be retained. State will never be cleared until it was idle for less than the minimum time, and will be cleared at some time after it was idle. Default is never clean-up the state. NOTE: Cleaning up st… Default: `0s`. */
  readonly 'table.exec.state.ttl': string;
  /** Defines the format pattern for generating the UID of an ExecNode streaming transformation. The pattern can be defined globally or per-ExecNode in the compiled plan. Supported arguments are: <id> (from static counter), <type> (e.g. 'stream-exec-sink'), <version>, and <transformation> (e.g. 'constrai… Default: `<id>_<transformation>`. */
  readonly 'table.exec.uid.format': string;
  /** In order to remap state to operators during a restore, it is required that the pipeline's streaming transformations get a UID assigned. The planner can generate and assign explicit UIDs. If no UIDs have been set by the planner, the UIDs will be auto-generated by lower layers that can take the compl… Default: `PLAN_ONLY`. */
  readonly 'table.exec.uid.generation': 'PLAN_ONLY' | 'ALWAYS' | 'DISABLED';
  /** Which version of the unbounded over aggregation to use: 1 - legacy version 2 - version with improved performance Default: `2`. */
  readonly 'table.exec.unbounded-over.version': NumberOption;
  /** Sets the window elements buffer size limit used in group window agg operator. Default: `100000`. */
  readonly 'table.exec.window-agg.buffer-size-limit': NumberOption;
  /** Specifies a threshold where generated code will be split into sub-function calls. Java has a maximum method length of 64 KB. This setting allows for finer granularity if necessary. Default value is 4000 instead of 64KB as by default JIT refuses to work on methods with more than 8K byte code. Default: `4000`. */
  readonly 'table.generated-code.max-length': NumberOption;
  /** Specifies a threshold where class members of generated code will be grouped into arrays by types. Default: `10000`. */
  readonly 'table.generated-code.max-members': NumberOption;
  /** Before Flink 2.2, row types defined in SQL e.g. `SELECT CAST(f AS ROW<i NOT NULL>)` did ignore the `NOT NULL` constraint. This was more aligned with the SQL standard but caused many type inconsistencies and cryptic error message when working on nested data. For example, it prevented using rows in c… Default: `false`. */
  readonly 'table.legacy-nested-row-nullability': BooleanOption;
  /** The local time zone defines current session time zone id. It is used when converting to/from <code>TIMESTAMP WITH LOCAL TIME ZONE</code>. Internally, timestamps with local time zone are always represented in the UTC time zone. However, when converting to data types that don't include a time zone (e… Default: `default`. */
  readonly 'table.local-time-zone': string;
  /** Flink will perform broadcast hash join optimization when the runtime statistics on one side of a join operator is less than the threshold `table.optimizer.join.broadcast-threshold`. The value of this configuration option decides when Flink should perform this optimization. AUTO means Flink will aut… Default: `auto`. */
  readonly 'table.optimizer.adaptive-broadcast-join.strategy': 'auto' | 'runtime_only' | 'none' | 'AUTO' | 'RUNTIME_ONLY' | 'NONE';
  /** Strategy for aggregate phase. Only AUTO, TWO_PHASE or ONE_PHASE can be set. AUTO: No special enforcer for aggregate stage. Whether to choose two stage aggregate or one stage aggregate depends on cost. TWO_PHASE: Enforce to use two stage aggregate which has localAggregate and globalAggregate. Note t… Default: `AUTO`. */
  readonly 'table.optimizer.agg-phase-strategy': 'AUTO' | 'ONE_PHASE' | 'TWO_PHASE';
  /** The maximum number of joined nodes allowed in the bushy join reorder algorithm, otherwise the left-deep join reorder algorithm will be used. The search space of bushy join reorder algorithm will increase with the increase of this threshold value, so this threshold is not recommended to be set too l… Default: `12`. */
  readonly 'table.optimizer.bushy-join-reorder-threshold': NumberOption;
  /** Strategy for optimizing the delta-join. Only AUTO, FORCE or NONE can be set. Default it AUTO. Default: `AUTO`. */
  readonly 'table.optimizer.delta-join.strategy': 'AUTO' | 'FORCE' | 'NONE';
  /** Configure the number of buckets when splitting distinct aggregation. The number is used in the first level aggregation to calculate a bucket key 'hash_code(distinct_key) % BUCKET_NUM' which is used as an additional group key after splitting. Default: `1024`. */
  readonly 'table.optimizer.distinct-agg.split.bucket-num': NumberOption;
  /** Tells the optimizer whether to split distinct aggregation (e.g. COUNT(DISTINCT col), SUM(DISTINCT col)) into two level. The first aggregation is shuffled by an additional key which is calculated using the hashcode of distinct_key and number of buckets. This optimization is very useful when there is… Default: `false`. */
  readonly 'table.optimizer.distinct-agg.split.enabled': BooleanOption;
  /** When it is true, the optimizer will try to push dynamic filtering into scan table source, the irrelevant partitions or input data will be filtered to reduce scan I/O in runtime. Default: `true`. */
  readonly 'table.optimizer.dynamic-filtering.enabled': BooleanOption;
  /** When both local aggregation and distinct aggregation splitting are enabled, a distinct aggregation will be optimized into four aggregations, i.e., local-agg1, global-agg1, local-agg2, and global-agg2. We can combine global-agg1 and local-agg2 into a single operator (we call it incremental agg becau… Default: `true`. */
  readonly 'table.optimizer.incremental-agg-enabled': BooleanOption;
  /** Enables join reorder in optimizer. Default is disabled. Default: `false`. */
  readonly 'table.optimizer.join-reorder-enabled': BooleanOption;
  /** Configures the maximum size in bytes for a table that will be broadcast to all worker nodes when performing a join. By setting this value to -1 to disable broadcasting. Default: `1048576`. */
  readonly 'table.optimizer.join.broadcast-threshold': NumberOption;
  /** Enables a multi-way join operator for a chain of streaming joins. This operator processes multiple inputs at once, reducing the state size considerably by avoiding intermediate results. It supports regular INNER and LEFT joins. Note: This is an experimental feature and not recommended for productio… Default: `false`. */
  readonly 'table.optimizer.multi-join.enabled': BooleanOption;
  /** When it is true, the optimizer will merge the operators with pipelined shuffling into a multiple input operator to reduce shuffling and improve performance. Default value is true. Default: `true`. */
  readonly 'table.optimizer.multiple-input-enabled': BooleanOption;
  /** When it is `TRY_RESOLVE`, the optimizer tries to resolve the correctness issue caused by 'Non-Deterministic Updates' (NDU) in a changelog pipeline. Changelog may contain kinds of message types: Insert (I), Delete (D), Update_Before (UB), Update_After (UA). There's no NDU problem in an insert only c… Default: `IGNORE`. */
  readonly 'table.optimizer.non-deterministic-update.strategy': 'TRY_RESOLVE' | 'IGNORE';
  /** The maximum number of table arguments for a Process Table Function (PTF). In theory, a PTF can accept an arbitrary number of input tables. In practice, however, each input requires reserving network buffers, which impacts memory usage. For this reason, the number of input tables is limited to 20. Default: `20`. */
  readonly 'table.optimizer.ptf.max-tables': NumberOption;
  /** When true, the optimizer will try to find out duplicated sub-plans by digest to build optimize blocks (a.k.a. common sub-graphs). Each optimize block will be optimized independently. Default: `false`. */
  readonly 'table.optimizer.reuse-optimize-block-with-digest-enabled': BooleanOption;
  /** When it is true, the optimizer will try to find out duplicated table sinks and reuse them. This works only when table.optimizer.reuse-sub-plan-enabled is true. Default: `true`. */
  readonly 'table.optimizer.reuse-sink-enabled': BooleanOption;
  /** When it is true, the optimizer will try to find out duplicated table sources and reuse them. This works only when table.optimizer.reuse-sub-plan-enabled is true. Default: `true`. */
  readonly 'table.optimizer.reuse-source-enabled': BooleanOption;
  /** When it is true, the optimizer will try to find out duplicated sub-plans and reuse them. Default: `true`. */
  readonly 'table.optimizer.reuse-sub-plan-enabled': BooleanOption;
  /** A flag to enable or disable the runtime filter. When it is true, the optimizer will try to inject a runtime filter for eligible join. Default: `false`. */
  readonly 'table.optimizer.runtime-filter.enabled': BooleanOption;
  /** Max data volume threshold of the runtime filter build side. Estimated data volume needs to be under this value to try to inject runtime filter. Default: `150 mb`. */
  readonly 'table.optimizer.runtime-filter.max-build-data-size': string;
  /** Min filter ratio threshold of the runtime filter. Estimated filter ratio needs to be over this value to try to inject runtime filter. Default: `0.5`. */
  readonly 'table.optimizer.runtime-filter.min-filter-ratio': NumberOption;
  /** Min data volume threshold of the runtime filter probe side. Estimated data volume needs to be over this value to try to inject runtime filter.This value should be larger than table.optimizer.runtime-filter.max-build-data-size . Default: `10 gb`. */
  readonly 'table.optimizer.runtime-filter.min-probe-data-size': string;
  /** When a join operator instance encounters input data that exceeds N times the median size of other concurrent join operator instances, it is considered skewed (where N represents this skewed-factor). In such cases, Flink may automatically split the skewed data into multiple parts to ensure a more ba… Default: `4.0`. */
  readonly 'table.optimizer.skewed-join-optimization.skewed-factor': NumberOption;
  /** When a join operator instance encounters input data that exceeds N times the median size of other concurrent join operator instances, it is considered skewed (where N represents the table.optimizer.skewed-join-optimization.skewed-factor). In such cases, Flink may automatically split the skewed data… Default: `256 mb`. */
  readonly 'table.optimizer.skewed-join-optimization.skewed-threshold': string;
  /** Flink will handle skew in shuffled joins (sort-merge and hash) at runtime by splitting data according to the skewed join key. The value of this configuration determines how Flink performs this optimization. AUTO means Flink will automatically apply this optimization, FORCED means Flink will enforce… Default: `auto`. */
  readonly 'table.optimizer.skewed-join-optimization.strategy': 'auto' | 'forced' | 'none' | 'AUTO' | 'FORCED' | 'NONE';
  /** When it is true, the optimizer will collect and use the statistics from source connectors if the source extends from SupportsStatisticReport and the statistics from catalog is UNKNOWN.Default value is true. Default: `true`. */
  readonly 'table.optimizer.source.report-statistics-enabled': BooleanOption;
  /** If set to true, it will merge projects when converting SqlNode to RelNode. Note: it is not recommended to turn on unless you are aware of possible side effects, such as causing the output of certain non-deterministic expressions to not meet expectations(see FLINK-20887). Default: `false`. */
  readonly 'table.optimizer.sql2rel.project-merge.enabled': BooleanOption;
  /** When true, the optimizer will breakup the graph at union-all node when it's a breakpoint. When false, the optimizer will skip the union-all node even it's a breakpoint, and will try find the breakpoint in its inputs. Default: `true`. */
  readonly 'table.optimizer.union-all-as-breakpoint-enabled': BooleanOption;
  /** Strategy how to persist catalog objects such as tables, functions, or data types into a plan during compilation. It influences the need for catalog metadata to be present during a restore operation and affects the plan size. This configuration option does not affect anonymous/inline or temporary ob… Default: `ALL`. */
  readonly 'table.plan.compile.catalog-objects': 'ALL' | 'SCHEMA' | 'IDENTIFIER';
  /** When false COMPILE PLAN statement will fail if the output plan file is already existing, unless the clause IF NOT EXISTS is used. When true COMPILE PLAN will overwrite the existing output plan file. We strongly suggest to enable this flag only for debugging purpose. Default: `false`. */
  readonly 'table.plan.force-recompile': BooleanOption;
  /** Strategy how to restore catalog objects such as tables, functions, or data types using a given plan and performing catalog lookups if necessary. It influences the need for catalog metadata to bepresent and enables partial enrichment of plan information. Default: `ALL`. */
  readonly 'table.plan.restore.catalog-objects': 'ALL' | 'ALL_ENFORCED' | 'IDENTIFIER';
  /** Local directory that is used by planner for storing downloaded resources. Default: `the temporary directory`. */
  readonly 'table.resources.download-dir': string;
  /** Specifies if the CREATE TABLE/REPLACE TABLE/CREATE OR REPLACE AS SELECT statement is executed atomically. By default, the statement is non-atomic. The target table is created/replaced on the client side, and it will not be rolled back even though the job fails or is canceled. If set this option to… Default: `false`. */
  readonly 'table.rtas-ctas.atomicity-enabled': BooleanOption;
  /** The SQL dialect defines how to parse a SQL query. A different SQL dialect may support different SQL grammar. Currently supported dialects are: default and hive Default: `default`. */
  readonly 'table.sql-dialect': string;
  /** Time interval between two successive task cancellation attempts. Default: `30s`. */
  readonly 'task.cancellation.interval': string;
  /** Timeout after which a task cancellation times out and leads to a fatal TaskManager error. A value of 0 deactivates the watch dog. Notice that a task cancellation is different from both a task failure and a clean shutdown. Task cancellation timeout only applies to task cancellation and does not appl… Default: `3m`. */
  readonly 'task.cancellation.timeout': string;
  /** Time we wait for the timers to finish all pending timer threads when the stream task is cancelled. Default: `7.5s`. */
  readonly 'task.cancellation.timers.timeout': string;
  /** The local address of the network interface that the task manager binds to. If not configured, '0.0.0.0' will be used. */
  readonly 'taskmanager.bind-host': string;
  /** The port used for the client to retrieve query results from the TaskManager. The default value is 0, which corresponds to a random port assignment. Default: `0`. */
  readonly 'taskmanager.collect-sink.port': NumberOption;
  /** CPU cores for the TaskExecutors. In case of Yarn setups, this value will be rounded to the closest positive integer. If not explicitly configured, legacy config options 'yarn.containers.vcores' and 'kubernetes.taskmanager.cpu' will be used for Yarn / Kubernetes setups, and 'taskmanager.numberOfTask… */
  readonly 'taskmanager.cpu.cores': NumberOption;
  /** The task manager's bind port used for data exchange operations. Also accepts a list of ports (“50100,50101”), ranges (“50100-50200”) or a combination of both. If not configured, 'taskmanager.data.port' will be used. */
  readonly 'taskmanager.data.bind-port': string;
  /** The task manager’s external port used for data exchange operations. Default: `0`. */
  readonly 'taskmanager.data.port': NumberOption;
  /** Enable SSL support for the taskmanager data transport. This is applicable only when the global flag for internal SSL (security.ssl.internal.enabled) is set to true Default: `true`. */
  readonly 'taskmanager.data.ssl.enabled': BooleanOption;
  /** Flag indicating whether to start a thread, which repeatedly logs the memory usage of the JVM. Default: `false`. */
  readonly 'taskmanager.debug.memory.log': BooleanOption;
  /** The interval for the log thread to log the current memory usage. Default: `5s`. */
  readonly 'taskmanager.debug.memory.log-interval': string;
  /** The external address of the network interface where the TaskManager is exposed. Because different TaskManagers need different values for this option, usually it is specified in an additional non-shared TaskManager-specific config file. */
  readonly 'taskmanager.host': string;
  /** Whether to kill the TaskManager when the task thread throws an OutOfMemoryError. Default: `false`. */
  readonly 'taskmanager.jvm-exit-on-oom': BooleanOption;
  /** Mode for the load-balance allocation strategy across all available TaskManagers . The SLOTS mode tries to spread out the slots evenly across all available TaskManagers . The MIN_RESOURCES mode tries to allocate slots on minimum number of available TaskManagers . The TASKS mode tries to schedule eve… Default: `NONE`. */
  readonly 'taskmanager.load-balance.mode': 'NONE' | 'SLOTS' | 'MIN_RESOURCES' | 'TASKS';
  /** The path to the log file of the task manager. */
  readonly 'taskmanager.log.path': string;
  /** Total Flink Memory size for the TaskExecutors. This includes all the memory that a TaskExecutor consumes, except for JVM Metaspace and JVM Overhead. It consists of Framework Heap Memory, Task Heap Memory, Task Off-Heap Memory, Managed Memory, and Network Memory. See also 'taskmanager.memory.process… */
  readonly 'taskmanager.memory.flink.size': string;
  /** Framework Heap Memory size for TaskExecutors. This is the size of JVM heap memory reserved for TaskExecutor framework, which will not be allocated to task slots. Default: `128 mb`. */
  readonly 'taskmanager.memory.framework.heap.size': string;
  /** Size of memory used by batch shuffle for shuffle data read (currently only used by sort-shuffle and hybrid shuffle). Notes: 1) The memory is cut from 'taskmanager.memory.framework.off-heap.size' so must be smaller than that, which means you may also need to increase 'taskmanager.memory.framework.of… Default: `64 mb`. */
  readonly 'taskmanager.memory.framework.off-heap.batch-shuffle.size': string;
  /** Framework Off-Heap Memory size for TaskExecutors. This is the size of off-heap memory (JVM direct memory and native memory) reserved for TaskExecutor framework, which will not be allocated to task slots. The configured value will be fully counted when Flink calculates the JVM max direct memory size… Default: `128 mb`. */
  readonly 'taskmanager.memory.framework.off-heap.size': string;
  /** JVM Metaspace Size for the TaskExecutors. Default: `256 mb`. */
  readonly 'taskmanager.memory.jvm-metaspace.size': string;
  /** Fraction of Total Process Memory to be reserved for JVM Overhead. This is off-heap memory reserved for JVM overhead, such as thread stack space, compile cache, etc. This includes native memory but not direct memory, and will not be counted when Flink calculates JVM max direct memory size parameter.… Default: `0.1`. */
  readonly 'taskmanager.memory.jvm-overhead.fraction': NumberOption;
  /** Max JVM Overhead size for the TaskExecutors. This is off-heap memory reserved for JVM overhead, such as thread stack space, compile cache, etc. This includes native memory but not direct memory, and will not be counted when Flink calculates JVM max direct memory size parameter. The size of JVM Over… Default: `1 gb`. */
  readonly 'taskmanager.memory.jvm-overhead.max': string;
  /** Min JVM Overhead size for the TaskExecutors. This is off-heap memory reserved for JVM overhead, such as thread stack space, compile cache, etc. This includes native memory but not direct memory, and will not be counted when Flink calculates JVM max direct memory size parameter. The size of JVM Over… Default: `192 mb`. */
  readonly 'taskmanager.memory.jvm-overhead.min': string;
  /** Managed memory weights for different kinds of consumers. A slot’s managed memory is shared by all kinds of consumers it contains, proportionally to the kinds’ weights and regardless of the number of consumers from each kind. Currently supported kinds of consumers are OPERATOR (for built-in algorith… Default: `{OPERATOR=70, STATE_BACKEND=70, PYTHON=30}`. */
  readonly 'taskmanager.memory.managed.consumer-weights': string;
  /** Fraction of Total Flink Memory to be used as Managed Memory, if Managed Memory size is not explicitly specified. Default: `0.4`. */
  readonly 'taskmanager.memory.managed.fraction': NumberOption;
  /** Managed Memory size for TaskExecutors. This is the size of off-heap memory managed by the memory manager, reserved for sorting, hash tables, caching of intermediate results and RocksDB state backend. Memory consumers can either allocate memory from the memory manager in the form of MemorySegments,… */
  readonly 'taskmanager.memory.managed.size': string;
  /** Minimum possible size of memory buffers used by the network stack and the memory manager. ex. can be used for automatic buffer size adjustment. Default: `256 bytes`. */
  readonly 'taskmanager.memory.min-segment-size': string;
  /** Fraction of Total Flink Memory to be used as Network Memory. Network Memory is off-heap memory reserved for ShuffleEnvironment (e.g., network buffers). Network Memory size is derived to make up the configured fraction of the Total Flink Memory. If the derived size is less/greater than the configure… Default: `0.1`. */
  readonly 'taskmanager.memory.network.fraction': NumberOption;
  /** Max Network Memory size for TaskExecutors. Network Memory is off-heap memory reserved for ShuffleEnvironment (e.g., network buffers). Network Memory size is derived to make up the configured fraction of the Total Flink Memory. If the derived size is less/greater than the configured min/max size, th… Default: `9223372036854775807 bytes`. */
  readonly 'taskmanager.memory.network.max': string;
  /** Min Network Memory size for TaskExecutors. Network Memory is off-heap memory reserved for ShuffleEnvironment (e.g., network buffers). Network Memory size is derived to make up the configured fraction of the Total Flink Memory. If the derived size is less/greater than the configured min/max size, th… Default: `64 mb`. */
  readonly 'taskmanager.memory.network.min': string;
  /** Total Process Memory size for the TaskExecutors. This includes all the memory that a TaskExecutor consumes, consisting of Total Flink Memory, JVM Metaspace, and JVM Overhead. On containerized setups, this should be set to the container memory. See also 'taskmanager.memory.flink.size' for total Flin… */
  readonly 'taskmanager.memory.process.size': string;
  /** Size of memory buffers used by the network stack and the memory manager. Default: `32 kb`. */
  readonly 'taskmanager.memory.segment-size': string;
  /** Starting size of memory buffers used by the network stack and the memory manager, when using automatic buffer size adjustment. Default: `1 kb`. */
  readonly 'taskmanager.memory.starting-segment-size': string;
  /** Task Heap Memory size for TaskExecutors. This is the size of JVM heap memory reserved for tasks. If not specified, it will be derived as Total Flink Memory minus Framework Heap Memory, Framework Off-Heap Memory, Task Off-Heap Memory, Managed Memory and Network Memory. */
  readonly 'taskmanager.memory.task.heap.size': string;
  /** Task Off-Heap Memory size for TaskExecutors. This is the size of off heap memory (JVM direct memory and native memory) reserved for tasks. The configured value will be fully counted when Flink calculates the JVM max direct memory size parameter. Default: `0 bytes`. */
  readonly 'taskmanager.memory.task.off-heap.size': string;
  /** Whether to enable adaptive partitioner feature for rescale and rebalance partitioners based on the load of the downstream tasks. Default: `false`. */
  readonly 'taskmanager.network.adaptive-partitioner.enabled': BooleanOption;
  /** Maximum number of channels to traverse when looking for the most idle channel for rescale and rebalance partitioners when taskmanager.network.adaptive-partitioner.enabled is enabled. Note, the value of the configuration option must be greater than `1`. Default: `4`. */
  readonly 'taskmanager.network.adaptive-partitioner.max-traverse-size': NumberOption;
  /** The automatic address binding policy used by the TaskManager if "taskmanager.host" is not set. The value should be one of the following: "name" - uses hostname as binding address "ip" - uses host's ip address as binding address Default: `ip`. */
  readonly 'taskmanager.network.bind-policy': string;
  /** The codec to be used when compressing shuffle data. If it is "NONE", compression is disable. If it is not "NONE", only "LZ4", "LZO" and "ZSTD" are supported now. Through tpc-ds test of these three algorithms, the results show that "LZ4" algorithm has the highest compression and decompression speed,… Default: `LZ4`. */
  readonly 'taskmanager.network.compression.codec': 'NONE' | 'LZ4' | 'LZO' | 'ZSTD';
  /** Boolean flag to enable/disable more detailed metrics about inbound/outbound network queue lengths. Default: `false`. */
  readonly 'taskmanager.network.detailed-metrics': BooleanOption;
  /** The option configures the class that is responsible for creating an external remote tier factory for hybrid shuffle. If configured, the hybrid shuffle will only initialize the specified remote tier according to the given class name. Currently, since the tier interfaces are not yet public and are st… */
  readonly 'taskmanager.network.hybrid-shuffle.external-remote-tier-factory.class': string;
  /** The option is used to configure the base path of remote storage for hybrid shuffle. The shuffle data will be stored in remote storage when the disk space is not enough. Note: If this option is not configured the remote storage will be disabled. */
  readonly 'taskmanager.network.hybrid-shuffle.remote.path': string;
  /** The switch of the automatic buffered debloating feature. If enabled the amount of in-flight data will be adjusted automatically accordingly to the measured throughput. Default: `false`. */
  readonly 'taskmanager.network.memory.buffer-debloat.enabled': BooleanOption;
  /** The minimum period of time after which the buffer size will be debloated if required. The low value provides a fast reaction to the load fluctuation but can influence the performance. Default: `0.2s`. */
  readonly 'taskmanager.network.memory.buffer-debloat.period': string;
  /** The number of the last buffer size values that will be taken for the correct calculation of the new one. Default: `20`. */
  readonly 'taskmanager.network.memory.buffer-debloat.samples': NumberOption;
  /** The target total time after which buffered in-flight data should be fully consumed. This configuration option will be used, in combination with the measured throughput, to adjust the amount of in-flight data. Default: `1s`. */
  readonly 'taskmanager.network.memory.buffer-debloat.target': string;
  /** The minimum difference in percentage between the newly calculated buffer size and the old one to announce the new value. Can be used to avoid constant back and forth small adjustments. Default: `25`. */
  readonly 'taskmanager.network.memory.buffer-debloat.threshold-percentages': NumberOption;
  /** The timeout for requesting buffers for each channel. Since the number of maximum buffers and the number of required buffers is not the same for local buffer pools, there may be deadlock cases that the upstreamtasks have occupied all the buffers and the downstream tasks are waiting for the exclusive… Default: `30s`. */
  readonly 'taskmanager.network.memory.buffers-request-timeout': string;
  /** The maximum number of network read buffers that are required by an input gate. (An input gate is responsible for reading data from all subtasks of an upstream task.) The number of buffers needed by an input gate is dynamically calculated in runtime, depending on various factors (e.g., the paralleli… */
  readonly 'taskmanager.network.memory.read-buffer.required-per-gate.max': NumberOption;
  /** The Netty client connection timeout. Default: `120`. */
  readonly 'taskmanager.network.netty.client.connectTimeoutSec': NumberOption;
  /** The maximum number of keepalive probes TCP should send before Netty client dropping the connection. Note: This will not take effect when using netty transport type of nio with an older version of JDK 8, refer to https://bugs.openjdk.org/browse/JDK-8194298. */
  readonly 'taskmanager.network.netty.client.tcp.keepCount': NumberOption;
  /** The time (in seconds) the connection needs to remain idle before TCP starts sending keepalive probes. Note: This will not take effect when using netty transport type of nio with an older version of JDK 8, refer to https://bugs.openjdk.org/browse/JDK-8194298. */
  readonly 'taskmanager.network.netty.client.tcp.keepIdleSec': NumberOption;
  /** The time (in seconds) between individual keepalive probes. Note: This will not take effect when using netty transport type of nio with an older version of JDK 8, refer to https://bugs.openjdk.org/browse/JDK-8194298. */
  readonly 'taskmanager.network.netty.client.tcp.keepIntervalSec': NumberOption;
  /** Timeout for an individual partition request of remote input channels. The partition request will finally fail if the total wait time exceeds twice the value of taskmanager.network.request-backoff.max . Default: `10s`. */
  readonly 'taskmanager.network.partition-request-timeout': string;
  /** Minimum backoff in milliseconds for partition requests of local input channels. Default: `100`. */
  readonly 'taskmanager.network.request-backoff.initial': NumberOption;
  /** Maximum backoff in milliseconds for partition requests of local input channels. Default: `10000`. */
  readonly 'taskmanager.network.request-backoff.max': NumberOption;
  /** The number of retry attempts for network communication. Currently it's only used for establishing input/output channel connections Default: `0`. */
  readonly 'taskmanager.network.retries': NumberOption;
  /** Minimum number of network buffers required per blocking result partition for sort-shuffle. For production usage, it is suggested to increase this config value to at least 2048 (64M memory if the default 32K memory segment size is used) to improve the data compression ratio and reduce the small netw… Default: `512`. */
  readonly 'taskmanager.network.sort-shuffle.min-buffers': NumberOption;
  /** Whether to reuse tcp connections across multi jobs. If set to true, tcp connections will not be released after job finishes. The subsequent jobs will be free from the overhead of the connection re-establish. However, this may lead to an increase in the total number of connections on your machine. W… Default: `true`. */
  readonly 'taskmanager.network.tcp-connection.enable-reuse-across-jobs': BooleanOption;
  /** The number of parallel operator or user function instances that a single TaskManager can run. If this value is larger than 1, a single TaskManager takes multiple instances of a function or operator. That way, the TaskManager can utilize multiple CPU cores, but at the same time, the available memory… Default: `1`. */
  readonly 'taskmanager.numberOfTaskSlots': NumberOption;
  /** Defines the timeout for the TaskManager registration. If the duration is exceeded without a successful registration, then the TaskManager terminates. Default: `5m`. */
  readonly 'taskmanager.registration.timeout': string;
  /** The TaskManager's ResourceID. If not configured, the ResourceID will be generated with the "RpcAddress:RpcPort" and a 6-character random string. Notice that this option is not valid in Yarn and Native Kubernetes mode. */
  readonly 'taskmanager.resource-id': string;
  /** The local RPC port that the TaskManager binds to. If not configured, the external port (configured by 'taskmanager.rpc.port') will be used. */
  readonly 'taskmanager.rpc.bind-port': NumberOption;
  /** The external RPC port where the TaskManager is exposed. Accepts a list of ports (“50100,50101”), ranges (“50100-50200”) or a combination of both. It is recommended to set a range of ports to avoid collisions when multiple TaskManagers are running on the same machine. Default: `0`. */
  readonly 'taskmanager.rpc.port': string;
  /** The timeout for filesystem stream opening. A value of 0 indicates infinite waiting. Default: `0s`. */
  readonly 'taskmanager.runtime.fs-timeout': string;
  /** Flag to activate/deactivate bloom filters in the hybrid hash join implementation. In cases where the hash join needs to spill to disk (datasets larger than the reserved fraction of memory), these bloom filters can greatly reduce the number of spilled records, at the cost some CPU cycles. Default: `false`. */
  readonly 'taskmanager.runtime.hashjoin-bloom-filters': BooleanOption;
  /** Whether to use the LargeRecordHandler when spilling. If a record will not fit into the sorting buffer. The record will be spilled on disk and the sorting will continue with only the key. The record itself will be read afterwards when merging. Default: `false`. */
  readonly 'taskmanager.runtime.large-record-handler': BooleanOption;
  /** The maximal fan-in for external merge joins and fan-out for spilling hash tables. Limits the number of file handles per operator, but may cause intermediate merging/partitioning, if set too small. Default: `128`. */
  readonly 'taskmanager.runtime.max-fan': NumberOption;
  /** A sort operation starts spilling when this fraction of its memory budget is full. Default: `0.8`. */
  readonly 'taskmanager.runtime.sort-spilling-threshold': NumberOption;
  /** Timeout used for identifying inactive slots. The TaskManager will free the slot if it does not become active within the given amount of time. Inactive slots can be caused by an out-dated slot request. If no value is configured, then it will fall back to pekko.ask.timeout . Default: `10s`. */
  readonly 'taskmanager.slot.timeout': string;
  /** The cache upper size when Flink caches current line context of System.out or System.err when taskmanager.system-out.mode is LOG. Default: `100 kb`. */
  readonly 'taskmanager.system-out.log.cache-upper-size': string;
  /** Whether to log the thread name when taskmanager.system-out.mode is LOG. Default: `false`. */
  readonly 'taskmanager.system-out.log.thread-name.enabled': BooleanOption;
  /** Redirection mode of System.out and System.err for all TaskManagers . DEFAULT : TaskManagers don't redirect the System.out and System.err , it's the default value. LOG : TaskManagers redirect System.out and System.err to LOG.info and LOG.error. IGNORE : TaskManagers ignore System.out and System.err… Default: `DEFAULT`. */
  readonly 'taskmanager.system-out.mode': 'DEFAULT' | 'LOG' | 'IGNORE';
  /** Detail level for reporting checkpoint spans. Possible values: ' SPAN_PER_CHECKPOINT ' (default): Single span per checkpoint. Aggregated sum/max for sub-metrics from all tasks and subtasks per checkpoint. ' SPAN_PER_CHECKPOINT_WITH_TASKS ': Single span per checkpoint. Same as ' SPAN_PER_CHECKPOINT '… Default: `SPAN_PER_CHECKPOINT`. */
  readonly 'traces.checkpoint.span-detail-level': 'SPAN_PER_CHECKPOINT' | 'SPAN_PER_CHECKPOINT_WITH_TASKS' | 'CHILDREN_SPANS_PER_TASK' | 'CHILDREN_SPANS_PER_SUBTASK';
  /** An optional list of trace reporter names. If configured, only reporters whose name matches any of the names in the list will be started. Otherwise, all reporters that could be found in the configuration will be started. */
  readonly 'traces.reporters': string;
  /** Where the rows of cached tables, and of large values, are kept, as a URI of a file system that the gateway writes and the cluster reads. By default the temporary directory of the gateway, for its own cluster. */
  readonly 'tsflink.cache.directory': string;
  /** Bytes that the cached tables and values of a session may take on disk. Default: `1 gb`. */
  readonly 'tsflink.cache.max-size': string;
  /** How long the job of a cached table may run; then it is cancelled. Default: `1h`. */
  readonly 'tsflink.cache.timeout': string;
  /** Where the workers of the external engine listen: host:port, several parted by commas. A name stands for all its addresses. */
  readonly 'tsflink.external.addresses': string;
  /** How long a task looks for an external worker that takes it before it fails. Default: `1m`. */
  readonly 'tsflink.external.connect-timeout': string;
  /** How long nothing may be heard of an external worker, which tells that it lives twice a second, before its task fails. Default: `20s`. */
  readonly 'tsflink.external.silence-timeout': string;
  /** The file, on each TaskManager, with the certificates (PEM) that those of external workers are signed by; the JDK's by default. */
  readonly 'tsflink.external.tls.ca': string;
  /** The file, on each TaskManager, with its own certificate (PEM), for external workers that ask for one. */
  readonly 'tsflink.external.tls.cert': string;
  /** Whether external workers are spoken to by TLS. Default: `true`. */
  readonly 'tsflink.external.tls.enabled': BooleanOption;
  /** The file, on each TaskManager, with the private key (PKCS 8, PEM) of its certificate. */
  readonly 'tsflink.external.tls.key': string;
  /** The file, on each TaskManager, with the token that external workers ask for; without it, the environment variable TSFLINK_WORKER_TOKEN of the TaskManager has it. */
  readonly 'tsflink.external.token-file': string;
  /** Bytes of rows gathered before V8 is called, and the first size of the result buffer. A single row may be larger. Default: `1 mb`. */
  readonly 'tsflink.function.batch-bytes': string;
  /** Rows gathered before V8 is called. Default: `1024`. */
  readonly 'tsflink.function.batch-size': NumberOption;
  /** Where functions run: embedded, in V8 in the TaskManager; process, in Node processes that the TaskManager starts; or external, in workers that run elsewhere. Default: `embedded`. */
  readonly 'tsflink.function.engine': 'embedded' | 'process' | 'external' | 'EMBEDDED' | 'PROCESS' | 'EXTERNAL';
  /** How long a row may wait for a batch to fill. Default: `0.005s`. */
  readonly 'tsflink.function.flush-interval': string;
  /** Memory of one isolate (V8 heap, and likewise off-heap Buffers) above which the task fails with FUNCTION_OUT_OF_MEMORY. Default: `256 mb`. */
  readonly 'tsflink.function.heap-limit': string;
  /** How long the functions may take for one row before they are ended and the task fails with FUNCTION_TIMEOUT. Default: `1m`. */
  readonly 'tsflink.function.timeout': string;
  /** How many aggregates one select may have. A larger one fails with PLAN_TOO_LARGE. Default: `500`. */
  readonly 'tsflink.plan.max-aggregates': NumberOption;
  /** How many branches one CASE may have, with those of the CASE in its branches: Flink generates them one within the other. A larger one fails with PLAN_TOO_LARGE. Default: `500`. */
  readonly 'tsflink.plan.max-branches': NumberOption;
  /** How many calls of functions and operators one select may have, with those of the selects below that Flink puts into it. A larger one fails with PLAN_TOO_LARGE: the time that Flink takes to generate its code grows with the square. Default: `5000`. */
  readonly 'tsflink.plan.max-expressions': NumberOption;
  /** How large the texts and bytes that are literals of a plan may be together. A larger plan fails with PLAN_TOO_LARGE. Default: `128 mb`. */
  readonly 'tsflink.plan.max-literals': string;
  /** How many tables a plan may read, each as often as it is read. A larger one fails with PLAN_TOO_LARGE. Default: `2000`. */
  readonly 'tsflink.plan.max-tables': NumberOption;
  /** Whether processes open the inspector of Node.js, for debuggers and profilers on their machine: open, or wait, with which they load functions when a debugger has connected. Functions have no time limit then. Default: `none`. */
  readonly 'tsflink.process.inspect': 'none' | 'open' | 'wait' | 'NONE' | 'OPEN' | 'WAIT';
  /** The port of the inspector; a process takes the next one that is free, and any with 0. Default: `0`. */
  readonly 'tsflink.process.inspect-port': NumberOption;
  /** The command that starts Node.js 20.19 or later for the process engine; words before it may limit it: taskset -c 0 node. Default: `node`. */
  readonly 'tsflink.process.node': string;
  /** What shares a process, in which functions run one at a time: task (the operators of a subtask), slot (the subtasks of a job with the same index), job (all its subtasks in a TaskManager), function (no other). Default: `task`. */
  readonly 'tsflink.process.sharing': 'task' | 'slot' | 'job' | 'function' | 'TASK' | 'SLOT' | 'JOB' | 'FUNCTION';
  /** How long nothing may be heard of a process, which tells that it lives twice a second, before it is ended and its task fails. Default: `20s`. */
  readonly 'tsflink.process.silence-timeout': string;
  /** How long a process may take to start before its task fails. Default: `30s`. */
  readonly 'tsflink.process.start-timeout': string;
  /** How long processes are kept ready when no job has needed one. Default: `5m`. */
  readonly 'tsflink.process.warm-time': string;
  /** How many processes a TaskManager has ready, which have run nothing, for jobs with the same settings, from the first of them on. Default: `0`. */
  readonly 'tsflink.process.warm-workers': NumberOption;
  /** Default: `true`. */
  readonly 'tsflink.runtime.ship': BooleanOption;
  /** Archives that jobs take along, unpacked, in the form of pipeline.cached-files; addArchive sets it. */
  readonly 'tsflink.shipping.archives': string;
  /** The most that the values, functions and classes captured by the functions of a request may take. Default: `32 mb`. */
  readonly 'tsflink.shipping.max-captured-size': string;
  /** The most that the files may take together that modules of the functions of a request read beside them. Default: `256 mb`. */
  readonly 'tsflink.shipping.max-files-size': string;
  /** The most that the script with the functions of a request and all that they capture and import may take. Default: `64 mb`. */
  readonly 'tsflink.shipping.max-script-size': string;
  /** A semicolon-separated list of the additional artifacts to fetch for the job before setting up the application cluster. All given elements have to be valid URIs. Example: s3://sandbox-bucket/format.jar;http://sandbox-server:1234/udf.jar */
  readonly 'user.artifacts.artifact-list': string;
  /** The base dir to put the application job artifacts. Default: `/opt/flink/artifacts`. */
  readonly 'user.artifacts.base-dir': string;
  /** Custom HTTP header(s) for the HTTP artifact fetcher. The header(s) will be applied when getting the application job artifacts. Expected format: headerKey1:headerValue1,headerKey2:headerValue2. */
  readonly 'user.artifacts.http-headers': string;
  /** Enables artifact fetching from raw HTTP endpoints. Default: `false`. */
  readonly 'user.artifacts.raw-http-enabled': BooleanOption;
  /** Access-Control-Allow-Origin header for all responses from the web-frontend. Default: `*`. */
  readonly 'web.access-control-allow-origin': string;
  /** The maximum number of the rescale records per job whose scheduler is Adaptive . The feature will be disabled when the configuration value is smaller or equals to 0. Note that high numbers may cause memory issues on the JobManager side. Default: `0`. */
  readonly 'web.adaptive-scheduler.rescale-history.size': NumberOption;
  /** Flag indicating whether jobs can be canceled from the web-frontend. Default: `true`. */
  readonly 'web.cancel.enable': BooleanOption;
  /** Number of checkpoints to remember for recent history. Default: `10`. */
  readonly 'web.checkpoints.history': NumberOption;
  /** The maximum number of failures collected by the exception history per job. Default: `16`. */
  readonly 'web.exception-history-size': NumberOption;
  /** Number of archived jobs for the JobManager. Default: `5`. */
  readonly 'web.history': NumberOption;
  /** Path to the log file (may be in /log for standalone but under log directory when using YARN). */
  readonly 'web.log.path': string;
  /** Refresh interval for the web-frontend. Default: `3s`. */
  readonly 'web.refresh-interval': string;
  /** Flag indicating whether jobs can be rescaled from the web-frontend. Default: `true`. */
  readonly 'web.rescale.enable': BooleanOption;
  /** Flag indicating whether jobs can be uploaded and run from the web-frontend. Default: `true`. */
  readonly 'web.submit.enable': BooleanOption;
  /** Timeout for asynchronous operations by the web monitor. Default: `10m`. */
  readonly 'web.timeout': string;
  /** Local directory that is used by the REST API for temporary files. Default: `the temporary directory`. */
  readonly 'web.tmpdir': string;
  /** Local directory that is used by the REST API for storing uploaded jars. If not specified a dynamic directory will be created under web.tmpdir . */
  readonly 'web.upload.dir': string;
  /** Default: `false`. */
  readonly 'zookeeper.sasl.disable': BooleanOption;
  /** Default: `Client`. */
  readonly 'zookeeper.sasl.login-context-name': string;
  /** Default: `zookeeper`. */
  readonly 'zookeeper.sasl.service-name': string;
}

/** What values each option takes, to check them before Flink does. */
export const OPTION_KINDS: Readonly<Record<string, string>> = {
  'application-result-store.delete-on-commit': 'boolean',
  'application-result-store.storage-path': 'string',
  'blob.client.connect.timeout': 'integer',
  'blob.client.socket.timeout': 'integer',
  'blob.fetch.backlog': 'integer',
  'blob.fetch.num-concurrent': 'integer',
  'blob.fetch.retries': 'integer',
  'blob.offload.minsize': 'integer',
  'blob.server.port': 'string',
  'blob.service.cleanup.interval': 'integer',
  'blob.service.ssl.enabled': 'boolean',
  'blob.storage.directory': 'string',
  'classloader.check-leaked-classloader': 'boolean',
  'classloader.fail-on-metaspace-oom-error': 'boolean',
  'classloader.parent-first-patterns.additional': 'list',
  'classloader.parent-first-patterns.default': 'list',
  'classloader.resolve-order': 'string',
  'cleanup-strategy.exponential-delay.attempts': 'integer',
  'cleanup-strategy.exponential-delay.initial-backoff': 'duration',
  'cleanup-strategy.exponential-delay.max-backoff': 'duration',
  'cleanup-strategy.fixed-delay.attempts': 'integer',
  'cleanup-strategy.fixed-delay.delay': 'duration',
  'cleanup-strategy.type': 'string',
  'client.heartbeat.interval': 'duration',
  'client.heartbeat.timeout': 'duration',
  'client.retry-period': 'duration',
  'client.timeout': 'duration',
  'cluster.id': 'string',
  'cluster.intercept-user-system-exit': 'enum:DISABLED|LOG|THROW',
  'cluster.io-pool.size': 'integer',
  'cluster.processes.halt-on-fatal-error': 'boolean',
  'cluster.registration.error-delay': 'duration',
  'cluster.registration.initial-timeout': 'duration',
  'cluster.registration.max-timeout': 'duration',
  'cluster.registration.refused-registration-delay': 'duration',
  'cluster.services.shutdown-timeout': 'duration',
  'cluster.thread-dump.stacktrace-max-depth': 'integer',
  'cluster.uncaught-exception-handling': 'enum:LOG|FAIL',
  'compiler.delimited-informat.max-line-samples': 'integer',
  'compiler.delimited-informat.max-sample-len': 'integer',
  'compiler.delimited-informat.min-line-samples': 'integer',
  'completed-application-store.cache-size': 'integer',
  'completed-application-store.expiration-time': 'duration',
  'completed-application-store.max-capacity': 'integer',
  'completed-application-store.type': 'enum:File|Memory',
  'env.hadoop.conf.dir': 'string',
  'env.hbase.conf.dir': 'string',
  'env.java.default-opts.all': 'string',
  'env.java.default-opts.jobmanager': 'string',
  'env.java.default-opts.taskmanager': 'string',
  'env.java.home': 'string',
  'env.java.opts.all': 'string',
  'env.java.opts.client': 'string',
  'env.java.opts.historyserver': 'string',
  'env.java.opts.jobmanager': 'string',
  'env.java.opts.sql-gateway': 'string',
  'env.java.opts.taskmanager': 'string',
  'env.log.dir': 'string',
  'env.log.level': 'string',
  'env.log.max': 'integer',
  'env.pid.dir': 'string',
  'env.ssh.opts': 'string',
  'env.stdout-err.redirect-to-file': 'boolean',
  'env.yarn.conf.dir': 'string',
  'events.reporters': 'string',
  'execution.async-state.active-buffer-size': 'integer',
  'execution.async-state.active-buffer-timeout': 'integer',
  'execution.async-state.total-buffer-size': 'integer',
  'execution.attached': 'boolean',
  'execution.batch-shuffle-mode': 'enum:ALL_EXCHANGES_PIPELINED|ALL_EXCHANGES_BLOCKING|ALL_EXCHANGES_HYBRID_FULL|ALL_EXCHANGES_HYBRID_SELECTIVE',
  'execution.batch-state-backend.enabled': 'boolean',
  'execution.batch.adaptive.auto-parallelism.avg-data-volume-per-task': 'memory',
  'execution.batch.adaptive.auto-parallelism.default-source-parallelism': 'integer',
  'execution.batch.adaptive.auto-parallelism.enabled': 'boolean',
  'execution.batch.adaptive.auto-parallelism.max-parallelism': 'integer',
  'execution.batch.adaptive.auto-parallelism.min-parallelism': 'integer',
  'execution.batch.job-recovery.enabled': 'boolean',
  'execution.batch.job-recovery.previous-worker.recovery.timeout': 'duration',
  'execution.batch.job-recovery.snapshot.min-pause': 'duration',
  'execution.batch.speculative.block-slow-node-duration': 'duration',
  'execution.batch.speculative.enabled': 'boolean',
  'execution.batch.speculative.max-concurrent-executions': 'integer',
  'execution.buffer-timeout.enabled': 'boolean',
  'execution.buffer-timeout.interval': 'duration',
  'execution.checkpointing.aligned-checkpoint-timeout': 'duration',
  'execution.checkpointing.checkpoints-after-tasks-finish': 'boolean',
  'execution.checkpointing.cleaner.parallel-mode': 'boolean',
  'execution.checkpointing.create-subdir': 'boolean',
  'execution.checkpointing.data-inline-threshold': 'memory',
  'execution.checkpointing.dir': 'string',
  'execution.checkpointing.during-recovery.enabled': 'boolean',
  'execution.checkpointing.externalized-checkpoint-retention': 'enum:DELETE_ON_CANCELLATION|RETAIN_ON_CANCELLATION|NO_EXTERNALIZED_CHECKPOINTS',
  'execution.checkpointing.file-merging.across-checkpoint-boundary': 'boolean',
  'execution.checkpointing.file-merging.enabled': 'boolean',
  'execution.checkpointing.file-merging.max-file-size': 'memory',
  'execution.checkpointing.file-merging.max-space-amplification': 'number',
  'execution.checkpointing.file-merging.max-subtasks-per-file': 'integer',
  'execution.checkpointing.file-merging.pool-blocking': 'boolean',
  'execution.checkpointing.incremental': 'boolean',
  'execution.checkpointing.interval': 'duration',
  'execution.checkpointing.interval-during-backlog': 'duration',
  'execution.checkpointing.local-backup.dirs': 'string',
  'execution.checkpointing.local-backup.enabled': 'boolean',
  'execution.checkpointing.max-concurrent-checkpoints': 'integer',
  'execution.checkpointing.min-pause': 'duration',
  'execution.checkpointing.mode': 'enum:EXACTLY_ONCE|AT_LEAST_ONCE',
  'execution.checkpointing.num-retained': 'integer',
  'execution.checkpointing.savepoint-dir': 'string',
  'execution.checkpointing.snapshot-compression': 'boolean',
  'execution.checkpointing.storage': 'string',
  'execution.checkpointing.timeout': 'duration',
  'execution.checkpointing.tolerable-failed-checkpoints': 'integer',
  'execution.checkpointing.unaligned.enabled': 'boolean',
  'execution.checkpointing.unaligned.forced': 'boolean',
  'execution.checkpointing.unaligned.interruptible-timers.enabled': 'boolean',
  'execution.checkpointing.unaligned.max-subtasks-per-channel-state-file': 'integer',
  'execution.checkpointing.unaligned.recover-output-on-downstream.enabled': 'boolean',
  'execution.checkpointing.write-buffer-size': 'integer',
  'execution.job-listeners': 'list',
  'execution.job-status-changed-listeners': 'list',
  'execution.program-config.enabled': 'boolean',
  'execution.program-config.wildcards': 'list',
  'execution.runtime-mode': 'enum:STREAMING|BATCH|AUTOMATIC',
  'execution.shutdown-on-application-finish': 'boolean',
  'execution.shutdown-on-attached-exit': 'boolean',
  'execution.sort-keyed-partition.memory': 'memory',
  'execution.sort-partition.memory': 'memory',
  'execution.sorted-inputs.enabled': 'boolean',
  'execution.sorted-inputs.memory': 'memory',
  'execution.state-recovery.approximate-local-recovery': 'boolean',
  'execution.state-recovery.claim-mode': 'enum:CLAIM|NO_CLAIM|LEGACY',
  'execution.state-recovery.from-local': 'boolean',
  'execution.state-recovery.ignore-unclaimed-state': 'boolean',
  'execution.state-recovery.path': 'string',
  'execution.state-recovery.without-channel-state.checkpoint-id': 'integer',
  'execution.target': 'string',
  'execution.terminate-application-on-any-job-terminated-exceptionally': 'boolean',
  'factory.class': 'string',
  'filter.excludes': 'list',
  'filter.includes': 'list',
  'fs.allowed-fallback-filesystems': 'string',
  'fs.default-scheme': 'string',
  'fs.output.always-create-directory': 'boolean',
  'fs.overwrite-files': 'boolean',
  'heartbeat.interval': 'duration',
  'heartbeat.rpc-failure-threshold': 'integer',
  'heartbeat.timeout': 'duration',
  'high-availability.cluster-id': 'string',
  'high-availability.jobmanager.port': 'string',
  'high-availability.storageDir': 'string',
  'high-availability.type': 'string',
  'high-availability.zookeeper.client.acl': 'string',
  'high-availability.zookeeper.client.authorization': 'map',
  'high-availability.zookeeper.client.connection-timeout': 'duration',
  'high-availability.zookeeper.client.ensemble-tracker': 'boolean',
  'high-availability.zookeeper.client.max-close-wait': 'duration',
  'high-availability.zookeeper.client.max-retry-attempts': 'integer',
  'high-availability.zookeeper.client.max-retry-wait': 'duration',
  'high-availability.zookeeper.client.retry-wait': 'duration',
  'high-availability.zookeeper.client.session-timeout': 'duration',
  'high-availability.zookeeper.client.simulated-session-expiration-percent': 'integer',
  'high-availability.zookeeper.client.tolerate-suspended-connections': 'boolean',
  'high-availability.zookeeper.path.applications': 'string',
  'high-availability.zookeeper.path.execution-plans': 'string',
  'high-availability.zookeeper.path.root': 'string',
  'high-availability.zookeeper.quorum': 'string',
  'historyserver.archive.clean-expired-applications': 'boolean',
  'historyserver.archive.clean-expired-jobs': 'boolean',
  'historyserver.archive.fs.dir': 'string',
  'historyserver.archive.fs.refresh-interval': 'duration',
  'historyserver.archive.retained-applications': 'integer',
  'historyserver.archive.retained-jobs': 'integer',
  'historyserver.archive.retained-ttl': 'duration',
  'historyserver.log.jobmanager.url-pattern': 'string',
  'historyserver.log.taskmanager.url-pattern': 'string',
  'historyserver.web.address': 'string',
  'historyserver.web.port': 'integer',
  'historyserver.web.refresh-interval': 'duration',
  'historyserver.web.ssl.enabled': 'boolean',
  'historyserver.web.tmpdir': 'string',
  'io.tmp.dirs': 'string',
  'jmx.server.port': 'string',
  'job-event.store.write-buffer.flush-interval': 'duration',
  'job-event.store.write-buffer.size': 'memory',
  'job-result-store.storage-path': 'string',
  'jobmanager.adaptive-scheduler.executing.cooldown-after-rescaling': 'duration',
  'jobmanager.adaptive-scheduler.executing.resource-stabilization-timeout': 'duration',
  'jobmanager.adaptive-scheduler.prefer-minimal-taskmanagers': 'boolean',
  'jobmanager.adaptive-scheduler.rescale-trigger.max-checkpoint-failures': 'integer',
  'jobmanager.adaptive-scheduler.rescale-trigger.max-delay': 'duration',
  'jobmanager.adaptive-scheduler.submission.resource-stabilization-timeout': 'duration',
  'jobmanager.adaptive-scheduler.submission.resource-wait-timeout': 'duration',
  'jobmanager.archive.fs.dir': 'string',
  'jobmanager.bind-host': 'string',
  'jobmanager.execution.attempts-history-size': 'integer',
  'jobmanager.execution.failover-strategy': 'string',
  'jobmanager.failure-enrichers': 'string',
  'jobmanager.future-pool.size': 'integer',
  'jobmanager.io-pool.size': 'integer',
  'jobmanager.memory.enable-jvm-direct-memory-limit': 'boolean',
  'jobmanager.memory.flink.size': 'memory',
  'jobmanager.memory.heap.size': 'memory',
  'jobmanager.memory.jvm-metaspace.size': 'memory',
  'jobmanager.memory.jvm-overhead.fraction': 'number',
  'jobmanager.memory.jvm-overhead.max': 'memory',
  'jobmanager.memory.jvm-overhead.min': 'memory',
  'jobmanager.memory.off-heap.size': 'memory',
  'jobmanager.memory.process.size': 'memory',
  'jobmanager.partition.hybrid.partition-data-consume-constraint': 'enum:ALL_PRODUCERS_FINISHED|ONLY_FINISHED_PRODUCERS|UNFINISHED_PRODUCERS',
  'jobmanager.partition.release-during-job-execution': 'boolean',
  'jobmanager.resource-id': 'string',
  'jobmanager.retrieve-taskmanager-hostname': 'boolean',
  'jobmanager.rpc.address': 'string',
  'jobmanager.rpc.bind-port': 'integer',
  'jobmanager.rpc.port': 'integer',
  'jobmanager.scheduler': 'enum:Default|Adaptive|AdaptiveBatch',
  'materialized-table.default-freshness.continuous': 'duration',
  'materialized-table.default-freshness.full': 'duration',
  'materialized-table.default-start-mode': 'enum:FROM_BEGINNING|FROM_NOW|FROM_TIMESTAMP|RESUME_OR_FROM_BEGINNING|RESUME_OR_FROM_NOW|RESUME_OR_FROM_TIMESTAMP',
  'materialized-table.refresh-mode.freshness-threshold': 'duration',
  'metrics.fetcher.update-interval': 'duration',
  'metrics.internal.query-service.port': 'string',
  'metrics.internal.query-service.thread-priority': 'integer',
  'metrics.job.status.enable': 'list',
  'metrics.latency.granularity': 'string',
  'metrics.latency.history-size': 'integer',
  'metrics.latency.interval': 'duration',
  'metrics.reporters': 'string',
  'metrics.scope.delimiter': 'string',
  'metrics.scope.jm': 'string',
  'metrics.scope.jm-job': 'string',
  'metrics.scope.jm-operator': 'string',
  'metrics.scope.operator': 'string',
  'metrics.scope.task': 'string',
  'metrics.scope.tm': 'string',
  'metrics.scope.tm-job': 'string',
  'metrics.system-resource': 'boolean',
  'metrics.system-resource-probing-interval': 'duration',
  'minicluster.number-of-taskmanagers': 'integer',
  'parallelism.default': 'integer',
  'partition.fields.#.date-formatter': 'string',
  'pekko.ask.callstack': 'boolean',
  'pekko.ask.timeout': 'duration',
  'pekko.client-socket-worker-pool.pool-size-factor': 'number',
  'pekko.client-socket-worker-pool.pool-size-max': 'integer',
  'pekko.client-socket-worker-pool.pool-size-min': 'integer',
  'pekko.fork-join-executor.parallelism-factor': 'number',
  'pekko.fork-join-executor.parallelism-max': 'integer',
  'pekko.fork-join-executor.parallelism-min': 'integer',
  'pekko.framesize': 'string',
  'pekko.jvm-exit-on-fatal-error': 'boolean',
  'pekko.log.lifecycle.events': 'boolean',
  'pekko.lookup.timeout': 'duration',
  'pekko.remote-fork-join-executor.parallelism-factor': 'number',
  'pekko.remote-fork-join-executor.parallelism-max': 'integer',
  'pekko.remote-fork-join-executor.parallelism-min': 'integer',
  'pekko.retry-gate-closed-for': 'integer',
  'pekko.rpc.force-invocation-serialization': 'boolean',
  'pekko.server-socket-worker-pool.pool-size-factor': 'number',
  'pekko.server-socket-worker-pool.pool-size-max': 'integer',
  'pekko.server-socket-worker-pool.pool-size-min': 'integer',
  'pekko.ssl.enabled': 'boolean',
  'pekko.startup-timeout': 'duration',
  'pekko.tcp.timeout': 'duration',
  'pekko.throughput': 'integer',
  'pipeline.auto-generate-uids': 'boolean',
  'pipeline.auto-watermark-interval': 'duration',
  'pipeline.cached-files': 'list',
  'pipeline.classpaths': 'list',
  'pipeline.closure-cleaner-level': 'enum:NONE|TOP_LEVEL|RECURSIVE',
  'pipeline.force-avro': 'boolean',
  'pipeline.force-kryo': 'boolean',
  'pipeline.force-kryo-avro': 'boolean',
  'pipeline.generic-types': 'boolean',
  'pipeline.global-job-parameters': 'map',
  'pipeline.jars': 'list',
  'pipeline.jobvertex-parallelism-overrides': 'map',
  'pipeline.max-parallelism': 'integer',
  'pipeline.name': 'string',
  'pipeline.object-reuse': 'boolean',
  'pipeline.operator-chaining.chain-operators-with-different-max-parallelism': 'boolean',
  'pipeline.operator-chaining.enabled': 'boolean',
  'pipeline.serialization-config': 'list',
  'pipeline.sources.pause-until-first-checkpoint': 'boolean',
  'pipeline.vertex-description-mode': 'enum:TREE|CASCADING',
  'pipeline.vertex-name-include-index-prefix': 'boolean',
  'pipeline.watermark-alignment.allow-unaligned-source-splits': 'boolean',
  'pipeline.watermark-alignment.buffer-size': 'integer',
  'plugin.classloader.parent-first-patterns.additional': 'list',
  'plugin.classloader.parent-first-patterns.default': 'list',
  'process.jobmanager.working-dir': 'string',
  'process.taskmanager.working-dir': 'string',
  'process.working-dir': 'string',
  'queryable-state.client.network-threads': 'integer',
  'queryable-state.enable': 'boolean',
  'queryable-state.proxy.network-threads': 'integer',
  'queryable-state.proxy.ports': 'string',
  'queryable-state.proxy.query-threads': 'integer',
  'queryable-state.server.network-threads': 'integer',
  'queryable-state.server.ports': 'string',
  'queryable-state.server.query-threads': 'integer',
  'resourcemanager.job.timeout': 'duration',
  'resourcemanager.previous-worker.recovery.timeout': 'duration',
  'resourcemanager.rpc.port': 'integer',
  'resourcemanager.standalone.start-up-time': 'duration',
  'resourcemanager.start-worker.max-failure-rate': 'number',
  'resourcemanager.start-worker.retry-interval': 'duration',
  'resourcemanager.taskmanager-registration.timeout': 'duration',
  'resourcemanager.taskmanager-timeout': 'duration',
  'rest.address': 'string',
  'rest.async.store-duration': 'duration',
  'rest.await-leader-timeout': 'duration',
  'rest.bind-address': 'string',
  'rest.bind-port': 'string',
  'rest.cache.checkpoint-statistics.size': 'integer',
  'rest.cache.checkpoint-statistics.timeout': 'duration',
  'rest.cache.execution-graph.timeout': 'duration',
  'rest.client.max-content-length': 'integer',
  'rest.connection-timeout': 'duration',
  'rest.flamegraph.cleanup-interval': 'duration',
  'rest.flamegraph.delay-between-samples': 'duration',
  'rest.flamegraph.enabled': 'boolean',
  'rest.flamegraph.num-samples': 'integer',
  'rest.flamegraph.refresh-interval': 'duration',
  'rest.flamegraph.stack-depth': 'integer',
  'rest.idleness-timeout': 'duration',
  'rest.path': 'string',
  'rest.port': 'integer',
  'rest.profiling.dir': 'string',
  'rest.profiling.duration-max': 'duration',
  'rest.profiling.enabled': 'boolean',
  'rest.profiling.history-size': 'integer',
  'rest.retry.delay': 'duration',
  'rest.retry.max-attempts': 'integer',
  'rest.server.max-content-length': 'integer',
  'rest.server.numThreads': 'integer',
  'rest.server.thread-priority': 'integer',
  'rest.url-prefix': 'string',
  'restart-strategy.exponential-delay.attempts-before-reset-backoff': 'integer',
  'restart-strategy.exponential-delay.backoff-multiplier': 'number',
  'restart-strategy.exponential-delay.initial-backoff': 'duration',
  'restart-strategy.exponential-delay.jitter-factor': 'number',
  'restart-strategy.exponential-delay.max-backoff': 'duration',
  'restart-strategy.exponential-delay.reset-backoff-threshold': 'duration',
  'restart-strategy.failure-rate.delay': 'duration',
  'restart-strategy.failure-rate.failure-rate-interval': 'duration',
  'restart-strategy.failure-rate.max-failures-per-interval': 'integer',
  'restart-strategy.fixed-delay.attempts': 'integer',
  'restart-strategy.fixed-delay.delay': 'duration',
  'restart-strategy.type': 'string',
  'scope.delimiter': 'string',
  'scope.variables.additional': 'map',
  'scope.variables.excludes': 'string',
  'security.context.factory.classes': 'list',
  'security.delegation.tokens.enabled': 'boolean',
  'security.delegation.tokens.renewal.retry.backoff': 'duration',
  'security.delegation.tokens.renewal.time-ratio': 'number',
  'security.kerberos.access.hadoopFileSystems': 'list',
  'security.kerberos.krb5-conf.path': 'string',
  'security.kerberos.login.contexts': 'string',
  'security.kerberos.login.keytab': 'string',
  'security.kerberos.login.principal': 'string',
  'security.kerberos.login.use-ticket-cache': 'boolean',
  'security.kerberos.relogin.period': 'duration',
  'security.module.factory.classes': 'list',
  'security.ssl.algorithms': 'string',
  'security.ssl.internal.cert.fingerprint': 'string',
  'security.ssl.internal.close-notify-flush-timeout': 'integer',
  'security.ssl.internal.enabled': 'boolean',
  'security.ssl.internal.handshake-timeout': 'integer',
  'security.ssl.internal.key-password': 'string',
  'security.ssl.internal.keystore': 'string',
  'security.ssl.internal.keystore-password': 'string',
  'security.ssl.internal.keystore-type': 'string',
  'security.ssl.internal.session-cache-size': 'integer',
  'security.ssl.internal.session-timeout': 'integer',
  'security.ssl.internal.truststore': 'string',
  'security.ssl.internal.truststore-password': 'string',
  'security.ssl.internal.truststore-type': 'string',
  'security.ssl.key-password': 'string',
  'security.ssl.keystore': 'string',
  'security.ssl.keystore-password': 'string',
  'security.ssl.protocol': 'string',
  'security.ssl.provider': 'string',
  'security.ssl.rest.authentication-enabled': 'boolean',
  'security.ssl.rest.cert.fingerprint': 'string',
  'security.ssl.rest.enabled': 'boolean',
  'security.ssl.rest.key-password': 'string',
  'security.ssl.rest.keystore': 'string',
  'security.ssl.rest.keystore-password': 'string',
  'security.ssl.rest.keystore-type': 'string',
  'security.ssl.rest.truststore': 'string',
  'security.ssl.rest.truststore-password': 'string',
  'security.ssl.rest.truststore-type': 'string',
  'security.ssl.rest.verify-hostname': 'boolean',
  'security.ssl.truststore': 'string',
  'security.ssl.truststore-password': 'string',
  'sink.committer.retries': 'integer',
  'slot.idle.timeout': 'duration',
  'slot.request.max-interval': 'duration',
  'slot.request.timeout': 'duration',
  'slotmanager.declare-needed-resource.delay': 'duration',
  'slotmanager.max-total-resource.cpu': 'number',
  'slotmanager.max-total-resource.memory': 'memory',
  'slotmanager.min-total-resource.cpu': 'number',
  'slotmanager.min-total-resource.memory': 'memory',
  'slotmanager.number-of-slots.max': 'integer',
  'slotmanager.number-of-slots.min': 'integer',
  'slotmanager.redundant-taskmanager-num': 'integer',
  'slotmanager.requirement-check.delay': 'duration',
  'slow-task-detector.check-interval': 'duration',
  'slow-task-detector.execution-time.baseline-lower-bound': 'duration',
  'slow-task-detector.execution-time.baseline-multiplier': 'number',
  'slow-task-detector.execution-time.baseline-ratio': 'number',
  'state.backend.rocksdb.block.blocksize': 'memory',
  'state.backend.rocksdb.block.cache-size': 'memory',
  'state.backend.rocksdb.block.metadata-blocksize': 'memory',
  'state.backend.rocksdb.bloom-filter.bits-per-key': 'number',
  'state.backend.rocksdb.bloom-filter.block-based-mode': 'boolean',
  'state.backend.rocksdb.checkpoint.transfer.thread.num': 'integer',
  'state.backend.rocksdb.compaction.filter.periodic-compaction-time': 'duration',
  'state.backend.rocksdb.compaction.filter.query-time-after-num-entries': 'integer',
  'state.backend.rocksdb.compaction.level.max-size-level-base': 'memory',
  'state.backend.rocksdb.compaction.level.target-file-size-base': 'memory',
  'state.backend.rocksdb.compaction.level.use-dynamic-size': 'boolean',
  'state.backend.rocksdb.compaction.style': 'enum:LEVEL|UNIVERSAL|FIFO|NONE',
  'state.backend.rocksdb.compression.per.level': 'list',
  'state.backend.rocksdb.files.open': 'integer',
  'state.backend.rocksdb.incremental-restore-async-compact-after-rescale': 'boolean',
  'state.backend.rocksdb.localdir': 'string',
  'state.backend.rocksdb.log.dir': 'string',
  'state.backend.rocksdb.log.file-num': 'integer',
  'state.backend.rocksdb.log.level': 'enum:DEBUG_LEVEL|INFO_LEVEL|WARN_LEVEL|ERROR_LEVEL|FATAL_LEVEL|HEADER_LEVEL|NUM_INFO_LOG_LEVELS',
  'state.backend.rocksdb.log.max-file-size': 'memory',
  'state.backend.rocksdb.memory.fixed-per-slot': 'memory',
  'state.backend.rocksdb.memory.fixed-per-tm': 'memory',
  'state.backend.rocksdb.memory.high-prio-pool-ratio': 'number',
  'state.backend.rocksdb.memory.managed': 'boolean',
  'state.backend.rocksdb.memory.partitioned-index-filters': 'boolean',
  'state.backend.rocksdb.memory.write-buffer-ratio': 'number',
  'state.backend.rocksdb.metrics.actual-delayed-write-rate': 'boolean',
  'state.backend.rocksdb.metrics.background-errors': 'boolean',
  'state.backend.rocksdb.metrics.block-cache-capacity': 'boolean',
  'state.backend.rocksdb.metrics.block-cache-hit': 'boolean',
  'state.backend.rocksdb.metrics.block-cache-miss': 'boolean',
  'state.backend.rocksdb.metrics.block-cache-pinned-usage': 'boolean',
  'state.backend.rocksdb.metrics.block-cache-usage': 'boolean',
  'state.backend.rocksdb.metrics.bloom-filter-full-positive': 'boolean',
  'state.backend.rocksdb.metrics.bloom-filter-full-true-positive': 'boolean',
  'state.backend.rocksdb.metrics.bloom-filter-useful': 'boolean',
  'state.backend.rocksdb.metrics.bytes-read': 'boolean',
  'state.backend.rocksdb.metrics.bytes-written': 'boolean',
  'state.backend.rocksdb.metrics.column-family-as-variable': 'boolean',
  'state.backend.rocksdb.metrics.compaction-pending': 'boolean',
  'state.backend.rocksdb.metrics.compaction-read-bytes': 'boolean',
  'state.backend.rocksdb.metrics.compaction-write-bytes': 'boolean',
  'state.backend.rocksdb.metrics.cur-size-active-mem-table': 'boolean',
  'state.backend.rocksdb.metrics.cur-size-all-mem-tables': 'boolean',
  'state.backend.rocksdb.metrics.estimate-live-data-size': 'boolean',
  'state.backend.rocksdb.metrics.estimate-num-keys': 'boolean',
  'state.backend.rocksdb.metrics.estimate-pending-compaction-bytes': 'boolean',
  'state.backend.rocksdb.metrics.estimate-table-readers-mem': 'boolean',
  'state.backend.rocksdb.metrics.is-write-stopped': 'boolean',
  'state.backend.rocksdb.metrics.iter-bytes-read': 'boolean',
  'state.backend.rocksdb.metrics.live-sst-files-size': 'boolean',
  'state.backend.rocksdb.metrics.mem-table-flush-pending': 'boolean',
  'state.backend.rocksdb.metrics.num-deletes-active-mem-table': 'boolean',
  'state.backend.rocksdb.metrics.num-deletes-imm-mem-tables': 'boolean',
  'state.backend.rocksdb.metrics.num-entries-active-mem-table': 'boolean',
  'state.backend.rocksdb.metrics.num-entries-imm-mem-tables': 'boolean',
  'state.backend.rocksdb.metrics.num-files-at-level': 'boolean',
  'state.backend.rocksdb.metrics.num-immutable-mem-table': 'boolean',
  'state.backend.rocksdb.metrics.num-live-versions': 'boolean',
  'state.backend.rocksdb.metrics.num-running-compactions': 'boolean',
  'state.backend.rocksdb.metrics.num-running-flushes': 'boolean',
  'state.backend.rocksdb.metrics.num-snapshots': 'boolean',
  'state.backend.rocksdb.metrics.size-all-mem-tables': 'boolean',
  'state.backend.rocksdb.metrics.stall-micros': 'boolean',
  'state.backend.rocksdb.metrics.total-sst-files-size': 'boolean',
  'state.backend.rocksdb.options-factory': 'string',
  'state.backend.rocksdb.predefined-options': 'string',
  'state.backend.rocksdb.rescaling.use-delete-files-in-range': 'boolean',
  'state.backend.rocksdb.restore-overlap-fraction-threshold': 'number',
  'state.backend.rocksdb.thread.num': 'integer',
  'state.backend.rocksdb.timer-service.cache-size': 'integer',
  'state.backend.rocksdb.timer-service.factory': 'enum:HEAP|ROCKSDB',
  'state.backend.rocksdb.use-bloom-filter': 'boolean',
  'state.backend.rocksdb.use-ingest-db-restore-mode': 'boolean',
  'state.backend.rocksdb.write-batch-size': 'memory',
  'state.backend.rocksdb.writebuffer.count': 'integer',
  'state.backend.rocksdb.writebuffer.number-to-merge': 'integer',
  'state.backend.rocksdb.writebuffer.size': 'memory',
  'state.backend.type': 'string',
  'state.changelog.enabled': 'boolean',
  'state.changelog.max-failures-allowed': 'integer',
  'state.changelog.periodic-materialize.enabled': 'boolean',
  'state.changelog.periodic-materialize.interval': 'duration',
  'state.changelog.storage': 'string',
  'state.latency-track.history-size': 'integer',
  'state.latency-track.keyed-state-enabled': 'boolean',
  'state.latency-track.sample-interval': 'integer',
  'state.latency-track.state-name-as-variable': 'boolean',
  'state.size-track.history-size': 'integer',
  'state.size-track.keyed-state-enabled': 'boolean',
  'state.size-track.sample-interval': 'integer',
  'state.size-track.state-name-as-variable': 'boolean',
  'table.builtin-catalog-name': 'string',
  'table.builtin-database-name': 'string',
  'table.catalog-modification.listeners': 'list',
  'table.column-expansion-strategy': 'list',
  'table.display.max-column-width': 'integer',
  'table.dml-sync': 'boolean',
  'table.dynamic-table-options.enabled': 'boolean',
  'table.exec.async-lookup.buffer-capacity': 'integer',
  'table.exec.async-lookup.key-ordered-enabled': 'boolean',
  'table.exec.async-lookup.output-mode': 'enum:ORDERED|ALLOW_UNORDERED',
  'table.exec.async-lookup.timeout': 'duration',
  'table.exec.async-ml-predict.max-concurrent-operations': 'integer',
  'table.exec.async-ml-predict.output-mode': 'enum:ORDERED|ALLOW_UNORDERED',
  'table.exec.async-ml-predict.timeout': 'duration',
  'table.exec.async-scalar.max-attempts': 'integer',
  'table.exec.async-scalar.max-concurrent-operations': 'integer',
  'table.exec.async-scalar.retry-delay': 'duration',
  'table.exec.async-scalar.retry-strategy': 'enum:NO_RETRY|FIXED_DELAY',
  'table.exec.async-scalar.timeout': 'duration',
  'table.exec.async-state.enabled': 'boolean',
  'table.exec.async-table.max-concurrent-operations': 'integer',
  'table.exec.async-table.max-retries': 'integer',
  'table.exec.async-table.retry-delay': 'duration',
  'table.exec.async-table.retry-strategy': 'enum:NO_RETRY|FIXED_DELAY',
  'table.exec.async-table.timeout': 'duration',
  'table.exec.async-vector-search.max-concurrent-operations': 'integer',
  'table.exec.async-vector-search.output-mode': 'enum:ORDERED|ALLOW_UNORDERED',
  'table.exec.async-vector-search.timeout': 'duration',
  'table.exec.deduplicate.insert-update-after-sensitive-enabled': 'boolean',
  'table.exec.deduplicate.mini-batch.compact-changes-enabled': 'boolean',
  'table.exec.delta-join.cache-enabled': 'boolean',
  'table.exec.delta-join.left.cache-size': 'integer',
  'table.exec.delta-join.right.cache-size': 'integer',
  'table.exec.disabled-operators': 'string',
  'table.exec.interval-join.min-cleanup-interval': 'duration',
  'table.exec.legacy-cast-behaviour': 'enum:ENABLED|DISABLED',
  'table.exec.local-hash-agg.adaptive.distinct-value-rate-threshold': 'number',
  'table.exec.local-hash-agg.adaptive.enabled': 'boolean',
  'table.exec.local-hash-agg.adaptive.sampling-threshold': 'integer',
  'table.exec.mini-batch.allow-latency': 'duration',
  'table.exec.mini-batch.enabled': 'boolean',
  'table.exec.mini-batch.size': 'integer',
  'table.exec.operator-fusion-codegen.enabled': 'boolean',
  'table.exec.rank.topn-cache-size': 'integer',
  'table.exec.resource.default-parallelism': 'integer',
  'table.exec.resource.external-buffer-memory': 'memory',
  'table.exec.resource.hash-agg.memory': 'memory',
  'table.exec.resource.hash-join.memory': 'memory',
  'table.exec.resource.sort.memory': 'memory',
  'table.exec.simplify-operator-name-enabled': 'boolean',
  'table.exec.sink.keyed-shuffle': 'enum:NONE|AUTO|FORCE',
  'table.exec.sink.nested-constraint-enforcer': 'enum:IGNORE|ROWS|ROWS_AND_COLLECTIONS',
  'table.exec.sink.not-null-enforcer': 'enum:ERROR|DROP',
  'table.exec.sink.require-on-conflict': 'boolean',
  'table.exec.sink.rowtime-inserter': 'enum:ENABLED|DISABLED',
  'table.exec.sink.type-length-enforcer': 'enum:IGNORE|TRIM_PAD|ERROR',
  'table.exec.sink.upsert-materialize': 'enum:NONE|AUTO|FORCE',
  'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.high': 'integer',
  'table.exec.sink.upsert-materialize-strategy.adaptive.threshold.low': 'integer',
  'table.exec.sink.upsert-materialize-strategy.type': 'enum:LEGACY|MAP|VALUE|ADAPTIVE',
  'table.exec.sort.async-merge-enabled': 'boolean',
  'table.exec.sort.default-limit': 'integer',
  'table.exec.sort.max-num-file-handles': 'integer',
  'table.exec.source.cdc-events-duplicate': 'boolean',
  'table.exec.source.idle-timeout': 'duration',
  'table.exec.spill-compression.block-size': 'memory',
  'table.exec.spill-compression.enabled': 'boolean',
  'table.exec.state.ttl': 'duration',
  'table.exec.uid.format': 'string',
  'table.exec.uid.generation': 'enum:PLAN_ONLY|ALWAYS|DISABLED',
  'table.exec.unbounded-over.version': 'integer',
  'table.exec.window-agg.buffer-size-limit': 'integer',
  'table.generated-code.max-length': 'integer',
  'table.generated-code.max-members': 'integer',
  'table.legacy-nested-row-nullability': 'boolean',
  'table.local-time-zone': 'string',
  'table.optimizer.adaptive-broadcast-join.strategy': 'enum:auto|runtime_only|none|AUTO|RUNTIME_ONLY|NONE',
  'table.optimizer.agg-phase-strategy': 'enum:AUTO|ONE_PHASE|TWO_PHASE',
  'table.optimizer.bushy-join-reorder-threshold': 'integer',
  'table.optimizer.delta-join.strategy': 'enum:AUTO|FORCE|NONE',
  'table.optimizer.distinct-agg.split.bucket-num': 'integer',
  'table.optimizer.distinct-agg.split.enabled': 'boolean',
  'table.optimizer.dynamic-filtering.enabled': 'boolean',
  'table.optimizer.incremental-agg-enabled': 'boolean',
  'table.optimizer.join-reorder-enabled': 'boolean',
  'table.optimizer.join.broadcast-threshold': 'integer',
  'table.optimizer.multi-join.enabled': 'boolean',
  'table.optimizer.multiple-input-enabled': 'boolean',
  'table.optimizer.non-deterministic-update.strategy': 'enum:TRY_RESOLVE|IGNORE',
  'table.optimizer.ptf.max-tables': 'integer',
  'table.optimizer.reuse-optimize-block-with-digest-enabled': 'boolean',
  'table.optimizer.reuse-sink-enabled': 'boolean',
  'table.optimizer.reuse-source-enabled': 'boolean',
  'table.optimizer.reuse-sub-plan-enabled': 'boolean',
  'table.optimizer.runtime-filter.enabled': 'boolean',
  'table.optimizer.runtime-filter.max-build-data-size': 'memory',
  'table.optimizer.runtime-filter.min-filter-ratio': 'number',
  'table.optimizer.runtime-filter.min-probe-data-size': 'memory',
  'table.optimizer.skewed-join-optimization.skewed-factor': 'number',
  'table.optimizer.skewed-join-optimization.skewed-threshold': 'memory',
  'table.optimizer.skewed-join-optimization.strategy': 'enum:auto|forced|none|AUTO|FORCED|NONE',
  'table.optimizer.source.report-statistics-enabled': 'boolean',
  'table.optimizer.sql2rel.project-merge.enabled': 'boolean',
  'table.optimizer.union-all-as-breakpoint-enabled': 'boolean',
  'table.plan.compile.catalog-objects': 'enum:ALL|SCHEMA|IDENTIFIER',
  'table.plan.force-recompile': 'boolean',
  'table.plan.restore.catalog-objects': 'enum:ALL|ALL_ENFORCED|IDENTIFIER',
  'table.resources.download-dir': 'string',
  'table.rtas-ctas.atomicity-enabled': 'boolean',
  'table.sql-dialect': 'string',
  'task.cancellation.interval': 'duration',
  'task.cancellation.timeout': 'duration',
  'task.cancellation.timers.timeout': 'duration',
  'taskmanager.bind-host': 'string',
  'taskmanager.collect-sink.port': 'integer',
  'taskmanager.cpu.cores': 'number',
  'taskmanager.data.bind-port': 'string',
  'taskmanager.data.port': 'integer',
  'taskmanager.data.ssl.enabled': 'boolean',
  'taskmanager.debug.memory.log': 'boolean',
  'taskmanager.debug.memory.log-interval': 'duration',
  'taskmanager.host': 'string',
  'taskmanager.jvm-exit-on-oom': 'boolean',
  'taskmanager.load-balance.mode': 'enum:NONE|SLOTS|MIN_RESOURCES|TASKS',
  'taskmanager.log.path': 'string',
  'taskmanager.memory.flink.size': 'memory',
  'taskmanager.memory.framework.heap.size': 'memory',
  'taskmanager.memory.framework.off-heap.batch-shuffle.size': 'memory',
  'taskmanager.memory.framework.off-heap.size': 'memory',
  'taskmanager.memory.jvm-metaspace.size': 'memory',
  'taskmanager.memory.jvm-overhead.fraction': 'number',
  'taskmanager.memory.jvm-overhead.max': 'memory',
  'taskmanager.memory.jvm-overhead.min': 'memory',
  'taskmanager.memory.managed.consumer-weights': 'map',
  'taskmanager.memory.managed.fraction': 'number',
  'taskmanager.memory.managed.size': 'memory',
  'taskmanager.memory.min-segment-size': 'memory',
  'taskmanager.memory.network.fraction': 'number',
  'taskmanager.memory.network.max': 'memory',
  'taskmanager.memory.network.min': 'memory',
  'taskmanager.memory.process.size': 'memory',
  'taskmanager.memory.segment-size': 'memory',
  'taskmanager.memory.starting-segment-size': 'memory',
  'taskmanager.memory.task.heap.size': 'memory',
  'taskmanager.memory.task.off-heap.size': 'memory',
  'taskmanager.network.adaptive-partitioner.enabled': 'boolean',
  'taskmanager.network.adaptive-partitioner.max-traverse-size': 'integer',
  'taskmanager.network.bind-policy': 'string',
  'taskmanager.network.compression.codec': 'enum:NONE|LZ4|LZO|ZSTD',
  'taskmanager.network.detailed-metrics': 'boolean',
  'taskmanager.network.hybrid-shuffle.external-remote-tier-factory.class': 'string',
  'taskmanager.network.hybrid-shuffle.remote.path': 'string',
  'taskmanager.network.memory.buffer-debloat.enabled': 'boolean',
  'taskmanager.network.memory.buffer-debloat.period': 'duration',
  'taskmanager.network.memory.buffer-debloat.samples': 'integer',
  'taskmanager.network.memory.buffer-debloat.target': 'duration',
  'taskmanager.network.memory.buffer-debloat.threshold-percentages': 'integer',
  'taskmanager.network.memory.buffers-request-timeout': 'duration',
  'taskmanager.network.memory.read-buffer.required-per-gate.max': 'integer',
  'taskmanager.network.netty.client.connectTimeoutSec': 'integer',
  'taskmanager.network.netty.client.tcp.keepCount': 'integer',
  'taskmanager.network.netty.client.tcp.keepIdleSec': 'integer',
  'taskmanager.network.netty.client.tcp.keepIntervalSec': 'integer',
  'taskmanager.network.partition-request-timeout': 'duration',
  'taskmanager.network.request-backoff.initial': 'integer',
  'taskmanager.network.request-backoff.max': 'integer',
  'taskmanager.network.retries': 'integer',
  'taskmanager.network.sort-shuffle.min-buffers': 'integer',
  'taskmanager.network.tcp-connection.enable-reuse-across-jobs': 'boolean',
  'taskmanager.numberOfTaskSlots': 'integer',
  'taskmanager.registration.timeout': 'duration',
  'taskmanager.resource-id': 'string',
  'taskmanager.rpc.bind-port': 'integer',
  'taskmanager.rpc.port': 'string',
  'taskmanager.runtime.fs-timeout': 'duration',
  'taskmanager.runtime.hashjoin-bloom-filters': 'boolean',
  'taskmanager.runtime.large-record-handler': 'boolean',
  'taskmanager.runtime.max-fan': 'integer',
  'taskmanager.runtime.sort-spilling-threshold': 'number',
  'taskmanager.slot.timeout': 'duration',
  'taskmanager.system-out.log.cache-upper-size': 'memory',
  'taskmanager.system-out.log.thread-name.enabled': 'boolean',
  'taskmanager.system-out.mode': 'enum:DEFAULT|LOG|IGNORE',
  'traces.checkpoint.span-detail-level': 'enum:SPAN_PER_CHECKPOINT|SPAN_PER_CHECKPOINT_WITH_TASKS|CHILDREN_SPANS_PER_TASK|CHILDREN_SPANS_PER_SUBTASK',
  'traces.reporters': 'string',
  'tsflink.cache.directory': 'string',
  'tsflink.cache.max-size': 'memory',
  'tsflink.cache.timeout': 'duration',
  'tsflink.external.addresses': 'string',
  'tsflink.external.connect-timeout': 'duration',
  'tsflink.external.silence-timeout': 'duration',
  'tsflink.external.tls.ca': 'string',
  'tsflink.external.tls.cert': 'string',
  'tsflink.external.tls.enabled': 'boolean',
  'tsflink.external.tls.key': 'string',
  'tsflink.external.token-file': 'string',
  'tsflink.function.batch-bytes': 'memory',
  'tsflink.function.batch-size': 'integer',
  'tsflink.function.engine': 'enum:embedded|process|external|EMBEDDED|PROCESS|EXTERNAL',
  'tsflink.function.flush-interval': 'duration',
  'tsflink.function.heap-limit': 'memory',
  'tsflink.function.timeout': 'duration',
  'tsflink.plan.max-aggregates': 'integer',
  'tsflink.plan.max-branches': 'integer',
  'tsflink.plan.max-expressions': 'integer',
  'tsflink.plan.max-literals': 'memory',
  'tsflink.plan.max-tables': 'integer',
  'tsflink.process.inspect': 'enum:none|open|wait|NONE|OPEN|WAIT',
  'tsflink.process.inspect-port': 'integer',
  'tsflink.process.node': 'string',
  'tsflink.process.sharing': 'enum:task|slot|job|function|TASK|SLOT|JOB|FUNCTION',
  'tsflink.process.silence-timeout': 'duration',
  'tsflink.process.start-timeout': 'duration',
  'tsflink.process.warm-time': 'duration',
  'tsflink.process.warm-workers': 'integer',
  'tsflink.runtime.ship': 'boolean',
  'tsflink.shipping.archives': 'list',
  'tsflink.shipping.max-captured-size': 'memory',
  'tsflink.shipping.max-files-size': 'memory',
  'tsflink.shipping.max-script-size': 'memory',
  'user.artifacts.artifact-list': 'list',
  'user.artifacts.base-dir': 'string',
  'user.artifacts.http-headers': 'map',
  'user.artifacts.raw-http-enabled': 'boolean',
  'web.access-control-allow-origin': 'string',
  'web.adaptive-scheduler.rescale-history.size': 'integer',
  'web.cancel.enable': 'boolean',
  'web.checkpoints.history': 'integer',
  'web.exception-history-size': 'integer',
  'web.history': 'integer',
  'web.log.path': 'string',
  'web.refresh-interval': 'duration',
  'web.rescale.enable': 'boolean',
  'web.submit.enable': 'boolean',
  'web.timeout': 'duration',
  'web.tmpdir': 'string',
  'web.upload.dir': 'string',
  'zookeeper.sasl.disable': 'boolean',
  'zookeeper.sasl.login-context-name': 'string',
  'zookeeper.sasl.service-name': 'string',
};

/** Keys that options had before, and that Flink still takes. */
export const FORMER_KEYS: readonly string[] = [
  'akka.ask.callstack',
  'akka.ask.timeout',
  'akka.client-socket-worker-pool.pool-size-factor',
  'akka.client-socket-worker-pool.pool-size-max',
  'akka.client-socket-worker-pool.pool-size-min',
  'akka.client.timeout',
  'akka.fork-join-executor.parallelism-factor',
  'akka.fork-join-executor.parallelism-max',
  'akka.fork-join-executor.parallelism-min',
  'akka.framesize',
  'akka.jvm-exit-on-fatal-error',
  'akka.log.lifecycle.events',
  'akka.lookup.timeout',
  'akka.retry-gate-closed-for',
  'akka.rpc.force-invocation-serialization',
  'akka.server-socket-worker-pool.pool-size-factor',
  'akka.server-socket-worker-pool.pool-size-max',
  'akka.server-socket-worker-pool.pool-size-min',
  'akka.ssl.enabled',
  'akka.startup-timeout',
  'akka.tcp.timeout',
  'akka.throughput',
  'classloader.parent-first-patterns',
  'cleanup-strategy',
  'env.java.opts',
  'execution.allow-client-job-configurations',
  'execution.buffer-timeout',
  'execution.checkpointing.alignment-timeout',
  'execution.checkpointing.approximate-local-recovery',
  'execution.checkpointing.checkpoints-after-tasks-finish.enabled',
  'execution.checkpointing.recover-without-channel-state.checkpoint-id',
  'execution.checkpointing.unaligned',
  'execution.savepoint-restore-mode',
  'execution.savepoint.ignore-unclaimed-state',
  'execution.savepoint.path',
  'high-availability',
  'high-availability.zookeeper.path.jobgraphs',
  'high-availability.zookeeper.path.namespace',
  'high-availability.zookeeper.storageDir',
  'job-manager.max-attempts-history-size',
  'jobmanager.adaptive-batch-scheduler.avg-data-volume-per-task',
  'jobmanager.adaptive-batch-scheduler.default-source-parallelism',
  'jobmanager.adaptive-batch-scheduler.max-parallelism',
  'jobmanager.adaptive-batch-scheduler.min-parallelism',
  'jobmanager.adaptive-batch-scheduler.speculative.block-slow-node-duration',
  'jobmanager.adaptive-batch-scheduler.speculative.enabled',
  'jobmanager.adaptive-batch-scheduler.speculative.max-concurrent-executions',
  'jobmanager.adaptive-scheduler.resource-stabilization-timeout',
  'jobmanager.adaptive-scheduler.resource-wait-timeout',
  'jobmanager.adaptive-scheduler.scaling-interval.min',
  'jobmanager.web.access-control-allow-origin',
  'jobmanager.web.address',
  'jobmanager.web.checkpoints.history',
  'jobmanager.web.history',
  'jobmanager.web.log.path',
  'jobmanager.web.port',
  'jobmanager.web.refresh-interval',
  'jobmanager.web.submit.enable',
  'jobmanager.web.tmpdir',
  'jobmanager.web.upload.dir',
  'jobstore.cache-size',
  'jobstore.max-capacity',
  'jobstore.type',
  'library-cache-manager.cleanup.interval',
  'local.number-taskmanager',
  'metrics.scope.jm.job',
  'metrics.scope.tm.job',
  'pipeline.operator-chaining',
  'query.client.network-threads',
  'query.proxy.network-threads',
  'query.proxy.ports',
  'query.proxy.query-threads',
  'query.server.network-threads',
  'query.server.ports',
  'query.server.query-threads',
  'recovery.jobmanager.port',
  'recovery.mode',
  'recovery.zookeeper.client.connection-timeout',
  'recovery.zookeeper.client.max-retry-attempts',
  'recovery.zookeeper.client.retry-wait',
  'recovery.zookeeper.client.session-timeout',
  'recovery.zookeeper.path.jobgraphs',
  'recovery.zookeeper.path.namespace',
  'recovery.zookeeper.path.root',
  'recovery.zookeeper.quorum',
  'recovery.zookeeper.storageDir',
  'restart-strategy',
  'savepoints.state.backend.fs.dir',
  'security.kerberos.fetch.delegation-token',
  'security.kerberos.tokens.renewal.retry.backoff',
  'security.kerberos.tokens.renewal.time-ratio',
  'security.keytab',
  'security.principal',
  'security.ssl.close-notify-flush-timeout',
  'security.ssl.handshake-timeout',
  'security.ssl.session-cache-size',
  'security.ssl.session-timeout',
  'slotmanager.taskmanager-timeout',
  'state.backend',
  'state.backend.changelog.enabled',
  'state.backend.changelog.max-failures-allowed',
  'state.backend.changelog.periodic-materialize.enabled',
  'state.backend.changelog.periodic-materialize.interval',
  'state.backend.changelog.storage',
  'state.backend.fs.checkpointdir',
  'state.backend.fs.memory-threshold',
  'state.backend.fs.write-buffer-size',
  'state.backend.incremental',
  'state.backend.latency-track.history-size',
  'state.backend.latency-track.keyed-state-enabled',
  'state.backend.latency-track.sample-interval',
  'state.backend.latency-track.state-name-as-variable',
  'state.backend.local-recovery',
  'state.checkpoint-storage',
  'state.checkpoint.cleaner.parallel-mode',
  'state.checkpoints.create-subdir',
  'state.checkpoints.dir',
  'state.checkpoints.num-retained',
  'state.savepoints.dir',
  'state.storage.fs.memory-threshold',
  'state.storage.fs.write-buffer-size',
  'table.exec.async-scalar.buffer-capacity',
  'task.cancellation-interval',
  'taskmanager.debug.memory.logIntervalMs',
  'taskmanager.debug.memory.startLogThread',
  'taskmanager.maxRegistrationDuration',
  'taskmanager.memory.size',
  'taskmanager.net.client.connectTimeoutSec',
  'taskmanager.net.request-backoff.initial',
  'taskmanager.net.request-backoff.max',
  'taskmanager.network.memory.exclusive-buffers-request-timeout-ms',
  'taskmanager.network.memory.fraction',
  'taskmanager.network.memory.max',
  'taskmanager.network.memory.min',
  'taskmanager.runtime.fs_timeout',
  'taskmanager.state.local.root-dirs',
  'taskmanager.tmp.dirs',
  'timerservice.exceptional.shutdown.timeout',
  'web.address',
  'web.port',
  'yarn.security.kerberos.additionalFileSystems',
];

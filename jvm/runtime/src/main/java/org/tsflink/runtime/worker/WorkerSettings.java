package org.tsflink.runtime.worker;

import org.apache.flink.configuration.Configuration;
import org.tsflink.runtime.TsFlinkOptions;
import org.tsflink.runtime.engine.EngineOptions;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * How workers are started.
 *
 * @param command what runs Node, with what is to come before it
 */
record WorkerSettings(
        List<String> command,
        Sharing sharing,
        Duration startTimeout,
        Duration silenceTimeout,
        Inspect inspect,
        int inspectPort,
        int warmWorkers,
        Duration warmTime,
        String job,
        String subtask)
        implements WorkerSource {
    private static final SecureRandom RANDOM = new SecureRandom();

    static WorkerSettings of(Map<String, String> settings) {
        Configuration configuration = Configuration.fromMap(settings);
        return new WorkerSettings(
                List.of(configuration.get(TsFlinkOptions.PROCESS_NODE).trim().split("\\s+")),
                configuration.get(TsFlinkOptions.PROCESS_SHARING),
                configuration.get(TsFlinkOptions.PROCESS_START_TIMEOUT),
                configuration.get(TsFlinkOptions.PROCESS_SILENCE_TIMEOUT),
                configuration.get(TsFlinkOptions.PROCESS_INSPECT),
                configuration.get(TsFlinkOptions.PROCESS_INSPECT_PORT),
                configuration.get(TsFlinkOptions.PROCESS_WARM_WORKERS),
                configuration.get(TsFlinkOptions.PROCESS_WARM_TIME),
                settings.get(EngineOptions.JOB),
                settings.get(EngineOptions.SUBTASK));
    }

    /** The arguments of the script. */
    List<String> arguments() {
        String open = "--inspect=" + inspectPort;
        return switch (inspect) {
            case NONE -> List.of();
            case OPEN -> List.of(open);
            case WAIT -> List.of(open, "--wait");
        };
    }

    /** What a debugger halts has all the time. */
    @Override
    public long timeoutNanos(long given) {
        return inspect == Inspect.NONE ? given : Long.MAX_VALUE;
    }

    /** What workers have in common that one job can have as well as another. */
    record Kind(
            List<String> command,
            Inspect inspect,
            int inspectPort,
            Duration startTimeout,
            Duration silenceTimeout,
            int warmWorkers,
            Duration warmTime,
            long heapLimitBytes) {}

    Kind kind(long heapLimitBytes) {
        return new Kind(
                command,
                inspect,
                inspectPort,
                startTimeout,
                silenceTimeout,
                warmWorkers,
                warmTime,
                heapLimitBytes);
    }

    @Override
    public Object key(long heapLimitBytes) {
        return switch (sharing) {
            case TASK -> Thread.currentThread();
            case SLOT -> List.of(job, subtask, command, heapLimitBytes);
            case JOB -> List.of(job, command, heapLimitBytes);
            case FUNCTION -> new Object();
        };
    }

    @Override
    public Worker start(long heapLimitBytes) throws WorkerException, InterruptedException {
        Worker ready = warmWorkers == 0 ? null : WarmWorkers.take(this, heapLimitBytes);
        return ready == null ? startNew(heapLimitBytes) : ready;
    }

    /** Starts one, whether or not others are ready. */
    Worker startNew(long heapLimitBytes) throws WorkerException, InterruptedException {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        WorkerProcess process = WorkerProcess.start(this, heapLimitBytes, token);
        Worker worker = null;
        try {
            worker = connect(process, token, heapLimitBytes);
            worker.greet(Worker.PROTOCOL_VERSION);
            return worker;
        } finally {
            if (worker == null) {
                process.close();
            }
        }
    }

    /** Opens the connection with a process. */
    Worker connect(WorkerProcess process, String token, long heapLimitBytes)
            throws WorkerException {
        return new Worker(
                process,
                WorkerConnections.open(process.socket()),
                token,
                new WorkerTimeouts(
                        startTimeout, silenceTimeout, TsFlinkOptions.PROCESS_SILENCE_TIMEOUT.key()),
                heapLimitBytes);
    }
}

package org.tsflink.runtime.worker;

import org.apache.flink.configuration.Configuration;
import org.tsflink.runtime.TsFlinkOptions;
import org.tsflink.runtime.engine.EngineOptions;

import java.time.Duration;
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
        String job,
        String subtask) {

    static WorkerSettings of(Map<String, String> settings) {
        Configuration configuration = Configuration.fromMap(settings);
        return new WorkerSettings(
                List.of(configuration.get(TsFlinkOptions.PROCESS_NODE).trim().split("\\s+")),
                configuration.get(TsFlinkOptions.PROCESS_SHARING),
                configuration.get(TsFlinkOptions.PROCESS_START_TIMEOUT),
                configuration.get(TsFlinkOptions.PROCESS_SILENCE_TIMEOUT),
                settings.get(EngineOptions.JOB),
                settings.get(EngineOptions.SUBTASK));
    }

    /** Who shares a worker has the same key. */
    Object key(long heapLimitBytes) {
        return switch (sharing) {
            case TASK -> Thread.currentThread();
            case SLOT -> List.of(job, subtask, command, heapLimitBytes);
            case JOB -> List.of(job, command, heapLimitBytes);
            case FUNCTION -> new Object();
        };
    }
}

package org.tsflink.runtime.function;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.table.functions.FunctionContext;
import org.slf4j.Logger;
import org.tsflink.runtime.metrics.UserMetrics;

import java.util.function.Function;

/**
 * What a task does for its functions, by requests that are lists of strings
 * (packages/runtime/src/function/function-services.ts). Answers are types of the JDK: they cross
 * class loaders.
 */
public final class FunctionServices implements Function<String[], Object> {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FunctionContext context;
    private final UserMetrics metrics;

    public FunctionServices(FunctionContext context) {
        this.context = context;
        metrics = new UserMetrics(context.getMetricGroup());
    }

    @Override
    public Object apply(String[] request) {
        return switch (request[0]) {
            case "taskInfo" -> taskInfo(context.getTaskInfo());
            case "jobParameter" -> context.getJobParameter(request[1], null);
            case "cachedFile" -> cachedFile(request[1]);
            case "logLevel" -> level(FunctionLogs.of(request[1]));
            case "metric" -> metrics.register(request);
            case "metricScope" -> metrics.scope(request);
            case "metricVariables" -> metrics.variables(request);
            case "metricIdentifier" -> metrics.identifier(request);
            default -> throw new IllegalArgumentException("No service " + request[0]);
        };
    }

    private static String taskInfo(TaskInfo info) {
        return MAPPER.createObjectNode()
                .put("taskName", info.getTaskName())
                .put("indexOfThisSubtask", info.getIndexOfThisSubtask())
                .put("numberOfParallelSubtasks", info.getNumberOfParallelSubtasks())
                .put("maxNumberOfParallelSubtasks", info.getMaxNumberOfParallelSubtasks())
                .put("attemptNumber", info.getAttemptNumber())
                .put("taskNameWithSubtasks", info.getTaskNameWithSubtasks())
                .toString();
    }

    private String cachedFile(String name) {
        try {
            return context.getCachedFile(name).getAbsolutePath();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String level(Logger logger) {
        if (logger.isTraceEnabled()) {
            return "TRACE";
        }
        if (logger.isDebugEnabled()) {
            return "DEBUG";
        }
        if (logger.isInfoEnabled()) {
            return "INFO";
        }
        if (logger.isWarnEnabled()) {
            return "WARN";
        }
        return logger.isErrorEnabled() ? "ERROR" : null;
    }
}

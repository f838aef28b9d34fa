package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;

/** The cluster that jobs go to is away, is none, or has no room. */
final class ClusterErrors implements Classifier {

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        Cause root = causes.get(causes.size() - 1);
        if (any(causes, "NoResourceAvailableException")) {
            return Failure.of(
                            ErrorCode.RESOURCES_UNAVAILABLE,
                            "The cluster has not enough free slots for the job.",
                            "Lower 'parallelism.default', end other jobs, or give it more slots.")
                    .mayPass();
        }
        if (any(causes, "RestClientException")
                || any(causes, "JobSubmissionException")
                || any(causes, "RetryException")
                || any(causes, "ConnectTimeoutException")
                || (any(causes, "ConnectException") && !any(causes, "JobExecutionException"))) {
            return remote(causes, root);
        }
        String message = root.message();
        if (message.contains("No ExecutorFactory found to execute")) {
            return Failure.of(
                    ErrorCode.CONFIGURATION_INVALID,
                    "There is no such 'execution.target'.",
                    "Use 'embedded' (the default), or 'remote' with 'rest.address' and 'rest.port'.");
        }
        return null;
    }

    @Nullable
    private static Failure remote(List<Cause> causes, Cause root) {
        boolean away =
                any(causes, "ConnectException")
                        || any(causes, "ConnectTimeoutException")
                        || any(causes, "UnknownHostException")
                        || any(causes, "AnnotatedConnectException");
        if (away) {
            return Failure.of(
                            ErrorCode.CLUSTER_UNREACHABLE,
                            "The cluster cannot be reached: " + firstLine(root.text()),
                            "Check 'rest.address' and 'rest.port', and that the cluster runs.")
                    .mayPass();
        }
        if (any(causes, "RestClientException") || any(causes, "JobSubmissionException")) {
            return Failure.of(
                    ErrorCode.CLUSTER_UNREACHABLE,
                    "What answers there is no Flink cluster, or it refused the job: "
                            + firstLine(root.text()),
                    "Check that 'rest.address' and 'rest.port' are those of a JobManager of Flink's version.");
        }
        return null;
    }

    private static boolean any(List<Cause> causes, String simpleName) {
        return causes.stream().anyMatch(cause -> cause.is(simpleName));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}

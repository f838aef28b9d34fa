package org.tsflink.runtime.worker;

import io.grpc.Status;
import org.tsflink.runtime.TsFlinkOptions;

import javax.net.ssl.SSLException;

import java.io.Serial;
import java.security.cert.CertificateException;

/** A server gave no worker. */
final class WorkerRefusal extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final boolean isFinal;

    /**
     * @param why for messages, after the address
     * @param isFinal whether to ask again is of no use
     */
    WorkerRefusal(String why, boolean isFinal) {
        super(why);
        this.isFinal = isFinal;
    }

    boolean isFinal() {
        return isFinal;
    }

    /** What the end of a call says. */
    static WorkerRefusal of(Throwable failure) {
        Status status = Status.fromThrowable(failure);
        String text = String.valueOf(status.getDescription());
        return switch (status.getCode()) {
            case UNAUTHENTICATED ->
                    refused(text, TsFlinkOptions.EXTERNAL_TOKEN_FILE.key(), "the token");
            case FAILED_PRECONDITION -> new WorkerRefusal("refused the call: " + text, true);
            case RESOURCE_EXHAUSTED, UNAVAILABLE -> unavailable(failure, text);
            default ->
                    new WorkerRefusal(
                            "is no worker of tsflink, or not of this version: %s %s"
                                    .formatted(status.getCode(), text),
                            true);
        };
    }

    private static WorkerRefusal refused(String text, String option, String what) {
        return new WorkerRefusal("refused %s: %s (%s)".formatted(what, text, option), true);
    }

    private static WorkerRefusal unavailable(Throwable failure, String text) {
        Throwable root = failure;
        boolean tls = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            root = cause;
            tls |= cause instanceof SSLException;
        }
        String said = root == failure ? text : String.valueOf(root.getMessage());
        if (root instanceof CertificateException && said.startsWith("No ")) {
            return new WorkerRefusal(
                    "has a certificate of another host: %s (%s)"
                            .formatted(said, TsFlinkOptions.EXTERNAL_ADDRESSES.key()),
                    true);
        }
        if (said.contains("not an SSL/TLS record")) {
            return new WorkerRefusal(
                    "does not speak TLS (%s)".formatted(TsFlinkOptions.EXTERNAL_TLS_ENABLED.key()),
                    true);
        }
        if (said.contains("ALERT") || said.contains("alert")) {
            return refused(said, TsFlinkOptions.EXTERNAL_TLS_CERT.key(), "the certificate");
        }
        if (tls) {
            return new WorkerRefusal(
                    "has a certificate that is not trusted: %s (%s)"
                            .formatted(said, TsFlinkOptions.EXTERNAL_TLS_CA.key()),
                    true);
        }
        return new WorkerRefusal("is not available: " + said, false);
    }
}

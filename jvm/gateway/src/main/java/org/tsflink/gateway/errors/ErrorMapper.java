package org.tsflink.gateway.errors;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.proto.v1.ErrorDetail;

import javax.annotation.Nullable;

import java.util.List;
import java.util.Objects;

/** Turns every failure into a status that says the cause first, with an ErrorDetail. */
public final class ErrorMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

    // Details travel in HTTP/2 trailers, of which clients take 64 KB; the log has the rest.
    private static final int MOST_STACK_CHARACTERS = 12_000;
    private static final int MOST_MESSAGE_CHARACTERS = 8_000;

    // The first that knows a failure wins: from the most exact to the most general.
    private static final List<Classifier> CLASSIFIERS =
            List.of(
                    new GatewayFailures(),
                    new Limits(),
                    new FunctionFailures(),
                    new Cancellations(),
                    new SqlParseErrors(),
                    new UnsupportedStatements(),
                    new SqlValidationErrors(),
                    new ArgumentErrors(),
                    new CatalogErrors(),
                    new TableApiErrors(),
                    new ConnectorErrors(),
                    new ConnectionErrors(),
                    new ClusterErrors(),
                    new FileFailures(),
                    new ExpressionFailures(),
                    new OtherFailures());

    private ErrorMapper() {}

    /** A failure outside of any statement. */
    public static StatusRuntimeException toStatus(Throwable failure) {
        return toStatus(failure, null, JobOperators.NONE);
    }

    /** A failure of a job. */
    public static StatusRuntimeException toStatus(Throwable failure, JobOperators jobs) {
        return toStatus(failure, null, jobs);
    }

    /**
     * A failure of a statement.
     *
     * @param environment of the session on whose thread this runs; null elsewhere
     */
    public static StatusRuntimeException toStatus(
            Throwable failure, @Nullable TableEnvironment environment, JobOperators jobs) {
        ErrorDetail detail = detail(failure, environment, jobs);
        LOG.debug("{}", detail.getCode(), failure);
        if (detail.getCode().equals(ErrorCode.INTERNAL.name())) {
            LOG.error("Unexpected failure", failure);
        }
        return StatusProto.toStatusRuntimeException(
                Status.newBuilder()
                        .setCode(statusOf(detail).value())
                        .setMessage(detail.getMessage())
                        .addDetails(Any.pack(detail))
                        .build());
    }

    /** What a client is told of a failure. */
    static ErrorDetail detail(
            Throwable failure, @Nullable TableEnvironment environment, JobOperators jobs) {
        LocatedException located = failure instanceof LocatedException at ? at : null;
        Throwable actual = located == null ? failure : located.getCause();
        Statement statement =
                new Statement(located == null ? null : located.sql(), environment, jobs);
        List<Cause> causes = Cause.chain(actual);
        Failure known = classify(causes, statement);
        String message = located == null ? known.message() : located.named(known.message());
        ErrorDetail.Builder detail =
                ErrorDetail.newBuilder()
                        .setCode(known.code())
                        .setMessage(cut(message, MOST_MESSAGE_CHARACTERS))
                        .setHint(cut(known.hint(), MOST_MESSAGE_CHARACTERS))
                        .setRetryable(known.retryable())
                        .setJavaClass(causes.get(causes.size() - 1).className())
                        .setJavaStack(
                                cut(
                                        ExceptionUtils.stringifyException(actual),
                                        MOST_STACK_CHARACTERS));
        if (located != null && !located.position().getFile().isEmpty()) {
            detail.setSource(located.position());
        }
        if (located != null && located.command() != null) {
            detail.setFailedCommand(located.command());
        }
        if (known.function() != null) {
            detail.setFunction(known.function());
        }
        return detail.build();
    }

    private static Failure classify(List<Cause> causes, Statement statement) {
        return CLASSIFIERS.stream()
                .map(classifier -> classifier.classify(causes, statement))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static io.grpc.Status.Code statusOf(ErrorDetail detail) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(detail.getCode())) {
                return code.status();
            }
        }
        // The codes of functions: their job failed.
        return ErrorCode.JOB_FAILED.status();
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most)
                        + "… (%d more characters)".formatted(text.length() - most);
    }
}

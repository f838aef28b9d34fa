package org.tsflink.gateway.errors;

import io.grpc.Status;

/** The stable codes of the gateway's failures; functions bring codes of their own. */
public enum ErrorCode {
    UNAUTHENTICATED(Status.Code.UNAUTHENTICATED),
    SESSION_NOT_FOUND(Status.Code.NOT_FOUND),
    RESULT_NOT_FOUND(Status.Code.NOT_FOUND),
    RESULT_CONSUMED(Status.Code.FAILED_PRECONDITION),
    JOB_NOT_FOUND(Status.Code.NOT_FOUND),
    JOB_CANCELLED(Status.Code.ABORTED),
    JOB_FAILED(Status.Code.ABORTED),
    ARTIFACT_NOT_FOUND(Status.Code.FAILED_PRECONDITION),
    ARTIFACT_CORRUPT(Status.Code.DATA_LOSS),
    PLAN_INVALID(Status.Code.INVALID_ARGUMENT),
    COLUMN_NOT_FOUND(Status.Code.INVALID_ARGUMENT),
    TABLE_NOT_FOUND(Status.Code.INVALID_ARGUMENT),
    TABLE_ALREADY_EXISTS(Status.Code.INVALID_ARGUMENT),
    FUNCTION_UNDEFINED(Status.Code.INVALID_ARGUMENT),
    EXPRESSION_INVALID(Status.Code.INVALID_ARGUMENT),
    LITERAL_INVALID(Status.Code.INVALID_ARGUMENT),
    TYPE_UNSUPPORTED(Status.Code.INVALID_ARGUMENT),
    SCHEMA_MISMATCH(Status.Code.INVALID_ARGUMENT),
    SQL_PARSE_ERROR(Status.Code.INVALID_ARGUMENT),
    SQL_VALIDATION_ERROR(Status.Code.INVALID_ARGUMENT),
    VALIDATION_ERROR(Status.Code.INVALID_ARGUMENT),
    PLANNER_ERROR(Status.Code.INVALID_ARGUMENT),
    CONFIGURATION_INVALID(Status.Code.INVALID_ARGUMENT),
    CONNECTOR_NOT_FOUND(Status.Code.INVALID_ARGUMENT),
    CONNECTION_FAILED(Status.Code.ABORTED),
    JDBC_ERROR(Status.Code.ABORTED),
    CLUSTER_UNREACHABLE(Status.Code.ABORTED),
    RESOURCES_UNAVAILABLE(Status.Code.RESOURCE_EXHAUSTED),
    GATEWAY_START_FAILED(Status.Code.INTERNAL),
    GATEWAY_STOPPING(Status.Code.ABORTED),
    INTERNAL(Status.Code.INTERNAL);

    private final Status.Code status;

    ErrorCode(Status.Code status) {
        this.status = status;
    }

    /** The gRPC status that travels beside the code. */
    public Status.Code status() {
        return status;
    }
}

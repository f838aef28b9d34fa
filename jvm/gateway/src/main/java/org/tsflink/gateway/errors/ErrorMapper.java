package org.tsflink.gateway.errors;

import io.grpc.StatusRuntimeException;

/** x */
public final class ErrorMapper {
    private ErrorMapper() {}

    public static StatusRuntimeException toStatus(Throwable failure) {
        return io.grpc.Status.INTERNAL
                .withDescription(failure.toString())
                .withCause(failure)
                .asRuntimeException();
    }
}

package org.tsflink.gateway;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.tsflink.proto.v1.ErrorDetail;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a client learns of failures. */
public final class Failures {

    private Failures() {}

    public static ErrorDetail of(ThrowingCallable call) {
        return detail(catchThrowableOfType(StatusRuntimeException.class, call));
    }

    static ErrorDetail detail(StatusRuntimeException failure) {
        if (failure == null) {
            throw new AssertionError("It did not fail");
        }
        try {
            return StatusProto.fromThrowable(failure).getDetails(0).unpack(ErrorDetail.class);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}

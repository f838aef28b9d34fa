package org.tsflink.gateway.errors;

import org.tsflink.proto.v1.FunctionFailure;

import javax.annotation.Nullable;

/**
 * What a client is told of a failure.
 *
 * @param code one of the stable codes
 * @param message the cause, in one or two sentences
 * @param hint what the user can do; empty if there is nothing to say
 */
record Failure(
        String code,
        String message,
        String hint,
        boolean retryable,
        @Nullable FunctionFailure function) {

    static Failure of(ErrorCode code, String message, @Nullable String hint) {
        return new Failure(code.name(), message, hint == null ? "" : hint, false, null);
    }

    /** The same, where running it again may succeed. */
    Failure mayPass() {
        return new Failure(code, message, hint, true, function);
    }
}

package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

/** A failure that the gateway itself found: a stable code, the cause, and what to do about it. */
public final class GatewayException extends RuntimeException {

    private final ErrorCode code;
    @Nullable private final String hint;

    public GatewayException(
            ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    public GatewayException(ErrorCode code, String message, @Nullable String hint) {
        this(code, message, hint, null);
    }

    public GatewayException(ErrorCode code, String message) {
        this(code, message, null, null);
    }

    public ErrorCode code() {
        return code;
    }

    @Nullable
    public String hint() {
        return hint;
    }
}

package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;

/** What the gateway itself found. */
final class GatewayFailures implements Classifier {

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            if (cause.throwable() instanceof GatewayException known) {
                return Failure.of(known.code(), known.getMessage(), known.hint());
            }
        }
        return null;
    }
}

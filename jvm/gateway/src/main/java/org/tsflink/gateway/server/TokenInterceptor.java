package org.tsflink.gateway.server;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.ErrorMapper;
import org.tsflink.gateway.errors.GatewayException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets calls pass that carry the gateway's token. */
final class TokenInterceptor implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final byte[] expected;

    TokenInterceptor(String token) {
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        String given = headers.get(AUTHORIZATION);
        // In constant time, so that answers tell nothing about the token.
        if (given != null
                && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            return next.startCall(call, headers);
        }
        var refused =
                ErrorMapper.toStatus(
                        new GatewayException(
                                ErrorCode.UNAUTHENTICATED,
                                "The call carries no valid token of this gateway.",
                                "Take the token that the gateway was started with."));
        call.close(refused.getStatus(), refused.getTrailers());
        return new ServerCall.Listener<>() {};
    }
}

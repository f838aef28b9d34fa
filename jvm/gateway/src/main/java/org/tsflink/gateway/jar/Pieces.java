package org.tsflink.gateway.jar;

import com.google.protobuf.ByteString;
import io.grpc.stub.StreamObserver;
import org.tsflink.proto.v1.BuildFunctionJarResponse;

import java.io.BufferedOutputStream;
import java.io.OutputStream;

/** Sends what is written, in messages of a bounded size. */
public final class Pieces extends OutputStream {
    private static final int PIECE_BYTES = 1 << 20;

    private final StreamObserver<BuildFunctionJarResponse> observer;

    private Pieces(StreamObserver<BuildFunctionJarResponse> observer) {
        this.observer = observer;
    }

    public static OutputStream to(StreamObserver<BuildFunctionJarResponse> observer) {
        return new BufferedOutputStream(new Pieces(observer), PIECE_BYTES);
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        for (int at = 0; at < length; at += PIECE_BYTES) {
            int size = Math.min(PIECE_BYTES, length - at);
            observer.onNext(
                    BuildFunctionJarResponse.newBuilder()
                            .setContent(ByteString.copyFrom(bytes, offset + at, size))
                            .build());
        }
    }
}

package org.tsflink.runtime.worker;

import com.google.protobuf.ByteString;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.tsflink.proto.v1.SendFilesRequest;
import org.tsflink.proto.v1.SendFilesResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Sends the files of a directory, part by part as the worker takes them; reads in gRPC's thread.
 */
final class FileSender implements ClientResponseObserver<SendFilesRequest, SendFilesResponse> {
    private static final int PART_BYTES = 256 << 10;

    private final Path root;
    private final Iterator<Path> files;
    private final CompletableFuture<SendFilesResponse> response = new CompletableFuture<>();
    private ClientCallStreamObserver<SendFilesRequest> call;
    private Path file;
    private InputStream open;
    private boolean done;

    private FileSender(Path root, List<Path> files) {
        this.root = root;
        this.files = files.iterator();
    }

    /** Begins to send; gives the worker's directory. */
    static Future<SendFilesResponse> send(Worker worker, Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            FileSender sender = new FileSender(root, all.filter(Files::isRegularFile).toList());
            worker.files().sendFiles(sender);
            return sender.response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<SendFilesRequest> stream) {
        call = stream;
        stream.setOnReadyHandler(this::sendMore);
    }

    private void sendMore() {
        try {
            while (call.isReady() && !done) {
                SendFilesRequest part = nextPart();
                if (part == null) {
                    done = true;
                    call.onCompleted();
                } else {
                    call.onNext(part);
                }
            }
        } catch (IOException e) {
            done = true;
            call.cancel("A file could not be read", e);
        }
    }

    // Each file ends with a part that is not full, an empty one if need be.
    private SendFilesRequest nextPart() throws IOException {
        if (open == null) {
            if (!files.hasNext()) {
                return null;
            }
            file = files.next();
            open = Files.newInputStream(file);
        }
        byte[] bytes = open.readNBytes(PART_BYTES);
        if (bytes.length < PART_BYTES) {
            open.close();
            open = null;
        }
        return SendFilesRequest.newBuilder()
                .setPath(root.relativize(file).toString())
                .setData(ByteString.copyFrom(bytes))
                .build();
    }

    @Override
    public void onNext(SendFilesResponse value) {
        response.complete(value);
    }

    @Override
    public void onError(Throwable error) {
        response.completeExceptionally(error);
    }

    @Override
    public void onCompleted() {
        response.completeExceptionally(new IllegalStateException("there was no answer"));
    }
}

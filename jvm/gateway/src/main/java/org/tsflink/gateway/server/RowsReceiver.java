package org.tsflink.gateway.server;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import org.tsflink.gateway.cache.Upload;
import org.tsflink.gateway.errors.ErrorMapper;
import org.tsflink.gateway.session.Session;
import org.tsflink.gateway.session.Sessions;
import org.tsflink.proto.v1.PutRowsRequest;
import org.tsflink.proto.v1.PutRowsResponse;

/** Takes the rows of one upload; the next message is asked for when one is written. */
final class RowsReceiver implements StreamObserver<PutRowsRequest> {

    private final Sessions sessions;
    private final StreamObserver<PutRowsResponse> answer;
    private Session session;
    private String id;
    private Upload upload;
    private boolean complete;
    private boolean failed;

    RowsReceiver(Sessions sessions, StreamObserver<PutRowsResponse> answer) {
        this.sessions = sessions;
        this.answer = answer;
    }

    @Override
    public void onNext(PutRowsRequest message) {
        if (failed) {
            return;
        }
        try {
            if (upload == null) {
                session = sessions.get(message.getSessionId());
                id = message.getUpload();
                upload = session.uploads().begin(session.environment().getConfig());
            }
            upload.write(message.getRows().toByteArray());
            complete = message.getComplete();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    @Override
    public void onCompleted() {
        if (failed) {
            return;
        }
        if (!complete) {
            onError(null);
            answer.onError(Status.CANCELLED.asRuntimeException());
            return;
        }
        try {
            upload.finish();
            session.uploads().put(id, upload);
        } catch (RuntimeException e) {
            fail(e);
            return;
        }
        answer.onNext(PutRowsResponse.getDefaultInstance());
        answer.onCompleted();
    }

    /** The client has gone, or its rows have failed. */
    @Override
    public void onError(Throwable cause) {
        if (upload != null) {
            upload.delete();
        }
    }

    private void fail(RuntimeException cause) {
        failed = true;
        onError(cause);
        answer.onError(ErrorMapper.toStatus(cause));
    }
}

package org.tsflink.runtime.worker;

import com.google.protobuf.ByteString;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.proto.v1.LoadArtifactRequest;
import org.tsflink.proto.v1.LoadArtifactResponse;
import org.tsflink.runtime.engine.EngineHandle;
import org.tsflink.runtime.engine.ProgramHandle;

import javax.annotation.Nullable;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/** A worker, as the operators of one task use it. */
public final class WorkerSession implements EngineHandle {
    private static final long CHECK_MILLIS = 100;

    private final SharedWorker worker;
    private final long timeoutNanos;
    private final Runnable onRelease;

    WorkerSession(SharedWorker worker, long timeoutNanos, Runnable onRelease) {
        this.worker = worker;
        this.timeoutNanos = timeoutNanos;
        this.onRelease = onRelease;
    }

    @Override
    public String load(String hash, String name, byte[] code, byte[] sourceMap, String directory) {
        try {
            LoadArtifactRequest known = LoadArtifactRequest.newBuilder().setHash(hash).build();
            if (load(known).getLoaded()) {
                return null;
            }
            LoadArtifactRequest request =
                    known.toBuilder()
                            .setName(name)
                            .setCode(ByteString.copyFrom(code))
                            .setSourceMap(ByteString.copyFrom(sourceMap))
                            .setDirectory(directory)
                            .build();
            String failure = load(request).getFailure();
            return failure.isEmpty() ? null : failure;
        } catch (WorkerException e) {
            return e.toJson();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private LoadArtifactResponse load(LoadArtifactRequest request)
            throws WorkerException, InterruptedException {
        Worker started = worker.get();
        Future<LoadArtifactResponse> response = started.control().loadArtifact(request);
        long begin = System.nanoTime();
        while (true) {
            try {
                return response.get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                WorkerException failure = started.check();
                if (failure != null) {
                    throw failure;
                }
                if (System.nanoTime() - begin > timeoutNanos) {
                    started.kill();
                    throw WorkerException.timeout(timeoutNanos);
                }
            } catch (ExecutionException e) {
                throw started.gone(e.getCause().getMessage());
            }
        }
    }

    @Override
    public ProgramHandle createProgram(
            String spec,
            byte[] constants,
            @Nullable IntBinaryOperator host,
            Function<String[], Object> services) {
        try {
            return WorkerProgram.create(
                    worker.get(), timeoutNanos, spec, constants, host, services);
        } catch (WorkerException e) {
            return WorkerProgram.failed(e.toJson());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    @Override
    public String runEvents() {
        return null;
    }

    @Override
    public long heapUsed() {
        return worker.heapUsed();
    }

    @Override
    public void release() {
        onRelease.run();
    }

    static FlinkRuntimeException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new FlinkRuntimeException("Interrupted while a worker was waited for", e);
    }
}

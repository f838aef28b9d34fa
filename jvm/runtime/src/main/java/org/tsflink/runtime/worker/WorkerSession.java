package org.tsflink.runtime.worker;

import com.google.protobuf.ByteString;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.proto.v1.LoadArtifactRequest;
import org.tsflink.runtime.engine.EngineHandle;
import org.tsflink.runtime.engine.ProgramHandle;

import javax.annotation.Nullable;

import java.nio.file.Path;
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
            Worker started = worker.get();
            LoadArtifactRequest known = LoadArtifactRequest.newBuilder().setHash(hash).build();
            if (await(started, started.control().loadArtifact(known)).getLoaded()) {
                return null;
            }
            LoadArtifactRequest request =
                    known.toBuilder()
                            .setName(name)
                            .setCode(ByteString.copyFrom(code))
                            .setSourceMap(ByteString.copyFrom(sourceMap))
                            .setDirectory(directoryThere(started, directory))
                            .build();
            String failure = await(started, started.control().loadArtifact(request)).getFailure();
            return failure.isEmpty() ? null : failure;
        } catch (WorkerException e) {
            return e.toJson();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String directoryThere(Worker started, String directory)
            throws WorkerException, InterruptedException {
        if (directory.isEmpty() || started.files() == null) {
            return directory;
        }
        return await(started, FileSender.send(started, Path.of(directory))).getDirectory();
    }

    private <T> T await(Worker started, Future<T> response)
            throws WorkerException, InterruptedException {
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

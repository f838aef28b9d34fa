package org.tsflink.runtime.worker;

import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import org.tsflink.proto.v1.Done;
import org.tsflink.proto.v1.HostAnswer;
import org.tsflink.proto.v1.HostCall;
import org.tsflink.proto.v1.Progress;
import org.tsflink.proto.v1.RunProgramRequest;
import org.tsflink.proto.v1.RunProgramResponse;

import javax.annotation.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The stream of a program. Its task's thread makes a request and serves the functions until they
 * are done, or have taken too long, or their worker is lost.
 */
final class ProgramStream {
    private static final long CHECK_MILLIS = 100;

    private final Worker worker;
    private final TaskSide task;
    private final long timeoutNanos;

    /** The name of the program's function, if there is one alone. */
    @Nullable private final String onlyFunction;

    private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();
    private ClientCallStreamObserver<RunProgramRequest> requests;
    private volatile Runnable onSettled = () -> {};
    private boolean ended;

    ProgramStream(Worker worker, TaskSide task, long timeoutNanos, @Nullable String onlyFunction) {
        this.worker = worker;
        this.task = task;
        this.timeoutNanos = timeoutNanos;
        this.onlyFunction = onlyFunction;
        worker.data().runProgram(new Responses());
    }

    boolean hasEnded() {
        return ended;
    }

    void onSettled(Runnable listener) {
        onSettled = listener;
    }

    void send(RunProgramRequest request) {
        requests.onNext(request);
    }

    /** Waits until the last request is done. */
    Done answer() throws WorkerException, InterruptedException {
        boolean answered = false;
        try {
            Done done = await();
            answered = true;
            return done;
        } catch (InterruptedException e) {
            // Nobody would end what the function goes on with.
            worker.kill();
            throw e;
        } finally {
            if (!answered) {
                cancel();
            }
        }
    }

    private Done await() throws WorkerException, InterruptedException {
        long tickSince = System.nanoTime();
        Progress last = Progress.newBuilder().setTick(-1).build();
        while (true) {
            Object message = inbox.poll(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            if (message instanceof Throwable failure) {
                throw named(worker.gone(failure.getMessage()), last);
            }
            if (message instanceof RunProgramResponse response) {
                worker.heard();
                switch (response.getResponseCase()) {
                    case DONE -> {
                        Done done = response.getDone();
                        if (worker.isOver(done.getHeapUsed(), done.getExternalMemory())) {
                            throw overMemory(last);
                        }
                        return done;
                    }
                    case HOST_CALL -> answer(response.getHostCall());
                    case SERVICE_CALL ->
                            send(
                                    RunProgramRequest.newBuilder()
                                            .setAnswer(task.answer(response.getServiceCall()))
                                            .build());
                    default -> {
                        Progress progress = response.getProgress();
                        if (!progress.getRunning() || progress.getTick() != last.getTick()) {
                            tickSince = System.nanoTime();
                        }
                        last = progress;
                        if (worker.isOver(progress.getResidentMemory())) {
                            throw overMemory(last);
                        }
                    }
                }
            }
            WorkerException failure = worker.check();
            if (failure != null) {
                throw named(failure, last);
            }
            if (System.nanoTime() - tickSince > timeoutNanos) {
                worker.kill();
                throw named(WorkerException.timeout(timeoutNanos), last);
            }
        }
    }

    private void answer(HostCall call) {
        HostAnswer answer = task.answer(call);
        if (call.getAwaitsAnswer()) {
            send(RunProgramRequest.newBuilder().setAnswer(answer).build());
        }
    }

    private WorkerException overMemory(Progress last) {
        worker.kill();
        return named(WorkerException.outOfMemory(worker.heapLimitBytes()), last);
    }

    private WorkerException named(WorkerException failure, Progress last) {
        String name = last.getFunctionName().isEmpty() ? onlyFunction : last.getFunctionName();
        return failure.with(name, last.getRow().isEmpty() ? null : last.getRow());
    }

    /** Lets the worker forget the program. */
    void end() {
        if (!ended) {
            ended = true;
            requests.onCompleted();
        }
    }

    void cancel() {
        ended = true;
        requests.cancel("the task has failed", null);
    }

    /** Puts what comes where the task's thread finds it. */
    private final class Responses
            implements ClientResponseObserver<RunProgramRequest, RunProgramResponse> {
        @Override
        public void beforeStart(ClientCallStreamObserver<RunProgramRequest> stream) {
            requests = stream;
        }

        @Override
        public void onNext(RunProgramResponse response) {
            if (response.hasSettled()) {
                onSettled.run();
            } else {
                inbox.add(response);
            }
        }

        @Override
        public void onError(Throwable error) {
            inbox.add(error);
        }

        @Override
        public void onCompleted() {
            inbox.add(Status.UNAVAILABLE.withDescription("it has ended").asException());
        }
    }
}

package org.tsflink.runtime.worker;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.tsflink.proto.v1.BindMemory;
import org.tsflink.proto.v1.CloseProgram;
import org.tsflink.proto.v1.CreateProgram;
import org.tsflink.proto.v1.Done;
import org.tsflink.proto.v1.MemoryPart;
import org.tsflink.proto.v1.RunItems;
import org.tsflink.proto.v1.RunProgramRequest;
import org.tsflink.runtime.engine.ProgramHandle;

import javax.annotation.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/** A program in a worker, or the failure to make one. */
public final class WorkerProgram implements ProgramHandle {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ByteBuffer[] NONE = {};

    @Nullable private final ProgramStream stream;
    private final TaskSide task;
    private ByteBuffer[] memory = NONE;
    @Nullable private BindMemory toBind;
    private boolean running;
    @Nullable private String failure;

    private WorkerProgram(@Nullable ProgramStream stream, TaskSide task) {
        this.stream = stream;
        this.task = task;
    }

    /** Makes the program; a failure to do so is told by {@link #failure}. */
    static WorkerProgram create(
            Worker worker,
            long timeoutNanos,
            String spec,
            byte[] constants,
            @Nullable IntBinaryOperator host,
            Function<String[], Object> services) {
        TaskSide task = new TaskSide(host, services);
        ProgramStream stream = new ProgramStream(worker, task, timeoutNanos, onlyFunction(spec));
        WorkerProgram program = new WorkerProgram(stream, task);
        CreateProgram.Builder create =
                CreateProgram.newBuilder()
                        .setSpec(spec)
                        .setConstants(ByteString.copyFrom(constants));
        program.call(RunProgramRequest.newBuilder().setCreate(create).build());
        return program;
    }

    @Nullable
    private static String onlyFunction(String spec) {
        try {
            JsonNode root = MAPPER.readTree(spec);
            List<String> names = new ArrayList<>();
            root.path("functions").forEach(function -> names.add(function.path("name").asText()));
            for (JsonNode call : root.path("calls")) {
                if (call.path("function").isObject()) {
                    names.add(call.get("function").path("name").asText());
                }
            }
            return names.size() == 1 ? names.get(0) : null;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(spec, e);
        }
    }

    /** What stands for a program that could not be made. */
    static WorkerProgram failed(String failure) {
        WorkerProgram program = new WorkerProgram(null, new TaskSide(null, request -> null));
        program.failure = failure;
        return program;
    }

    @Override
    public void bind(ByteBuffer[] bound) {
        BindMemory.Builder bind = BindMemory.newBuilder();
        boolean allKept = memory.length == bound.length && toBind == null;
        for (int i = 0; i < bound.length; i++) {
            // The worker has a copy of its own, which it need not know anew.
            boolean kept = i < memory.length && memory[i].capacity() == bound[i].capacity();
            allKept &= kept;
            bind.addMemory(
                    BindMemory.Memory.newBuilder().setCapacity(bound[i].capacity()).setKept(kept));
        }
        memory = bound;
        task.bind(bound);
        if (!allKept) {
            toBind = bind.build();
        }
    }

    @Override
    public int run(int from, int count) {
        begin(from, count);
        return end();
    }

    @Override
    public boolean begin(int from, int count) {
        if (stream.hasEnded()) {
            return true; // It has failed.
        }
        if (toBind != null) {
            stream.send(RunProgramRequest.newBuilder().setBind(toBind).build());
            toBind = null;
        }
        RunItems.Builder run =
                RunItems.newBuilder().setFrom(from).setCount(count).setViews(task.prefetched());
        for (int i = 0; i < memory.length; i++) {
            ByteBuffer bytes = memory[i];
            if (bytes.hasRemaining()) {
                // Copied before send returns.
                run.addInputs(
                        MemoryPart.newBuilder()
                                .setMemory(i)
                                .setOffset(bytes.position())
                                .setData(UnsafeByteOperations.unsafeWrap(bytes.slice())));
                bytes.position(bytes.limit());
            }
        }
        running = true;
        stream.send(RunProgramRequest.newBuilder().setRun(run).build());
        return true;
    }

    @Override
    public int end() {
        if (stream.hasEnded()) {
            return -1; // as before
        }
        Done done = answer();
        running = false;
        if (done == null) {
            return -1;
        }
        write(done.getOutputsList(), memory);
        return done.getNext();
    }

    static void write(List<MemoryPart> parts, ByteBuffer[] memory) {
        for (MemoryPart part : parts) {
            ByteBuffer to = memory[part.getMemory()].duplicate();
            to.clear().position(part.getOffset());
            part.getData().copyTo(to);
        }
    }

    /** Makes a request; null if it failed, and how is kept. */
    @Nullable
    private Done call(RunProgramRequest request) {
        stream.send(request);
        return answer();
    }

    @Nullable
    private Done answer() {
        try {
            Done done = stream.answer();
            task.writeMetrics(done.getMetricsList());
            failure = done.getFailure().isEmpty() ? null : done.getFailure();
            return failure == null ? done : null;
        } catch (WorkerException e) {
            failure = e.toJson();
            return null;
        } catch (InterruptedException e) {
            throw WorkerSession.interrupted(e);
        }
    }

    @Override
    public boolean onSettled(Runnable listener) {
        stream.onSettled(listener);
        return true;
    }

    @Override
    public String failure() {
        return failure;
    }

    @Override
    public String close() {
        if (stream == null || stream.hasEnded()) {
            return null;
        }
        if (running) {
            stream.cancel(); // The task has failed: nobody waits for it.
            return null;
        }
        String before = failure;
        call(RunProgramRequest.newBuilder().setClose(CloseProgram.getDefaultInstance()).build());
        String closing = failure;
        failure = before;
        stream.end();
        return closing;
    }
}

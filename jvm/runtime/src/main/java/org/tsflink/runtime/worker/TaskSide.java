package org.tsflink.runtime.worker;

import com.google.protobuf.ByteString;
import org.tsflink.proto.v1.HostAnswer;
import org.tsflink.proto.v1.HostCall;
import org.tsflink.proto.v1.MemoryPart;
import org.tsflink.proto.v1.ServiceCall;
import org.tsflink.runtime.engine.ProgramHandle;

import javax.annotation.Nullable;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/** What the functions of a program ask of their operator and their task; on the task's thread. */
final class TaskSide {
    @Nullable private final IntBinaryOperator host;
    private final Function<String[], Object> services;
    private final List<ByteBuffer> metrics = new ArrayList<>();
    @Nullable private ByteBuffer exchange;

    TaskSide(@Nullable IntBinaryOperator host, Function<String[], Object> services) {
        this.host = host;
        this.services = services;
    }

    void bind(ByteBuffer[] memory) {
        exchange = memory.length < 2 ? null : memory[memory.length - 2];
    }

    /** What functions are likely to read of the state in the next run. */
    ByteString prefetched() {
        int total = host == null ? 0 : host.applyAsInt(ProgramHandle.PREFETCH, 0);
        return total > 0 ? receive(total) : ByteString.EMPTY;
    }

    HostAnswer answer(HostCall call) {
        send(call.getPayload());
        int number = host.applyAsInt(call.getOperation(), call.getNumber());
        HostAnswer.Builder answer = HostAnswer.newBuilder().setNumber(number);
        if (call.getReceives() && number > 0) {
            answer.setPayload(receive(number));
        }
        return answer.build();
    }

    private void send(ByteString payload) {
        for (int at = 0; at < payload.size(); ) {
            int size = Math.min(payload.size() - at, exchange.capacity());
            payload.substring(at, at + size).copyTo(exchange.duplicate().clear());
            host.applyAsInt(ProgramHandle.SEND, size);
            at += size;
        }
    }

    private ByteString receive(int total) {
        byte[] bytes = new byte[total];
        for (int at = 0; at < total; ) {
            int size = host.applyAsInt(ProgramHandle.RECEIVE, 0);
            exchange.duplicate().clear().get(bytes, at, size);
            at += size;
        }
        return ByteString.copyFrom(bytes);
    }

    HostAnswer answer(ServiceCall call) {
        Object given = services.apply(call.getRequestList().toArray(String[]::new));
        HostAnswer.Builder answer = HostAnswer.newBuilder();
        if (given instanceof ByteBuffer metric) {
            metrics.add(metric);
            answer.setNumber(metric.capacity());
        } else if (given != null) {
            answer.setText((String) given);
        }
        return answer.build();
    }

    void writeMetrics(List<MemoryPart> parts) {
        WorkerProgram.write(parts, metrics.toArray(ByteBuffer[]::new));
    }
}

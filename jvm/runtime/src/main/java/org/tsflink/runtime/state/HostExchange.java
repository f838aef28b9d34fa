package org.tsflink.runtime.state;

import org.tsflink.runtime.engine.ProgramHandle;
import org.tsflink.runtime.program.SharedBuffer;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * What a program calls back for (packages/runtime/src/state/host-exchange.ts). Payloads go to and
 * fro in pieces of the shared memory; the answer to a question for bytes is their number, or -1.
 */
public final class HostExchange implements IntBinaryOperator {
    private static final int BYTES = 1 << 16;

    private final SharedBuffer memory;
    private final Operations operations;
    private byte[] received = new byte[0];
    private byte[] toSend = new byte[0];
    private int sent;

    /** The operations that a program may ask for. */
    public interface Operations {
        Answer answer(int operation, int number, byte[] payload);
    }

    private HostExchange(int bytes, Operations operations) {
        memory = new SharedBuffer(bytes);
        this.operations = operations;
    }

    /**
     * @param used whether anything is called back for
     */
    public static HostExchange of(boolean used, Operations operations) {
        return new HostExchange(used ? BYTES : Long.BYTES, operations);
    }

    public SharedBuffer memory() {
        return memory;
    }

    @Override
    public int applyAsInt(int operation, int number) {
        switch (operation) {
            case ProgramHandle.SEND -> {
                int before = received.length;
                received = Arrays.copyOf(received, before + number);
                memory.segment.get(0, received, before, number);
                return 0;
            }
            case ProgramHandle.RECEIVE -> {
                int size = Math.min(toSend.length - sent, memory.capacity());
                memory.segment.put(0, toSend, sent, size);
                sent += size;
                return size;
            }
            default -> {
                byte[] payload = received;
                received = new byte[0];
                return send(operations.answer(operation, number, payload));
            }
        }
    }

    private int send(Answer answer) {
        if (answer.bytes() == null) {
            return answer.number();
        }
        toSend = answer.bytes();
        sent = 0;
        return toSend.length;
    }
}

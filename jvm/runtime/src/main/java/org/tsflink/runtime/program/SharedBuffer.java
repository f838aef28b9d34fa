package org.tsflink.runtime.program;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.util.FlinkRuntimeException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Off-heap memory that Flink sees as segment and V8 as ArrayBuffer. */
public final class SharedBuffer {
    public final ByteBuffer bytes;
    public final MemorySegment segment;
    public final MemorySegment[] segments;

    public SharedBuffer(int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        bytes.position(capacity);
        segment = MemorySegmentFactory.wrapOffHeapMemory(bytes);
        segments = new MemorySegment[] {segment};
    }

    public int capacity() {
        return segment.size();
    }

    /** Memory for a row that this one is too small for. */
    public SharedBuffer larger() {
        if (capacity() > Integer.MAX_VALUE / 4) {
            throw new FlinkRuntimeException("A result row of a TypeScript function exceeds 1 GB");
        }
        return new SharedBuffer(capacity() * 4);
    }

    /** Memory with the same content, at least twice as large. */
    public SharedBuffer grown(int least) {
        if (capacity() > Integer.MAX_VALUE / 2) {
            throw new FlinkRuntimeException("The rows and the state of a batch exceed 1 GB");
        }
        SharedBuffer grown = new SharedBuffer(Math.max(least, capacity() * 2));
        segment.copyTo(0, grown.segment, 0, capacity());
        return grown;
    }

    /** Says how much of the memory, from its beginning, is filled anew for the next run. */
    public void filled(int size) {
        bytes.limit(size).position(0);
    }

    /** An int of the memory taken as array of ints. */
    public int getInt(int index) {
        return segment.getInt(index * Integer.BYTES);
    }

    public void putInt(int index, int value) {
        segment.putInt(index * Integer.BYTES, value);
    }

    static ByteBuffer[] bytesOf(SharedBuffer[] memory) {
        return Arrays.stream(memory).map(buffer -> buffer.bytes).toArray(ByteBuffer[]::new);
    }
}

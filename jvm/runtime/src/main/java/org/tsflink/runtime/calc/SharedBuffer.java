package org.tsflink.runtime.calc;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Off-heap memory that Flink sees as segment and V8 as ArrayBuffer. */
final class SharedBuffer {
    final ByteBuffer bytes;
    final MemorySegment segment;
    final MemorySegment[] segments;

    SharedBuffer(int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity).order(ByteOrder.LITTLE_ENDIAN);
        segment = MemorySegmentFactory.wrapOffHeapMemory(bytes);
        segments = new MemorySegment[] {segment};
    }

    int capacity() {
        return segment.size();
    }

    /** An int of the memory taken as array of ints. */
    int getInt(int index) {
        return segment.getInt(index * Integer.BYTES);
    }

    void putInt(int index, int value) {
        segment.putInt(index * Integer.BYTES, value);
    }
}

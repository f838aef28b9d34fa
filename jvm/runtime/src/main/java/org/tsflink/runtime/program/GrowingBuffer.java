package org.tsflink.runtime.program;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.table.data.binary.BinarySection;
import org.apache.flink.table.data.binary.BinarySegmentUtils;

/** What is gathered for a crossing, one piece behind the other; each begins at a multiple of 8. */
public final class GrowingBuffer {
    private SharedBuffer memory;
    private int position;

    public GrowingBuffer(int firstBytes) {
        memory = new SharedBuffer(firstBytes);
    }

    /** The memory, until more is gathered. */
    public SharedBuffer memory() {
        return memory;
    }

    /** Bytes gathered. */
    public int size() {
        return position;
    }

    /** Makes room for a piece; returns where it is. */
    public int reserve(int size) {
        int at = position;
        int end = Math.addExact(at, size + 7 & -8);
        if (end > memory.capacity()) {
            memory = memory.grown(end);
        }
        position = end;
        return at;
    }

    /** Adds a binary row; returns where it is. */
    public int put(BinarySection row) {
        int size = row.getSizeInBytes();
        int at = reserve(size);
        MemorySegment[] segments = row.getSegments();
        if (segments.length == 1) {
            segments[0].copyTo(row.getOffset(), memory.segment, at, size);
        } else {
            memory.segment.put(at, BinarySegmentUtils.copyToBytes(segments, row.getOffset(), size));
        }
        return at;
    }

    /** Adds the first bytes of an array; returns where they are. */
    public int put(byte[] bytes, int size) {
        int at = reserve(size);
        memory.segment.put(at, bytes, 0, size);
        return at;
    }

    /** Says to the next run what was gathered. */
    public void seal() {
        memory.filled(position);
    }

    public void clear() {
        position = 0;
    }
}

package org.tsflink.runtime.aggregate;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Binary rows in byte arrays. */
final class RowBytes {
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private RowBytes() {}

    static int getInt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    static MemorySegment wrap(byte[] bytes) {
        return MemorySegmentFactory.wrap(bytes);
    }

    static void copy(BinaryRowData row, byte[] to, int at) {
        MemorySegment[] segments = row.getSegments();
        if (segments.length == 1) {
            segments[0].get(row.getOffset(), to, at, row.getSizeInBytes());
        } else {
            byte[] bytes =
                    BinarySegmentUtils.copyToBytes(segments, row.getOffset(), row.getSizeInBytes());
            System.arraycopy(bytes, 0, to, at, bytes.length);
        }
    }
}

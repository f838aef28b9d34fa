package org.tsflink.runtime.batch;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.program.SharedBuffer;
import org.tsflink.runtime.types.TypeJson;

import java.util.Set;

/**
 * The rows that wait for a crossing, one behind the other as they are. Each row's offset carries,
 * in its lowest bit, whether an argument holds text that is not ASCII: what is ASCII is decoded
 * much faster.
 */
public final class InputBatch {
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int SMALL_ROW = 64;
    // Of a slot that holds the bytes themselves, without the byte that marks it so.
    private static final long NOT_ASCII_INLINE = 0x0080808080808080L;

    public final SharedBuffer offsets;
    private final int headerSize;
    private final int[] textFields;
    private final int[] nestedTextFields;
    private final int maxRows;
    private SharedBuffer rows;
    private int count;
    private int position;

    public InputBatch(RowType type, Set<Integer> argumentFields, int maxRows, int maxBytes) {
        headerSize = BinaryRowData.calculateBitSetWidthInBytes(type.getFieldCount());
        textFields =
                argumentFields.stream()
                        .filter(i -> TypeJson.isText(type.getTypeAt(i)))
                        .mapToInt(i -> i)
                        .toArray();
        nestedTextFields =
                argumentFields.stream()
                        .filter(i -> !TypeJson.isText(type.getTypeAt(i)))
                        .filter(i -> TypeJson.holdsText(type.getTypeAt(i)))
                        .mapToInt(i -> i)
                        .toArray();
        this.maxRows = maxRows;
        rows = new SharedBuffer(maxBytes);
        offsets = new SharedBuffer((maxRows + 1) * Integer.BYTES);
    }

    public SharedBuffer rows() {
        return rows;
    }

    public int count() {
        return count;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public boolean isFull() {
        return count == maxRows;
    }

    public boolean hasRoom(BinaryRowData row) {
        return row.getSizeInBytes() <= rows.capacity() - position;
    }

    /** Makes an empty batch large enough for a row. */
    public void growFor(BinaryRowData row) {
        rows =
                new SharedBuffer(
                        Math.toIntExact(Math.multiplyExact(row.getSizeInBytes(), 3L) / 2 & -8L));
    }

    /** Appends a row; there must be room. */
    public void add(BinaryRowData row, RowKind kind) {
        int size = row.getSizeInBytes();
        MemorySegment[] from = row.getSegments();
        MemorySegment to = rows.segment;
        if (from.length == 1) {
            copy(from[0], row.getOffset(), to, size);
        } else {
            to.put(position, BinarySegmentUtils.copyToBytes(from, row.getOffset(), size));
        }
        to.put(position, kind.toByteValue());
        offsets.putInt(count, isAscii(to, position) ? position : position | 1);
        position += (size + 7) & -8;
        count++;
    }

    /** Notes where the last row ends, before rows are read. */
    public void seal() {
        offsets.putInt(count, position);
        offsets.filled((count + 1) * Integer.BYTES);
        rows.filled(position);
    }

    private void copy(MemorySegment from, int offset, MemorySegment to, int size) {
        if (size > SMALL_ROW || (size & 7) != 0) {
            from.copyTo(offset, to, position, size);
            return;
        }
        // Cheaper than the general copy, which is made for large ones.
        for (int i = 0; i < size; i += 8) {
            to.putLong(position + i, from.getLong(offset + i));
        }
    }

    public void clear() {
        count = 0;
        position = 0;
    }

    /** Where row i begins. */
    public int begin(int row) {
        return offsets.getInt(row) & -8;
    }

    private boolean isAscii(MemorySegment segment, int row) {
        long bits = 0;
        for (int field : textFields) {
            long slot = segment.getLong(row + headerSize + field * 8);
            bits |= slot < 0 ? slot & NOT_ASCII_INLINE : variablePart(segment, row, slot);
        }
        for (int field : nestedTextFields) {
            bits |= variablePart(segment, row, segment.getLong(row + headerSize + field * 8));
        }
        return (bits & NOT_ASCII) == 0;
    }

    private static long variablePart(MemorySegment segment, int row, long slot) {
        long bits = 0;
        int from = row + (int) (slot >>> 32);
        int end = from + (int) slot;
        for (int at = from; at < end; at += 8) {
            bits |= segment.getLong(at);
        }
        return bits;
    }
}

package org.tsflink.runtime.aggregate;

import org.apache.flink.table.data.binary.BinaryRowData;

import javax.annotation.Nullable;

import java.util.Arrays;

/**
 * An accumulator as Flink keeps it: what V8 last made of it, and the rows that it has not seen
 * since. Both are bytes that stand for themselves: they can be written and read where there is no
 * V8.
 */
public final class Accumulator {
    /** Bytes before each row: its size, and 1 if it is to be retracted. */
    static final int ROW_HEADER = 8;

    private static final byte[] NONE = {};

    /** A row of the one field that is the accumulator; null if V8 has not made it yet. */
    @Nullable private byte[] state;

    private byte[] rows = NONE;
    private int rowCount;
    private int rowBytes;

    /** Who can bring {@link #state} up to date, and was the last to add a row. */
    @Nullable private AccumulatorOwner owner;

    private boolean valueKnown;
    private Object value;

    Accumulator() {}

    Accumulator(@Nullable byte[] state, byte[] rows, int rowCount) {
        this.state = state;
        this.rows = rows;
        this.rowCount = rowCount;
        rowBytes = rows.length;
    }

    @Nullable
    byte[] state() {
        return state;
    }

    byte[] rows() {
        return rows;
    }

    int rowCount() {
        return rowCount;
    }

    int rowBytes() {
        return rowBytes;
    }

    /** Appends a row that V8 is to see later. */
    void add(BinaryRowData row, boolean retract, AccumulatorOwner owner) {
        int size = row.getSizeInBytes();
        int end = rowBytes + ROW_HEADER + (size + 7 & -8);
        if (end > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(end, rows.length * 2));
        }
        RowBytes.putInt(rows, rowBytes, size);
        RowBytes.putInt(rows, rowBytes + 4, retract ? 1 : 0);
        RowBytes.copy(row, rows, rowBytes + ROW_HEADER);
        rowBytes = end;
        rowCount++;
        valueKnown = false;
        this.owner = owner;
    }

    /** Takes what V8 made of it. */
    void update(byte[] state) {
        this.state = state;
        rows = NONE;
        rowCount = 0;
        rowBytes = 0;
        valueKnown = false;
    }

    boolean isValueKnown() {
        return valueKnown;
    }

    @Nullable
    Object value() {
        return value;
    }

    /** Remembers the value, until it changes. */
    void setValue(@Nullable Object value) {
        this.value = value;
        valueKnown = true;
    }

    /** Lets V8 see the rows, if whoever can do that is of this thread. */
    void settle() {
        if (rowCount > 0 && owner != null && owner.isOfThisThread()) {
            owner.settle(this);
        }
    }

    Accumulator copy() {
        Accumulator copy = new Accumulator(state, Arrays.copyOf(rows, rowBytes), rowCount);
        copy.owner = owner;
        copy.valueKnown = valueKnown;
        copy.value = value;
        return copy;
    }
}

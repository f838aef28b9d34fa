package org.tsflink.runtime.aggregate;

import org.apache.flink.table.data.RowData;

import java.util.Arrays;

/** Where the rows of a batch lie in the input of a program, and their keys. */
final class BatchRows {
    private final int most;
    private RowData[] keys;
    private int[] offsets;
    private int[] sizes;
    private int count;

    /**
     * @param most as many rows make it full
     */
    BatchRows(int most) {
        this.most = most;
        int first = Math.min(most, 1024);
        keys = new RowData[first];
        offsets = new int[first];
        sizes = new int[first];
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count >= most;
    }

    void add(RowData key, int offset, int size) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        keys[count] = key;
        offsets[count] = offset;
        sizes[count++] = size;
    }

    void add(BatchRows rows, int row) {
        add(rows.keys[row], rows.offsets[row], rows.sizes[row]);
    }

    RowData key(int row) {
        return keys[row];
    }

    int offset(int row) {
        return offsets[row];
    }

    int size(int row) {
        return sizes[row];
    }

    void clear() {
        Arrays.fill(keys, 0, count, null);
        count = 0;
    }
}

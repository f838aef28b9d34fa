package org.tsflink.runtime.batch;

import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.types.RowKind;

/** Rows that wait for a crossing into V8, and what is computed of them there. */
public interface RowBatch extends AutoCloseable {
    boolean isEmpty();

    boolean isFull();

    boolean hasRoom(BinaryRowData row);

    /** Adds a row; if there is no room the batch must be empty, and is made larger. */
    void add(BinaryRowData row, RowKind kind);

    @Override
    void close();
}

package org.tsflink.gateway.cache;

import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the rows of a query to files. */
final class CacheWriter {

    private final RowFiles files;
    private final DataType type;
    private final RowDataSerializer serializer;
    private boolean insertOnly = true;

    CacheWriter(RowFiles files, DataType type) {
        this.files = files;
        this.type = type;
        this.serializer = new RowDataSerializer((RowType) type.getLogicalType());
    }

    void write(RowData row) throws IOException {
        BinaryRowData binary = serializer.toBinaryRow(row);
        binary.setRowKind(row.getRowKind());
        if (row.getRowKind() != RowKind.INSERT) {
            insertOnly = false;
        }
        int length = binary.getSizeInBytes();
        byte[] copy = new byte[4 + length];
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
        BinarySegmentUtils.copyToBytes(binary.getSegments(), binary.getOffset(), copy, 4, length);
        files.write(copy);
    }

    /** What was written. */
    CachedRows finish() throws IOException {
        files.close();
        return new CachedRows(files, type, insertOnly);
    }
}

package org.tsflink.runtime.state;

import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;

/** Payloads of calls back: each is a row. */
public final class PayloadRows {

    private PayloadRows() {}

    public static BinaryRowData row(byte[] payload, int arity) {
        BinaryRowData row = new BinaryRowData(arity);
        row.pointTo(MemorySegmentFactory.wrap(payload), 0, payload.length);
        return row;
    }

    public static byte[] payload(RowDataSerializer serializer, RowData row) {
        BinaryRowData binary = serializer.toBinaryRow(row);
        return BinarySegmentUtils.copyToBytes(
                binary.getSegments(), binary.getOffset(), binary.getSizeInBytes());
    }
}

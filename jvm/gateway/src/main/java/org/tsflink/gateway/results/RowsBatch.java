package org.tsflink.gateway.results;

import com.google.protobuf.ByteString;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.tsflink.proto.v1.FetchResultsResponse;
import org.tsflink.proto.v1.RowBatch;

/** Rows in Flink's binary row format, one after the other. */
final class RowsBatch implements Batch {

    private final RowDataSerializer serializer;
    private final ByteString.Output bytes = ByteString.newOutput(4096);
    private RowBatch.Builder message = RowBatch.newBuilder();

    RowsBatch(RowDataSerializer serializer) {
        this.serializer = serializer;
    }

    void add(RowData row) {
        BinaryRowData binary = serializer.toBinaryRow(row);
        binary.setRowKind(row.getRowKind());
        message.addOffsets(bytes.size());
        byte[] copy =
                BinarySegmentUtils.copyToBytes(
                        binary.getSegments(), binary.getOffset(), binary.getSizeInBytes());
        bytes.write(copy, 0, copy.length);
    }

    @Override
    public int size() {
        return bytes.size();
    }

    @Override
    public FetchResultsResponse take() {
        RowBatch rows = message.setRows(bytes.toByteString()).build();
        bytes.reset();
        message = RowBatch.newBuilder();
        return FetchResultsResponse.newBuilder().setRows(rows).build();
    }
}

package org.tsflink.gateway.values;

import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Bounded rows that travel inside the job graph: a cluster needs no classes but Flink's. */
final class ValuesTableSource implements ScanTableSource {

    private final RowType type;
    private final byte[] rows;

    ValuesTableSource(RowType type, byte[] rows) {
        this.type = type;
        this.rows = rows;
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }

    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        InternalTypeInfo<RowData> typeInfo = InternalTypeInfo.of(type);
        List<RowData> decoded = decode();
        return new DataStreamScanProvider() {
            @Override
            public DataStream<RowData> produceDataStream(
                    ProviderContext providerContext, StreamExecutionEnvironment environment) {
                return environment.fromData(decoded, typeInfo);
            }

            @Override
            public boolean isBounded() {
                return true;
            }
        };
    }

    private List<RowData> decode() {
        ByteBuffer buffer = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN);
        List<RowData> decoded = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] row = new byte[buffer.getInt()];
            buffer.get(row);
            BinaryRowData binary = new BinaryRowData(type.getFieldCount());
            binary.pointTo(MemorySegmentFactory.wrap(row), 0, row.length);
            decoded.add(binary);
        }
        return decoded;
    }

    @Override
    public DynamicTableSource copy() {
        return new ValuesTableSource(type, rows);
    }

    @Override
    public String asSummaryString() {
        return "tsflink-values";
    }
}

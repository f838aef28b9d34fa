package org.tsflink.runtime.cache;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;

import javax.annotation.Nullable;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Files of rows in Flink's binary format, each after its length (int32, little-endian). */
public final class CachedRowsFormat extends SimpleStreamFormat<RowData> {

    private static final long serialVersionUID = 1L;

    private final RowType type;

    public CachedRowsFormat(RowType type) {
        this.type = type;
    }

    @Override
    public Reader<RowData> createReader(Configuration config, FSDataInputStream stream) {
        return new RowsReader(new DataInputStream(stream), type.getFieldCount());
    }

    @Override
    public TypeInformation<RowData> getProducedType() {
        return InternalTypeInfo.of(type);
    }

    private record RowsReader(DataInputStream stream, int arity) implements Reader<RowData> {

        @Override
        @Nullable
        public RowData read() throws IOException {
            int length;
            try {
                length = Integer.reverseBytes(stream.readInt());
            } catch (EOFException e) {
                return null;
            }
            byte[] bytes = new byte[length];
            stream.readFully(bytes);
            BinaryRowData row = new BinaryRowData(arity);
            row.pointTo(MemorySegmentFactory.wrap(bytes), 0, length);
            return row;
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}

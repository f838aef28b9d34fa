package org.tsflink.gateway.cache;

import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** Writes rows to files, as they come: nothing is held. */
final class CacheWriter implements AutoCloseable {

    private static final long FILE_BYTES = 32L * 1024 * 1024;

    private final Path directory;
    private final DataType type;
    private final long limit;
    private final boolean ordered;
    private final RowDataSerializer serializer;
    private DataOutputStream file;
    private long fileBytes;
    private long bytes;
    private int files;
    private boolean insertOnly = true;

    /**
     * @param limit bytes that may be written
     * @param ordered whether the rows are changes, whose order counts: they go to one file, where
     *     others go to several that are read in parallel
     */
    CacheWriter(Path directory, DataType type, long limit, boolean ordered) throws IOException {
        this.ordered = ordered;
        this.directory = directory;
        this.type = type;
        this.limit = limit;
        this.serializer = new RowDataSerializer((RowType) type.getLogicalType());
        FileSystem.get(directory.toUri()).mkdirs(directory);
    }

    void write(RowData row) throws IOException {
        BinaryRowData binary = serializer.toBinaryRow(row);
        binary.setRowKind(row.getRowKind());
        if (row.getRowKind() != RowKind.INSERT) {
            insertOnly = false;
        }
        byte[] copy =
                BinarySegmentUtils.copyToBytes(
                        binary.getSegments(), binary.getOffset(), binary.getSizeInBytes());
        bytes += 4 + copy.length;
        if (bytes > limit) {
            throw new GatewayException(
                    ErrorCode.CACHE_TOO_LARGE,
                    "The cached tables of this environment are larger than %d bytes."
                            .formatted(limit),
                    "Cache less, invalidate() what is not needed any more, or raise '%s'."
                            .formatted(CacheOptions.MAX_SIZE.key()));
        }
        if (file == null || (!ordered && fileBytes > FILE_BYTES)) {
            next();
        }
        file.writeInt(copy.length);
        file.write(copy);
        fileBytes += copy.length;
    }

    /** What was written. */
    CachedRows finish() throws IOException {
        close();
        return new CachedRows(directory, type, insertOnly, bytes);
    }

    private void next() throws IOException {
        close();
        Path path = new Path(directory, "rows-" + files++);
        FileSystem system = FileSystem.get(path.toUri());
        file =
                new DataOutputStream(
                        new BufferedOutputStream(
                                system.create(path, FileSystem.WriteMode.NO_OVERWRITE), 1 << 16));
        fileBytes = 0;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}

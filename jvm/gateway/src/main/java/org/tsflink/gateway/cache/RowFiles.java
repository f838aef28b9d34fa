package org.tsflink.gateway.cache;

import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Rows in files of a directory of their own, written as they come: nothing is held. */
final class RowFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RowFiles.class);
    private static final long FILE_BYTES = 32L * 1024 * 1024;

    private final Path directory;
    private final AtomicLong used;
    private final long limit;
    private final boolean ordered;
    private OutputStream file;
    private long fileBytes;
    private long bytes;
    private int files;

    /**
     * @param used bytes that the session has on disk
     * @param limit bytes that it may have
     * @param ordered whether the order of the rows counts: they go to one file, where others go to
     *     several that are read in parallel
     */
    RowFiles(Path directory, AtomicLong used, long limit, boolean ordered) throws IOException {
        this.directory = directory;
        this.used = used;
        this.limit = limit;
        this.ordered = ordered;
        FileSystem.get(directory.toUri()).mkdirs(directory);
    }

    Path directory() {
        return directory;
    }

    /** Writes whole rows, each after its length (int32, little-endian). */
    void write(byte[] rows) throws IOException {
        bytes += rows.length;
        if (used.addAndGet(rows.length) > limit) {
            throw new GatewayException(
                    ErrorCode.CACHE_TOO_LARGE,
                    "The rows that this environment keeps, of cached tables and of fromValues,"
                            + " are larger than %d bytes.".formatted(limit),
                    "Keep less, invalidate() what is not needed any more, or raise '%s'."
                            .formatted(CacheOptions.MAX_SIZE.key()));
        }
        if (file == null || (!ordered && fileBytes > FILE_BYTES)) {
            next();
        }
        file.write(rows);
        fileBytes += rows.length;
    }

    private void next() throws IOException {
        close();
        Path path = new Path(directory, "rows-" + files++);
        file =
                new BufferedOutputStream(
                        FileSystem.get(path.toUri())
                                .create(path, FileSystem.WriteMode.NO_OVERWRITE),
                        1 << 16);
        fileBytes = 0;
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    /** Removes the files. */
    void delete() {
        used.addAndGet(-bytes);
        bytes = 0;
        try {
            close();
            FileSystem.get(directory.toUri()).delete(directory, true);
        } catch (IOException e) {
            LOG.warn("The rows in {} could not be removed", directory, e);
        }
    }
}

package org.tsflink.gateway.cache;

import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.types.DataType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** The rows of a cached table: files in a directory of their own. */
record CachedRows(Path directory, DataType type, boolean insertOnly, long bytes) {

    private static final Logger LOG = LoggerFactory.getLogger(CachedRows.class);

    /** Removes the files. */
    void delete() {
        delete(directory);
    }

    static void delete(Path directory) {
        try {
            FileSystem.get(directory.toUri()).delete(directory, true);
        } catch (IOException e) {
            LOG.warn("The cache {} could not be removed", directory, e);
        }
    }
}

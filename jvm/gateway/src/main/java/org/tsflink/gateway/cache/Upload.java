package org.tsflink.gateway.cache;

import org.apache.flink.core.fs.Path;
import org.apache.flink.table.api.TableConfig;

import javax.annotation.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Rows that a client sends: few travel with the job, more go to files that the job reads. */
public final class Upload {

    private static final int IN_JOB_BYTES = 8 * 1024 * 1024;
    // Where there are no files that the cluster could read.
    private static final int MAX_IN_JOB_BYTES = 64 * 1024 * 1024;

    private final RowStore store;
    private final TableConfig configuration;
    private final int inJobBytes;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    @Nullable private RowFiles files;

    Upload(RowStore store, TableConfig configuration) {
        this.store = store;
        this.configuration = configuration;
        this.inJobBytes = RowStore.reachable(configuration) ? IN_JOB_BYTES : MAX_IN_JOB_BYTES;
    }

    /** Takes whole rows, each after its length. */
    public void write(byte[] rows) {
        try {
            if (files != null) {
                files.write(rows);
            } else if (memory.size() + rows.length <= inJobBytes) {
                memory.write(rows);
            } else {
                files = store.create(configuration, false);
                files.write(memory.toByteArray());
                memory = new ByteArrayOutputStream();
                files.write(rows);
            }
        } catch (IOException e) {
            throw RowStore.failed(e);
        }
    }

    /** All rows have come. */
    public void finish() {
        if (files != null) {
            try {
                files.close();
            } catch (IOException e) {
                throw RowStore.failed(e);
            }
        }
    }

    /** The rows, where they are in no files. */
    byte[] inMemory() {
        return memory.toByteArray();
    }

    /** Where the rows are, if in files. */
    @Nullable
    Path directory() {
        return files == null ? null : files.directory();
    }

    /** Frees the rows. */
    public void delete() {
        if (files != null) {
            files.delete();
        }
    }
}

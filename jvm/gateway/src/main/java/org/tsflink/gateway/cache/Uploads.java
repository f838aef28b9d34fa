package org.tsflink.gateway.cache;

import org.apache.flink.core.fs.Path;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.DataType;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.values.ValuesTableFactory;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rows that a session's client has sent, kept until the session ends. */
public final class Uploads implements AutoCloseable {

    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
    private final RowStore store;
    private volatile boolean closed;

    public Uploads(RowStore store) {
        this.store = store;
    }

    /** Rows that begin to come. */
    public Upload begin(TableConfig configuration) {
        return new Upload(store, configuration);
    }

    /** Keeps rows that have come. */
    public void put(String id, Upload upload) {
        uploads.put(id, upload);
        if (closed) {
            close();
        }
    }

    /** The table of rows that have come. */
    public Table scan(TableEnvironment environment, String id, DataType type) {
        Upload upload = uploads.get(id);
        if (upload == null) {
            throw new GatewayException(
                    ErrorCode.PLAN_INVALID,
                    "The rows '%s' of a plan were not sent.".formatted(id),
                    "Send them with PutRows before the first plan that uses them.");
        }
        Path directory = upload.directory();
        return directory == null
                ? ValuesTableFactory.scan(environment, type, upload.inMemory())
                : CachedTableFactory.scan(environment, type, directory, true);
    }

    @Override
    public void close() {
        closed = true;
        for (String id : List.copyOf(uploads.keySet())) {
            Upload upload = uploads.remove(id);
            if (upload != null) {
                upload.delete();
            }
        }
    }
}

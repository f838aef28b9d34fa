package org.tsflink.gateway.cache;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.transformations.WithBoundedness;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.operations.CollectModifyOperation;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.apache.flink.util.CloseableIterator;
import org.tsflink.gateway.cluster.RemoteTarget;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cached tables of a session: computed when they are first used, kept until it ends. */
public final class Caches implements AutoCloseable {

    private final Map<String, CachedRows> tables = new ConcurrentHashMap<>();
    private final RowStore store;
    private volatile boolean closed;

    public Caches(RowStore store) {
        this.store = store;
    }

    /** Whether a table was computed. */
    public boolean has(String id) {
        return tables.containsKey(id);
    }

    /** A table as it was when it was computed; it is computed now if it was not. */
    public Table scan(TableEnvironmentInternal environment, String id, Table query) {
        CachedRows rows = tables.get(id);
        if (rows == null) {
            rows = compute(environment, query);
            tables.put(id, rows);
            if (closed) {
                invalidate(id);
            }
        }
        return CachedTableFactory.scan(
                environment, rows.type(), rows.files().directory(), rows.insertOnly());
    }

    /** Frees a table; it is computed again when it is used again. */
    public void invalidate(String id) {
        CachedRows rows = tables.remove(id);
        if (rows != null) {
            rows.files().delete();
        }
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(tables.keySet()).forEach(this::invalidate);
    }

    private CachedRows compute(TableEnvironmentInternal environment, Table query) {
        refuseUnbounded(environment, query);
        DataType type =
                DataTypeUtils.removeTimeAttribute(
                        query.getResolvedSchema().toPhysicalRowDataType());
        boolean changes =
                environment.getConfig().get(ExecutionOptions.RUNTIME_MODE)
                        != RuntimeExecutionMode.BATCH;
        RowFiles files = null;
        try (var ignored = RemoteTarget.shipJars(environment.getConfig())) {
            files = store.create(environment.getConfig(), changes);
            CacheWriter writer = new CacheWriter(files, type);
            try (CloseableIterator<RowData> rows =
                    ((TableResultInternal) query.execute()).collectInternal()) {
                while (rows.hasNext()) {
                    writer.write(rows.next());
                }
            }
            return writer.finish();
        } catch (Exception e) {
            if (files != null) {
                files.delete();
            }
            throw e instanceof RuntimeException failure
                    ? failure
                    : RowStore.failed(e instanceof IOException io ? io : new IOException(e));
        }
    }

    /** Rows that never end cannot be kept. */
    private static void refuseUnbounded(TableEnvironmentInternal environment, Table query) {
        List<Transformation<?>> roots =
                ((TableEnvironmentImpl) environment)
                        .getPlanner()
                        .translate(List.of(new CollectModifyOperation(query.getQueryOperation())));
        for (Transformation<?> root : roots) {
            for (Transformation<?> part : root.getTransitivePredecessors()) {
                if (part instanceof WithBoundedness source
                        && source.getBoundedness() == Boundedness.CONTINUOUS_UNBOUNDED) {
                    throw new GatewayException(
                            ErrorCode.VALIDATION_ERROR,
                            "A table cannot be cached that never ends: '%s' is unbounded."
                                    .formatted(part.getName()),
                            "Cache a table of bounded sources.");
                }
            }
        }
    }
}

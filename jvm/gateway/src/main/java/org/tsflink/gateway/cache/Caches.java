package org.tsflink.gateway.cache;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.transformations.WithBoundedness;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
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

import java.nio.file.Paths;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The cached tables of a session: computed when they are first used, kept until it ends. */
public final class Caches implements AutoCloseable {

    private final Map<String, CachedRows> tables = new ConcurrentHashMap<>();
    private volatile boolean closed;

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
        return environment.from(
                TableDescriptor.forConnector(CachedTableFactory.IDENTIFIER)
                        .schema(Schema.newBuilder().fromRowDataType(rows.type()).build())
                        .option(CachedTableFactory.DIRECTORY, rows.directory().toString())
                        .option(CachedTableFactory.INSERT_ONLY, rows.insertOnly())
                        .build());
    }

    /** Frees a table; it is computed again when it is used again. */
    public void invalidate(String id) {
        CachedRows rows = tables.remove(id);
        if (rows != null) {
            rows.delete();
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
        Path directory = directory(environment);
        long used = tables.values().stream().mapToLong(CachedRows::bytes).sum();
        long limit = environment.getConfig().get(CacheOptions.MAX_SIZE).getBytes() - used;
        boolean changes =
                environment.getConfig().get(ExecutionOptions.RUNTIME_MODE)
                        != RuntimeExecutionMode.BATCH;
        try (var ignored = RemoteTarget.shipJars(environment.getConfig());
                CacheWriter writer = new CacheWriter(directory, type, limit, changes);
                CloseableIterator<RowData> rows =
                        ((TableResultInternal) query.execute()).collectInternal()) {
            while (rows.hasNext()) {
                writer.write(rows.next());
            }
            return writer.finish();
        } catch (RuntimeException e) {
            CachedRows.delete(directory);
            throw e;
        } catch (Exception e) {
            CachedRows.delete(directory);
            throw new GatewayException(
                    ErrorCode.CACHE_FAILED,
                    "The rows of a cached table could not be kept in %s: %s"
                            .formatted(directory, e.getMessage()),
                    "Set '%s' to a directory with room.".formatted(CacheOptions.DIRECTORY.key()));
        }
    }

    private static Path directory(TableEnvironmentInternal environment) {
        var configured = environment.getConfig().getOptional(CacheOptions.DIRECTORY);
        if (configured.isEmpty() && RemoteTarget.isRemote(environment.getConfig())) {
            throw new GatewayException(
                    ErrorCode.CONFIGURATION_INVALID,
                    "A cached table needs a directory that both the gateway and the cluster reach.",
                    "Set '%s', as in 's3://bucket/cache' or 'file:///shared'."
                            .formatted(CacheOptions.DIRECTORY.key()));
        }
        String parent =
                configured.orElseGet(
                        () -> Paths.get(System.getProperty("java.io.tmpdir")).toUri().toString());
        return new Path(parent, "tsflink-cache-" + UUID.randomUUID());
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

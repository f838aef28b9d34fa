package org.tsflink.gateway.cache;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.apache.flink.util.CloseableIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.LocatedException;
import org.tsflink.gateway.jobs.Jobs;
import org.tsflink.gateway.jobs.TrackedJob;
import org.tsflink.proto.v1.SourcePosition;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The job of a cached table, whose rows a thread of its own writes to files. */
final class Computation {

    private static final Logger LOG = LoggerFactory.getLogger(Computation.class);

    private final CompletableFuture<CachedRows> end = new CompletableFuture<>();
    private final TrackedJob job;
    private final SourcePosition source;

    private Computation(TrackedJob job, SourcePosition source) {
        this.job = job;
        this.source = source;
    }

    /** Submits the job. To be called on the session's thread. */
    static Computation begin(
            TableEnvironmentInternal environment,
            Table query,
            SourcePosition source,
            RowStore store,
            Jobs jobs) {
        TableConfig configuration = environment.getConfig();
        DataType type =
                DataTypeUtils.removeTimeAttribute(
                        query.getResolvedSchema().toPhysicalRowDataType());
        boolean changes =
                configuration.get(ExecutionOptions.RUNTIME_MODE) != RuntimeExecutionMode.BATCH;
        RowFiles files = store.create(configuration, changes);
        try {
            TableResultInternal result = (TableResultInternal) query.execute();
            TrackedJob job = jobs.track(result.getJobClient().orElseThrow(), configuration, true);
            Computation computation = new Computation(job, source);
            computation.limit(configuration.get(CacheOptions.TIMEOUT));
            computation.read(result, new CacheWriter(files, type), files);
            return computation;
        } catch (RuntimeException e) {
            files.delete();
            throw e;
        }
    }

    /** What was computed, if it was. */
    Optional<CachedRows> rows() {
        return end.isDone() && !end.isCompletedExceptionally()
                ? Optional.of(end.join())
                : Optional.empty();
    }

    /** Completes with what was computed, or fails as the job did. */
    CompletableFuture<CachedRows> end() {
        return end;
    }

    /** Removes what was computed, or ends the job. */
    void free() {
        if (end.cancel(false)) {
            cancelJob();
        } else {
            rows().ifPresent(rows -> rows.files().delete());
        }
    }

    private void limit(Duration timeout) {
        CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .execute(
                        () -> {
                            if (fail(
                                    new GatewayException(
                                            ErrorCode.TIMEOUT,
                                            "A cached table was not computed within %s s."
                                                    .formatted(timeout.toMillis() / 1000.0),
                                            "Raise '%s'.".formatted(CacheOptions.TIMEOUT.key())))) {
                                cancelJob();
                            }
                        });
    }

    private void read(TableResultInternal result, CacheWriter writer, RowFiles files) {
        Thread reader =
                new Thread(
                        () -> {
                            try (CloseableIterator<RowData> rows = result.collectInternal()) {
                                while (rows.hasNext()) {
                                    writer.write(rows.next());
                                }
                                if (!end.complete(writer.finish())) {
                                    files.delete();
                                }
                            } catch (Throwable e) {
                                files.delete();
                                fail(
                                        e instanceof RuntimeException failure
                                                ? failure
                                                : RowStore.failed(
                                                        e instanceof IOException io
                                                                ? io
                                                                : new IOException(e)));
                            }
                        },
                        "tsflink-cache-" + files.directory().getName());
        reader.setDaemon(true);
        reader.setContextClassLoader(Computation.class.getClassLoader());
        reader.start();
    }

    private boolean fail(RuntimeException failure) {
        return end.completeExceptionally(LocatedException.at(source, failure));
    }

    private void cancelJob() {
        job.cancel().whenComplete((done, failure) -> LOG.debug("Cancelled a cache", failure));
    }
}

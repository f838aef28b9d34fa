package org.tsflink.gateway.session;

import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.tsflink.gateway.cache.Caches;
import org.tsflink.gateway.cache.RowStore;
import org.tsflink.gateway.cache.Uploads;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.jobs.Jobs;
import org.tsflink.gateway.plan.Artifacts;
import org.tsflink.gateway.plan.JobFiles;
import org.tsflink.gateway.results.Result;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A client's TableEnvironment, with the results that it has not read yet. */
public final class Session implements AutoCloseable {

    private final String id;
    private final SessionThread thread;
    private final JobFiles files = new JobFiles();
    private final Artifacts artifacts = new Artifacts(files);
    private final RowStore store = new RowStore();
    private final Caches caches;
    private final Uploads uploads = new Uploads(store);
    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private volatile TableEnvironmentInternal environment;
    private volatile SessionOptions options;
    private volatile boolean closed;

    Session(String id, Jobs jobs) {
        this.id = id;
        this.caches = new Caches(store, jobs);
        this.thread = new SessionThread("tsflink-session-" + id.substring(0, 8));
    }

    void start(TableEnvironmentInternal tableEnvironment) {
        environment = tableEnvironment;
        options = new SessionOptions(tableEnvironment);
    }

    public String id() {
        return id;
    }

    public TableEnvironmentInternal environment() {
        return environment;
    }

    public SessionOptions options() {
        return options;
    }

    public Artifacts artifacts() {
        return artifacts;
    }

    public JobFiles files() {
        return files;
    }

    public Caches caches() {
        return caches;
    }

    public Uploads uploads() {
        return uploads;
    }

    /** Runs work on the session's thread, after what was asked before. */
    public void run(Runnable work) {
        if (closed) {
            throw Sessions.notFound(id);
        }
        thread.execute(work);
    }

    /**
     * Keeps a result until it is read.
     *
     * @param query whether its job runs for it only
     * @param cancel cancels that job
     */
    public String keep(
            TableResultInternal tableResult,
            boolean query,
            Supplier<CompletableFuture<Void>> cancel) {
        String resultId = UUID.randomUUID().toString();
        Result result =
                new Result(
                        tableResult,
                        query,
                        cancel,
                        environment.getConfig().get(Result.UNREAD_TIMEOUT));
        results.put(resultId, result);
        if (closed) {
            drop(resultId);
        }
        return resultId;
    }

    /** A result that was kept. */
    public Result result(String resultId) {
        Result result = results.get(resultId);
        if (result == null) {
            throw new GatewayException(
                    ErrorCode.RESULT_NOT_FOUND,
                    "The session has no result '" + resultId + "'.",
                    "Results can be read once, while their session is open.");
        }
        return result;
    }

    /** Ends a result, and its query if it still runs. */
    public void drop(String resultId) {
        Result result = results.get(resultId);
        if (result != null) {
            result.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.end();
        results.values().forEach(Result::close);
        results.clear();
        caches.close();
        files.close();
        uploads.close();
    }
}

package org.tsflink.gateway.server;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.tsflink.gateway.cluster.EmbeddedCluster;
import org.tsflink.gateway.errors.ErrorMapper;
import org.tsflink.gateway.jar.FunctionJar;
import org.tsflink.gateway.jar.Pieces;
import org.tsflink.gateway.jobs.Jobs;
import org.tsflink.gateway.jobs.Savepoints;
import org.tsflink.gateway.jobs.TrackedJob;
import org.tsflink.gateway.results.Result;
import org.tsflink.gateway.results.ResultStreamer;
import org.tsflink.gateway.session.Session;
import org.tsflink.gateway.session.Sessions;
import org.tsflink.gateway.session.Statements;
import org.tsflink.gateway.types.ProtoSchemas;
import org.tsflink.proto.v1.AwaitCacheRequest;
import org.tsflink.proto.v1.AwaitCacheResponse;
import org.tsflink.proto.v1.AwaitJobRequest;
import org.tsflink.proto.v1.AwaitJobResponse;
import org.tsflink.proto.v1.BuildFunctionJarRequest;
import org.tsflink.proto.v1.BuildFunctionJarResponse;
import org.tsflink.proto.v1.CancelJobRequest;
import org.tsflink.proto.v1.CancelJobResponse;
import org.tsflink.proto.v1.CompilePlanRequest;
import org.tsflink.proto.v1.CompilePlanResponse;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.ExecuteResponse;
import org.tsflink.proto.v1.ExplainRequest;
import org.tsflink.proto.v1.ExplainResponse;
import org.tsflink.proto.v1.FetchResultsRequest;
import org.tsflink.proto.v1.FetchResultsResponse;
import org.tsflink.proto.v1.GatewayServiceGrpc;
import org.tsflink.proto.v1.GetConfigurationRequest;
import org.tsflink.proto.v1.GetConfigurationResponse;
import org.tsflink.proto.v1.GetJobStatusRequest;
import org.tsflink.proto.v1.GetJobStatusResponse;
import org.tsflink.proto.v1.OpenSessionRequest;
import org.tsflink.proto.v1.OpenSessionResponse;
import org.tsflink.proto.v1.OperateRequest;
import org.tsflink.proto.v1.OperateResponse;
import org.tsflink.proto.v1.PutArtifactRequest;
import org.tsflink.proto.v1.PutArtifactResponse;
import org.tsflink.proto.v1.PutRowsRequest;
import org.tsflink.proto.v1.PutRowsResponse;
import org.tsflink.proto.v1.ResolveSchemaRequest;
import org.tsflink.proto.v1.ResolveSchemaResponse;
import org.tsflink.proto.v1.ResultKind;
import org.tsflink.proto.v1.TriggerSavepointRequest;
import org.tsflink.proto.v1.TriggerSavepointResponse;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** The gateway's calls: each goes to its session, and its answer or failure back to the client. */
final class GatewayService extends GatewayServiceGrpc.GatewayServiceImplBase {

    private final Sessions sessions;
    private final Jobs jobs;
    private final ResultStreamer streamer;
    private final EmbeddedCluster cluster;

    GatewayService(Sessions sessions, Jobs jobs, ResultStreamer streamer, EmbeddedCluster cluster) {
        this.sessions = sessions;
        this.jobs = jobs;
        this.streamer = streamer;
        this.cluster = cluster;
    }

    @Override
    public void openSession(
            OpenSessionRequest request, StreamObserver<OpenSessionResponse> observer) {
        var call = (ServerCallStreamObserver<OpenSessionResponse>) observer;
        CompletableFuture<Session> opening = new CompletableFuture<>();
        // The stream is the session's life: it stays open until the client ends it or is gone.
        call.setOnCancelHandler(() -> opening.thenAccept(sessions::close));
        opening.complete(
                sessions.open(
                        request,
                        session -> call.onNext(opened(session)),
                        failure -> call.onError(ErrorMapper.toStatus(failure))));
    }

    private OpenSessionResponse opened(Session session) {
        return OpenSessionResponse.newBuilder()
                .setSessionId(session.id())
                .setWebUrl(cluster.webUrl().orElse(""))
                .setFlinkVersion(EnvironmentInformation.getVersion())
                .build();
    }

    @Override
    public void putArtifact(
            PutArtifactRequest request, StreamObserver<PutArtifactResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    session.artifacts().put(request.getArtifact());
                    return PutArtifactResponse.getDefaultInstance();
                });
    }

    @Override
    public StreamObserver<PutRowsRequest> putRows(StreamObserver<PutRowsResponse> observer) {
        return new RowsReceiver(sessions, observer);
    }

    @Override
    public void execute(ExecuteRequest request, StreamObserver<ExecuteResponse> observer) {
        var call = (ServerCallStreamObserver<ExecuteResponse>) observer;
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements statements = Statements.after(request.getCommandsList(), session);
                    Optional<String> pending = statements.pendingCache(request);
                    if (pending.isPresent()) {
                        return ExecuteResponse.newBuilder().setPendingCache(pending.get()).build();
                    }
                    Statements.Outcome outcome = statements.execute(request);
                    ExecuteResponse response = executed(session, outcome);
                    if (call.isCancelled()) {
                        session.drop(response.getResultId());
                    }
                    return response;
                });
    }

    private ExecuteResponse executed(Session session, Statements.Outcome outcome) {
        TableResultInternal result = outcome.result();
        TableConfig configuration = session.environment().getConfig();
        Optional<TrackedJob> job =
                result.getJobClient()
                        .map(client -> jobs.track(client, configuration, outcome.query()));
        ExecuteResponse.Builder response =
                ExecuteResponse.newBuilder()
                        .setResultId(
                                session.keep(
                                        result,
                                        outcome.query(),
                                        () ->
                                                job.map(TrackedJob::cancel)
                                                        .orElse(
                                                                CompletableFuture.completedFuture(
                                                                        null))))
                        .setQuery(outcome.query())
                        .setResultKind(
                                result.getResultKind()
                                                == org.apache.flink.table.api.ResultKind.SUCCESS
                                        ? ResultKind.RESULT_KIND_SUCCESS
                                        : ResultKind.RESULT_KIND_SUCCESS_WITH_CONTENT)
                        .setSchema(ProtoSchemas.toProto(result.getResolvedSchema()));
        result.getJobClient()
                .ifPresent(
                        client ->
                                response.setJobId(client.getJobID().toHexString())
                                        .setWebUrl(jobs.webUrl(configuration)));
        return response.build();
    }

    @Override
    public void fetchResults(
            FetchResultsRequest request, StreamObserver<FetchResultsResponse> observer) {
        try {
            Session session = sessions.get(request.getSessionId());
            Result result = session.result(request.getResultId());
            streamer.stream(
                    result,
                    request.getFormat(),
                    (ServerCallStreamObserver<FetchResultsResponse>) observer,
                    () -> session.drop(request.getResultId()));
        } catch (RuntimeException e) {
            observer.onError(ErrorMapper.toStatus(e));
        }
    }

    @Override
    public void explain(ExplainRequest request, StreamObserver<ExplainResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements statements = Statements.after(request.getCommandsList(), session);
                    return ExplainResponse.newBuilder()
                            .setText(statements.explain(request))
                            .build();
                });
    }

    @Override
    public void compilePlan(
            CompilePlanRequest request, StreamObserver<CompilePlanResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements statements = Statements.after(request.getCommandsList(), session);
                    return statements
                            .pendingCache(request)
                            .map(id -> CompilePlanResponse.newBuilder().setPendingCache(id).build())
                            .orElseGet(() -> statements.compile(request));
                });
    }

    @Override
    public void resolveSchema(
            ResolveSchemaRequest request, StreamObserver<ResolveSchemaResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements statements = Statements.after(request.getCommandsList(), session);
                    var schema = statements.table(request.getPlan()).getResolvedSchema();
                    return ResolveSchemaResponse.newBuilder()
                            .setSchema(ProtoSchemas.toProto(schema))
                            .setSummary(schema.toString())
                            .build();
                });
    }

    @Override
    public void operate(OperateRequest request, StreamObserver<OperateResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements statements = Statements.after(request.getCommandsList(), session);
                    return OperateResponse.newBuilder()
                            .setResult(statements.operate(request))
                            .build();
                });
    }

    @Override
    public void getConfiguration(
            GetConfigurationRequest request, StreamObserver<GetConfigurationResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements statements = Statements.after(request.getCommandsList(), session);
                    return GetConfigurationResponse.newBuilder()
                            .putAllValues(statements.configuration(request.getKey()))
                            .build();
                });
    }

    @Override
    public void getJobStatus(
            GetJobStatusRequest request, StreamObserver<GetJobStatusResponse> observer) {
        answer(
                observer,
                () -> jobs.get(request.getJobId()).status(),
                status -> GetJobStatusResponse.newBuilder().setStatus(status.name()).build());
    }

    @Override
    public void cancelJob(CancelJobRequest request, StreamObserver<CancelJobResponse> observer) {
        answer(
                observer,
                () -> jobs.get(request.getJobId()).cancel(),
                done -> CancelJobResponse.getDefaultInstance());
    }

    @Override
    public void triggerSavepoint(
            TriggerSavepointRequest request, StreamObserver<TriggerSavepointResponse> observer) {
        answer(
                observer,
                () -> Savepoints.trigger(request, jobs),
                path -> TriggerSavepointResponse.newBuilder().setPath(path).build());
    }

    @Override
    public void awaitJob(AwaitJobRequest request, StreamObserver<AwaitJobResponse> observer) {
        answer(
                observer,
                () -> jobs.get(request.getJobId()).await(request.getTimeoutMillis()),
                status ->
                        AwaitJobResponse.newBuilder()
                                .setStatus(status.name())
                                .setNetRuntimeMillis(
                                        jobs.get(request.getJobId()).netRuntimeMillis())
                                .build());
    }

    @Override
    public void awaitCache(AwaitCacheRequest request, StreamObserver<AwaitCacheResponse> observer) {
        answer(
                observer,
                () -> sessions.get(request.getSessionId()).caches().computed(request.getId()),
                done -> AwaitCacheResponse.getDefaultInstance());
    }

    @Override
    public void buildFunctionJar(
            BuildFunctionJarRequest request, StreamObserver<BuildFunctionJarResponse> observer) {
        inSession(
                request.getSessionId(),
                observer,
                session -> {
                    Statements.after(request.getCommandsList(), session);
                    new FunctionJar(session).write(request, Pieces.to(observer));
                    return BuildFunctionJarResponse.getDefaultInstance();
                });
    }

    /** Answers with what work on the session's thread gives. */
    private <R> void inSession(
            String sessionId, StreamObserver<R> observer, Function<Session, R> work) {
        ignoreCancellation(observer);
        try {
            Session session = sessions.get(sessionId);
            session.run(
                    () -> {
                        R response;
                        try {
                            response = work.apply(session);
                        } catch (Throwable e) {
                            observer.onError(ErrorMapper.toStatus(e, session.environment(), jobs));
                            return;
                        }
                        observer.onNext(response);
                        observer.onCompleted();
                    });
        } catch (RuntimeException e) {
            observer.onError(ErrorMapper.toStatus(e));
        }
    }

    /** Answers when a job does, without holding a thread. */
    private <V, R> void answer(
            StreamObserver<R> observer,
            Supplier<CompletableFuture<V>> work,
            Function<V, R> toResponse) {
        ignoreCancellation(observer);
        CompletableFuture<V> future;
        try {
            future = work.get();
        } catch (RuntimeException e) {
            observer.onError(ErrorMapper.toStatus(e));
            return;
        }
        // Not on Flink's threads: to tell of a failure takes questions to its cluster.
        future.whenCompleteAsync(
                (value, failure) -> {
                    if (failure != null) {
                        observer.onError(ErrorMapper.toStatus(failure, jobs));
                        return;
                    }
                    observer.onNext(toResponse.apply(value));
                    observer.onCompleted();
                });
    }

    /** Without a handler, an answer to a client that has gone would throw. */
    private static void ignoreCancellation(StreamObserver<?> observer) {
        ((ServerCallStreamObserver<?>) observer).setOnCancelHandler(() -> {});
    }
}

package org.tsflink.gateway;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import org.apache.flink.table.data.RowData;
import org.tsflink.proto.v1.AwaitJobRequest;
import org.tsflink.proto.v1.CancelJobRequest;
import org.tsflink.proto.v1.Command;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.ExecuteResponse;
import org.tsflink.proto.v1.FetchResultsRequest;
import org.tsflink.proto.v1.FetchResultsResponse;
import org.tsflink.proto.v1.GatewayServiceGrpc.GatewayServiceBlockingStub;
import org.tsflink.proto.v1.GetJobStatusRequest;
import org.tsflink.proto.v1.OpenSessionRequest;
import org.tsflink.proto.v1.OpenSessionResponse;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.ResultFormat;
import org.tsflink.proto.v1.RuntimeMode;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** A client with one session, as a program has one. */
public final class Client implements AutoCloseable {

    private final ManagedChannel channel = Gateway.channel();
    private final Context.CancellableContext life = Context.current().withCancellation();
    private final GatewayServiceBlockingStub stub = Gateway.stub(channel);
    private final String session;

    public Client(RuntimeMode mode, Map<String, String> configuration) {
        session = open(mode, configuration).getSessionId();
    }

    public static Client streaming() {
        return new Client(RuntimeMode.RUNTIME_MODE_STREAMING, Map.of("parallelism.default", "1"));
    }

    public static Client batch() {
        return new Client(RuntimeMode.RUNTIME_MODE_BATCH, Map.of("parallelism.default", "1"));
    }

    private OpenSessionResponse open(RuntimeMode mode, Map<String, String> configuration) {
        Context previous = life.attach();
        try {
            return stub.openSession(
                            OpenSessionRequest.newBuilder()
                                    .setMode(mode)
                                    .putAllConfiguration(configuration)
                                    .build())
                    .next();
        } finally {
            life.detach(previous);
        }
    }

    public GatewayServiceBlockingStub stub() {
        return stub;
    }

    public String session() {
        return session;
    }

    public ExecuteResponse sql(String sql) {
        return stub.execute(ExecuteRequest.newBuilder().setSessionId(session).setSql(sql).build());
    }

    public ExecuteResponse query(Plan plan, Command... commands) {
        return stub.execute(
                ExecuteRequest.newBuilder()
                        .setSessionId(session)
                        .addAllCommands(List.of(commands))
                        .setQuery(plan)
                        .build());
    }

    public Iterator<FetchResultsResponse> fetch(ExecuteResponse executed, ResultFormat format) {
        return stub.fetchResults(
                FetchResultsRequest.newBuilder()
                        .setSessionId(session)
                        .setResultId(executed.getResultId())
                        .setFormat(format)
                        .build());
    }

    public List<RowData> rows(ExecuteResponse executed) {
        return Gateway.rows(
                fetch(executed, ResultFormat.RESULT_FORMAT_BINARY),
                executed.getSchema().getColumnsCount());
    }

    public String text(ExecuteResponse executed) {
        StringBuilder text = new StringBuilder();
        fetch(executed, ResultFormat.RESULT_FORMAT_TABLEAU)
                .forEachRemaining(batch -> text.append(batch.getText()));
        return text.toString();
    }

    public String await(ExecuteResponse executed) {
        return stub.awaitJob(
                        AwaitJobRequest.newBuilder()
                                .setSessionId(session)
                                .setJobId(executed.getJobId())
                                .build())
                .getStatus();
    }

    public String status(ExecuteResponse executed) {
        return stub.getJobStatus(
                        GetJobStatusRequest.newBuilder()
                                .setSessionId(session)
                                .setJobId(executed.getJobId())
                                .build())
                .getStatus();
    }

    public void cancel(ExecuteResponse executed) {
        stub.cancelJob(
                CancelJobRequest.newBuilder()
                        .setSessionId(session)
                        .setJobId(executed.getJobId())
                        .build());
    }

    /** Goes as a killed process goes: without a word. */
    public void vanish() {
        channel.shutdownNow();
    }

    @Override
    public void close() {
        life.cancel(null);
        channel.shutdownNow();
    }
}

package org.tsflink.gateway;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import org.apache.flink.configuration.Configuration;
import org.tsflink.gateway.server.GatewayServer;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.ExecuteResponse;
import org.tsflink.proto.v1.FetchResultsRequest;
import org.tsflink.proto.v1.GatewayServiceGrpc;
import org.tsflink.proto.v1.GatewayServiceGrpc.GatewayServiceBlockingStub;
import org.tsflink.proto.v1.OpenSessionRequest;
import org.tsflink.proto.v1.ResultFormat;
import org.tsflink.proto.v1.RuntimeMode;

import java.util.List;
import java.util.UUID;

/**
 * Does what programs commonly do first, then ends: run when the distribution is built, so that the
 * classes it loads go into the archive from which gateways start (-XX:ArchiveClassesAtExit).
 */
public final class Training {

    // Plans, but never runs, what needs servers.
    private static final List<String> STATEMENTS =
            List.of(
                    "SELECT 1",
                    "SELECT a, COUNT(*), SUM(b) FROM (VALUES ('x', 1), ('y', 2)) AS t(a, b) GROUP BY a",
                    "CREATE TABLE access_log (id STRING, ip STRING, size BIGINT) WITH ("
                            + "'connector' = 'kafka', 'topic' = 't', 'format' = 'csv',"
                            + " 'properties.bootstrap.servers' = '127.0.0.1:1',"
                            + " 'scan.startup.mode' = 'earliest-offset')",
                    "CREATE TABLE statistic (ip STRING, n BIGINT, size BIGINT,"
                            + " PRIMARY KEY (ip) NOT ENFORCED) WITH ("
                            + "'connector' = 'jdbc', 'table-name' = 't',"
                            + " 'url' = 'jdbc:mysql://127.0.0.1:1/d')",
                    "EXPLAIN INSERT INTO statistic"
                            + " SELECT UPPER(ip), COUNT(id), SUM(size) FROM access_log"
                            + " WHERE ip IS NOT NULL GROUP BY UPPER(ip)");

    private Training() {}

    public static void main(String[] arguments) throws Exception {
        String token = UUID.randomUUID().toString();
        try (GatewayServer server = new GatewayServer(token, new Configuration())) {
            server.start();
            ManagedChannel channel =
                    NettyChannelBuilder.forAddress("127.0.0.1", server.port())
                            .usePlaintext()
                            .build();
            try {
                for (RuntimeMode mode :
                        List.of(
                                RuntimeMode.RUNTIME_MODE_STREAMING,
                                RuntimeMode.RUNTIME_MODE_BATCH)) {
                    run(stub(channel, token), mode);
                }
            } finally {
                channel.shutdownNow();
            }
        }
        System.exit(0);
    }

    private static void run(GatewayServiceBlockingStub gateway, RuntimeMode mode) {
        var opened = gateway.openSession(OpenSessionRequest.newBuilder().setMode(mode).build());
        String session = opened.next().getSessionId();
        for (String statement : STATEMENTS) {
            ExecuteResponse executed =
                    gateway.execute(
                            ExecuteRequest.newBuilder()
                                    .setSessionId(session)
                                    .setSql(statement)
                                    .build());
            for (var rows = gateway.fetchResults(fetch(session, executed)); rows.hasNext(); ) {
                rows.next();
            }
        }
    }

    private static FetchResultsRequest fetch(String session, ExecuteResponse executed) {
        return FetchResultsRequest.newBuilder()
                .setSessionId(session)
                .setResultId(executed.getResultId())
                .setFormat(ResultFormat.RESULT_FORMAT_BINARY)
                .build();
    }

    private static GatewayServiceBlockingStub stub(ManagedChannel channel, String token) {
        Metadata headers = new Metadata();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + token);
        return GatewayServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
    }
}

package org.tsflink.gateway;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.tsflink.gateway.server.GatewayServer;
import org.tsflink.proto.v1.FetchResultsResponse;
import org.tsflink.proto.v1.GatewayServiceGrpc;
import org.tsflink.proto.v1.RowBatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The one gateway of the tests, with a real server and a real MiniCluster. */
public final class Gateway {

    static final String TOKEN = "test-token";
    private static final Gateway INSTANCE = new Gateway();

    private final GatewayServer server = new GatewayServer(TOKEN, new Configuration());

    private Gateway() {
        try {
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    public static GatewayServer server() {
        return INSTANCE.server;
    }

    /** A connection of its own, as each client process has one. */
    public static ManagedChannel channel() {
        return NettyChannelBuilder.forAddress("127.0.0.1", server().port())
                .usePlaintext()
                .maxInboundMessageSize(Integer.MAX_VALUE)
                .maxInboundMetadataSize(64 * 1024)
                .build();
    }

    public static Metadata token(String token) {
        Metadata metadata = new Metadata();
        metadata.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Bearer " + token);
        return metadata;
    }

    public static GatewayServiceGrpc.GatewayServiceBlockingStub stub(ManagedChannel channel) {
        return GatewayServiceGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token(TOKEN)));
    }

    /** All rows of a stream of batches. */
    public static List<RowData> rows(Iterator<FetchResultsResponse> batches, int fields) {
        List<RowData> rows = new ArrayList<>();
        batches.forEachRemaining(batch -> rows.addAll(rows(batch.getRows(), fields)));
        return rows;
    }

    public static List<RowData> rows(RowBatch batch, int fields) {
        byte[] bytes = batch.getRows().toByteArray();
        List<RowData> rows = new ArrayList<>();
        for (int i = 0; i < batch.getOffsetsCount(); i++) {
            int start = batch.getOffsets(i);
            int end = i + 1 < batch.getOffsetsCount() ? batch.getOffsets(i + 1) : bytes.length;
            BinaryRowData row = new BinaryRowData(fields);
            row.pointTo(MemorySegmentFactory.wrap(bytes), start, end - start);
            rows.add(row);
        }
        return rows;
    }
}

package org.tsflink.gateway;

import io.grpc.ManagedChannel;
import io.grpc.stub.MetadataUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.Command;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.FetchResultsRequest;
import org.tsflink.proto.v1.GatewayServiceGrpc;
import org.tsflink.proto.v1.GetConfigurationRequest;
import org.tsflink.proto.v1.OpenSessionRequest;
import org.tsflink.proto.v1.RuntimeMode;
import org.tsflink.proto.v1.SetConfiguration;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SessionsTest {

    @Test
    void refusesCallsWithoutTheToken() {
        ManagedChannel channel = Gateway.channel();
        try {
            var anonymous = GatewayServiceGrpc.newBlockingStub(channel);
            var request = OpenSessionRequest.getDefaultInstance();
            assertThat(Failures.of(() -> anonymous.openSession(request).next()).getCode())
                    .isEqualTo("UNAUTHENTICATED");
            var wrong =
                    anonymous.withInterceptors(
                            MetadataUtils.newAttachHeadersInterceptor(Gateway.token("wrong")));
            assertThat(Failures.of(() -> wrong.openSession(request).next()).getCode())
                    .isEqualTo("UNAUTHENTICATED");
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void keepsSessionsApart() {
        try (Client one = Client.streaming();
                Client other = Client.streaming()) {
            one.sql("CREATE TABLE mine (a INT) WITH ('connector' = 'blackhole')");
            assertThat(one.text(one.sql("SHOW TABLES"))).contains("mine");
            assertThat(other.text(other.sql("SHOW TABLES"))).doesNotContain("mine");
            one.sql("SET 'pipeline.name' = 'one'");
            assertThat(configuration(other, "pipeline.name")).isEmpty();
        }
    }

    @Test
    void setsAndResetsOptions() {
        try (Client client =
                new Client(
                        RuntimeMode.RUNTIME_MODE_BATCH, Map.of("table.local-time-zone", "UTC"))) {
            assertThat(configuration(client, "execution.runtime-mode"))
                    .containsEntry("execution.runtime-mode", "BATCH");
            assertThat(configuration(client, "table.local-time-zone")).containsValue("UTC");
            assertThat(configuration(client, "a.b", set("a.b", "c"))).containsEntry("a.b", "c");
            assertThat(configuration(client, "a.b", set("a.b", null))).isEmpty();
            assertThat(configuration(client, "")).containsKey("table.local-time-zone");
        }
    }

    @Test
    @Timeout(30)
    void freesTheSessionOfAClientThatVanishes() throws InterruptedException {
        Client client = Client.streaming();
        client.sql("CREATE TABLE endless (id BIGINT) WITH ('connector' = 'datagen')");
        var query = client.sql("SELECT id FROM endless");
        try (Client watcher = Client.streaming()) {
            assertThat(Gateway.server().sessions().get(client.session())).isNotNull();
            client.vanish();
            while (!Jobs.status(watcher, query.getJobId()).equals("CANCELED")) {
                Thread.sleep(50);
            }
        }
        assertThatThrownBy(() -> Gateway.server().sessions().get(client.session()))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    void saysThatASessionIsNoMore() {
        try (Client client = Client.streaming()) {
            var request =
                    ExecuteRequest.newBuilder().setSessionId("gone").setSql("SELECT 1").build();
            assertThat(Failures.of(() -> client.stub().execute(request)).getCode())
                    .isEqualTo("SESSION_NOT_FOUND");
            var fetch =
                    FetchResultsRequest.newBuilder()
                            .setSessionId(client.session())
                            .setResultId("none")
                            .build();
            assertThat(Failures.of(() -> client.stub().fetchResults(fetch).next()).getCode())
                    .isEqualTo("RESULT_NOT_FOUND");
            assertThat(Failures.of(() -> Jobs.status(client, "none")).getCode())
                    .isEqualTo("JOB_NOT_FOUND");
        }
    }

    private static Map<String, String> configuration(
            Client client, String key, Command... commands) {
        return client.stub()
                .getConfiguration(
                        GetConfigurationRequest.newBuilder()
                                .setSessionId(client.session())
                                .addAllCommands(java.util.List.of(commands))
                                .setKey(key)
                                .build())
                .getValuesMap();
    }

    private static Command set(String key, String value) {
        SetConfiguration.Builder set = SetConfiguration.newBuilder().setKey(key);
        if (value != null) {
            set.setValue(value);
        }
        return Command.newBuilder().setSetConfiguration(set).build();
    }
}

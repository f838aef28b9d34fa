package org.tsflink.gateway;

import org.apache.flink.runtime.client.JobStatusMessage;
import org.junit.jupiter.api.Test;
import org.tsflink.proto.v1.RuntimeMode;

import java.net.URI;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** `execution.target=remote`, with the gateway's own MiniCluster for the cluster elsewhere. */
class RemoteTest {

    @Test
    void runsJobsOnAnotherCluster() throws Exception {
        URI cluster = Gateway.server().cluster().start().get().getRestAddress().get();
        Map<String, String> options =
                Map.of(
                        "execution.target",
                        "remote",
                        "rest.address",
                        cluster.getHost(),
                        "rest.port",
                        String.valueOf(cluster.getPort()),
                        "pipeline.name",
                        "from afar");
        try (Client client = new Client(RuntimeMode.RUNTIME_MODE_STREAMING, options)) {
            var executed = client.sql("SELECT n + 1 FROM (VALUES 1, 2) AS t(n)");
            assertThat(client.rows(executed))
                    .extracting(row -> row.getInt(0))
                    .containsExactlyInAnyOrder(2, 3);
            assertThat(client.status(executed)).isEqualTo("FINISHED");
            assertThat(Gateway.server().cluster().start().get().listJobs().get())
                    .extracting(JobStatusMessage::getJobName)
                    .contains("from afar");
            client.sql("CREATE TABLE sink (n INT) WITH ('connector' = 'blackhole')");
            assertThat(client.await(client.sql("INSERT INTO sink VALUES 1"))).isEqualTo("FINISHED");
        }
    }
}

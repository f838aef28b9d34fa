package org.tsflink.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.JsonFormat;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tsflink.proto.v1.Artifact;
import org.tsflink.proto.v1.ExplainRequest;
import org.tsflink.proto.v1.FunctionDefinition;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.PutArtifactRequest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans that the TypeScript client wrote: each is translated, and planned by Flink. */
class GoldenPlansTest {

    private static final Path PLANS = Path.of("../../tests/golden/plans");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> explains() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            List<Path> plans = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            return plans.stream()
                    .map(
                            file ->
                                    DynamicTest.dynamicTest(
                                            file.getFileName().toString(), () -> explain(file)));
        }
    }

    private static void explain(Path file) throws IOException {
        JsonNode golden = JSON.readTree(Files.readString(file));
        Plan.Builder plan = Plan.newBuilder();
        JsonFormat.parser().merge(golden.get("plan").toString(), plan);
        boolean streaming = golden.path("mode").asText().equals("streaming");
        try (Client client = streaming ? Client.streaming() : Client.batch()) {
            for (JsonNode statement : golden.withArray("setup")) {
                client.sql(statement.asText());
            }
            plan.getFunctionsBuilderList().forEach(f -> f.setArtifact(upload(client, f.build())));
            String explained =
                    client.stub()
                            .explain(
                                    ExplainRequest.newBuilder()
                                            .setSessionId(client.session())
                                            .setQuery(plan)
                                            .build())
                            .getText();
            assertThat(explained).contains("== Optimized Physical Plan ==");
            if (golden.hasNonNull("explain")) {
                assertThat(explained).contains(golden.get("explain").asText());
            }
        }
    }

    // Golden plans name artifacts, and do not hold them.
    private static String upload(Client client, FunctionDefinition function) {
        ByteString code = ByteString.copyFromUtf8("// " + function.getArtifact());
        String hash = Hashes.sha256(code.toByteArray());
        client.stub()
                .putArtifact(
                        PutArtifactRequest.newBuilder()
                                .setSessionId(client.session())
                                .setArtifact(
                                        Artifact.newBuilder()
                                                .setHash(hash)
                                                .setName("golden")
                                                .setCode(code))
                                .build());
        return hash;
    }
}

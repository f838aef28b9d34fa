package org.tsflink.gateway;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The gateway as a process. */
@Timeout(60)
class MainTest {

    @Test
    void endsWhenItsInputDoes() throws Exception {
        Process process = start();
        process.getOutputStream().write("secret-token\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        JsonNode ready = firstLine(process);
        String address = ready.get("address").asText();
        assertThat(address).startsWith("127.0.0.1:");
        assertThat(ready.get("webUrl").isNull()).isTrue();
        new Socket("127.0.0.1", Integer.parseInt(address.substring(10))).close();
        process.getOutputStream().close();
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(errors(process)).doesNotContain("secret-token");
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        Process process = start();
        process.getOutputStream().close();
        JsonNode error = firstLine(process).get("error");
        assertThat(error.get("code").asText()).isEqualTo("GATEWAY_START_FAILED");
        assertThat(error.get("hint").asText()).contains("standard input");
        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        Process confused = start("--port=1");
        assertThat(firstLine(confused).get("error").get("code").asText())
                .isEqualTo("CONFIGURATION_INVALID");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), "org.tsflink.gateway.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static JsonNode firstLine(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(output.readLine());
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

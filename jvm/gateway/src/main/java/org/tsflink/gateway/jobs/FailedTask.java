package org.tsflink.gateway.jobs;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Asks the REST API of a job's cluster what the task that failed was doing. */
final class FailedTask {

    // Only a better message is lost if there is no answer.
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private FailedTask() {}

    /** The operators of the task, as Flink describes them; none if the cluster does not tell. */
    static List<String> operators(String webUrl, String jobId) {
        try {
            String task =
                    get(webUrl + "/jobs/" + jobId + "/exceptions")
                            .at("/exceptionHistory/entries/0/taskName")
                            .asText("");
            JsonNode job = get(webUrl + "/jobs/" + jobId);
            String vertex = "";
            for (JsonNode each : job.path("vertices")) {
                String name = each.path("name").asText();
                if (task.startsWith(name) || job.path("vertices").size() == 1) {
                    vertex = each.path("id").asText();
                }
            }
            for (JsonNode node : job.at("/plan/nodes")) {
                if (node.path("id").asText().equals(vertex)) {
                    return described(node.path("description").asText());
                }
            }
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    /** The description is for a web page: one line for each operator, as HTML. */
    private static List<String> described(String html) {
        return Stream.of(html.split("<br/>"))
                .map(FailedTask::text)
                .map(line -> line.replaceFirst("^[\\s+:|-]*(\\[\\d+])?:?", ""))
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String text(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    private static JsonNode get(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).GET().build();
        return JSON.readTree(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}

package org.tsflink.gateway.jobs;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Asks the REST API of a job's cluster what the task that failed was doing. */
final class FailedTask {

    private FailedTask() {}

    /** The operators of the task, as Flink describes them; none if the cluster does not tell. */
    static List<String> operators(String webUrl, String jobId) {
        try {
            String task =
                    Rest.get(webUrl + "/jobs/" + jobId + "/exceptions")
                            .join()
                            .at("/exceptionHistory/entries/0/taskName")
                            .asText("");
            JsonNode job = Rest.get(webUrl + "/jobs/" + jobId).join();
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
        } catch (CompletionException e) {
            // Only a better message is lost.
            return List.of();
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
}

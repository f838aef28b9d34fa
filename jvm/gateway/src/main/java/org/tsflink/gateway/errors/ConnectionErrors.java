package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.sql.SQLException;
import java.util.List;

/** Kafka or a database cannot be reached, or refuses. */
final class ConnectionErrors implements Classifier {

    // SQLSTATE class 08: connection exceptions.
    private static final String CONNECTION_STATES = "08";

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (int i = causes.size() - 1; i >= 0; i--) {
            Cause cause = causes.get(i);
            if (cause.throwable() instanceof SQLException sql) {
                return database(sql, causes);
            }
            if (cause.className().contains("kafka.common.errors.")
                    || cause.className().contains("kafka.common.KafkaException")) {
                return kafka(cause);
            }
        }
        return null;
    }

    private static Failure database(SQLException sql, List<Cause> causes) {
        String message = sql.getMessage() == null ? sql.toString() : sql.getMessage().strip();
        boolean connection =
                (sql.getSQLState() != null && sql.getSQLState().startsWith(CONNECTION_STATES))
                        || causes.stream()
                                .anyMatch(
                                        c ->
                                                c.is("ConnectException")
                                                        || c.is("UnknownHostException"));
        if (connection) {
            return Failure.of(
                            ErrorCode.CONNECTION_FAILED,
                            "The database cannot be reached: %s (%s)"
                                    .formatted(
                                            firstLine(message),
                                            firstLine(causes.get(causes.size() - 1).text())),
                            "Check host and port in the table's option 'url', and that the database runs.")
                    .mayPass();
        }
        return Failure.of(
                ErrorCode.JDBC_ERROR,
                "The database refused: " + oneLine(message),
                "Check the table's options and its columns against the database's table (SQLSTATE "
                        + sql.getSQLState()
                        + ").");
    }

    private static Failure kafka(Cause cause) {
        if (cause.is("TimeoutException")
                || cause.is("DisconnectException")
                || cause.is("NetworkException")) {
            return Failure.of(
                            ErrorCode.CONNECTION_FAILED,
                            "Kafka cannot be reached: " + oneLine(cause.text()),
                            "Check the table's option 'properties.bootstrap.servers', and that Kafka runs.")
                    .mayPass();
        }
        String kind = cause.className().substring(cause.className().lastIndexOf('.') + 1);
        if (cause.is("UnknownTopicOrPartitionException")) {
            return Failure.of(
                    ErrorCode.CONNECTION_FAILED,
                    "Kafka has no such topic: " + oneLine(cause.text()),
                    "Check the table's option 'topic', or create the topic.");
        }
        return Failure.of(
                ErrorCode.CONNECTION_FAILED,
                "Kafka refused (%s): %s".formatted(kind, oneLine(cause.text())),
                "Check the table's options 'properties.*' and 'topic'.");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\n\\s*", " ");
    }
}

package org.tsflink.gateway;

import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsflink.proto.v1.ErrorDetail;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.RuntimeMode;
import org.tsflink.proto.v1.SourcePosition;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The code, the cause and the hint of each kind of failure. */
class ErrorsTest {

    private static Client client;

    @BeforeAll
    static void open() {
        client = Client.streaming();
        client.sql(
                "CREATE TABLE people (id BIGINT, name STRING)"
                        + " WITH ('connector' = 'datagen', 'number-of-rows' = '3')");
        client.sql("CREATE TABLE misspelt (id BIGINT) WITH ('connector' = 'kafkaa')");
        client.sql("CREATE TABLE nameless (id BIGINT) WITH ('a' = 'b')");
        client.sql(
                "CREATE TABLE odd (id BIGINT) WITH ('connector' = 'datagen', 'number-of-row' = '1')");
        client.sql(
                "CREATE TABLE topicless (id BIGINT) WITH ('connector' = 'kafka', 'format' = 'csv')");
        client.sql(
                "CREATE TABLE avro (id BIGINT)"
                        + " WITH ('connector' = 'filesystem', 'path' = 'x', 'format' = 'avro')");
        client.sql("CREATE TABLE sink (a INT) WITH ('connector' = 'blackhole')");
        client.sql(
                "CREATE TABLE file (a BIGINT, b BIGINT)"
                        + " WITH ('connector' = 'filesystem', 'path' = 'x', 'format' = 'csv')");
        client.sql(
                "CREATE TABLE db (id BIGINT) WITH ('connector' = 'jdbc',"
                        + " 'url' = 'jdbc:mysql://127.0.0.1:1/x', 'table-name' = 't',"
                        + " 'driver' = 'com.mysql.cj.jdbc.Driver')");
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "SELECT nmae FROM people | COLUMN_NOT_FOUND | no column 'nmae' (line 1, column 8) | Did you mean 'name'?",
                "SELECT people.nmae FROM people | COLUMN_NOT_FOUND | no column 'nmae' | Did you mean 'name'?",
                "SELECT * FROM poeple | TABLE_NOT_FOUND | no table 'poeple' | Did you mean 'people'?",
                "INSERT INTO nowhere SELECT 1 | TABLE_NOT_FOUND | no table 'nowhere' | The tables are",
                "SELECT uppr(name) FROM people | FUNCTION_UNDEFINED | no function 'uppr' | Did you mean 'upper'?",
                "SELECT UPPER(1, 2) | FUNCTION_ARGUMENTS_INVALID | takes 1 argument (line 1, column 8) |",
                "SELECT ABS(name) FROM people | FUNCTION_ARGUMENTS_INVALID | no arguments of type ABS(<STRING>) | ABS(<NUMERIC>)",
                "SELECT id, COUNT(*) FROM people | AGGREGATE_INVALID | id is neither grouped nor aggregated | MAX(id)",
                "SELECT id FROM people WHERE SUM(id) > 1 | AGGREGATE_INVALID | WHERE clause (line 1, column 29) | HAVING",
                "SELECT id FROM people AS a, people AS b | COLUMN_AMBIGUOUS | 'id' is in more than one | t.id",
                "CREATE TABLE twice (a INT, a INT) WITH ('connector' = 'x') | COLUMN_DUPLICATE | named 'a' |",
                "CREATE VIEW twice AS SELECT id, id FROM people | COLUMN_DUPLICATE | 'id' (line 1, column 29) | AS",
                "SELECT id FROM people UNION ALL SELECT name FROM people | SCHEMA_MISMATCH | column 1 of UNION ALL | CAST",
                "SELECT * FROM people ORDER BY name | MODE_UNSUPPORTED | time attribute | LIMIT",
                "SELECT * FROM TABLE(TUMBLE(TABLE people, DESCRIPTOR(name), INTERVAL '1' DAY)) | TIME_ATTRIBUTE_REQUIRED | timecol | WATERMARK",
                "INSERT INTO file SELECT id, COUNT(*) FROM people GROUP BY id | CHANGELOG_UNSUPPORTED | 'file' takes no update changes | upsert-kafka",
                "USE CATALOG nope | CATALOG_NOT_FOUND | no catalog 'nope' | default_catalog",
                "USE nope | DATABASE_NOT_FOUND | no database 'nope' | default_database",
                "DROP TABLE poeple | TABLE_NOT_FOUND | no table 'poeple' | Did you mean 'people'?",
                "DESCRIBE poeple | TABLE_NOT_FOUND | no table 'poeple' | Did you mean 'people'?",
                "DROP FUNCTION nope | FUNCTION_UNDEFINED | no function 'nope' |",
                "CREATE CATALOG c WITH ('type' = 'jdcb') | CONNECTOR_NOT_FOUND | no catalog type 'jdcb' | Did you mean 'jdbc'?",
                "SELECT 1 FORM people | SQL_PARSE_ERROR | 'people' | Did you mean FROM instead of FORM?",
                "SELECT 'a | SQL_PARSE_ERROR | never closed |",
                "SELEC 1 | SQL_PARSE_ERROR | begins with 'SELEC' | Did you mean SELECT?",
                "SELECT (1 | SQL_PARSE_ERROR | ends too early at line 1, column 9 |",
                "SELECT value FROM people | SQL_PARSE_ERROR | 'value' | backticks",
                "SELECT 1/0 | EXPRESSION_FAILED | Division by zero | NULLIF",
                "CREATE TABLE people (id INT) WITH ('connector' = 'x') | TABLE_ALREADY_EXISTS | people | another name",
                "SELECT * FROM misspelt | CONNECTOR_NOT_FOUND | no connector 'kafkaa' | Did you mean 'kafka'?",
                "SELECT * FROM nameless | CONNECTOR_NOT_FOUND | names no connector | WITH ('connector'",
                "SELECT * FROM avro | CONNECTOR_NOT_FOUND | no format 'avro' | flink-sql-avro",
                "SELECT * FROM odd | CONFIGURATION_INVALID | no option 'number-of-row' | Did you mean 'number-of-rows'",
                "SELECT * FROM topicless | CONFIGURATION_INVALID | lacks the option 'properties.bootstrap.servers' |",
                "INSERT INTO sink SELECT 'x' | SCHEMA_MISMATCH | Incompatible types for sink column 'a' | CAST",
                "INSERT INTO sink SELECT 1, 2 | SCHEMA_MISMATCH | Different number of columns |",
            })
    void namesTheCause(String sql, String code, String message, String hint) {
        ErrorDetail detail = Failures.of(() -> client.sql(sql));
        assertThat(detail.getCode()).isEqualTo(code);
        assertThat(detail.getMessage()).contains(message);
        assertThat(detail.getHint()).contains(hint == null ? "" : hint);
        assertThat(detail.getMessage().lines().count()).isLessThan(10);
        assertThat(detail.getJavaStack()).contains("at org.");
    }

    @Test
    void marksThePlaceInTheSql() {
        ErrorDetail detail = Failures.of(() -> client.sql("SELECT id\nFROM people WERE id > 1"));
        assertThat(detail.getMessage())
                .endsWith("\n  FROM people WERE id > 1\n                   ^");
    }

    @Test
    void keepsTheCallersPosition() {
        SourcePosition position =
                SourcePosition.newBuilder().setFile("job.ts").setLine(3).setColumn(5).build();
        ErrorDetail detail =
                Failures.of(
                        () ->
                                client.stub()
                                        .execute(
                                                ExecuteRequest.newBuilder()
                                                        .setSessionId(client.session())
                                                        .setSql("SELECT x")
                                                        .setSource(position)
                                                        .build()));
        assertThat(detail.getSource()).isEqualTo(position);
    }

    @Test
    void tellsWhyAJobFailed() {
        var executed = client.sql("SELECT CAST('x' AS INT) FROM people");
        ErrorDetail detail = Failures.of(() -> client.rows(executed));
        assertThat(detail.getCode()).isEqualTo("EXPRESSION_FAILED");
        assertThat(detail.getMessage())
                .isEqualTo(
                        "An expression failed on a value: NumberFormatException: For input string: 'x'."
                                + " Invalid character found.\nin CAST('x' AS INTEGER) AS EXPR$0");
        assertThat(Failures.of(() -> client.await(executed)).getMessage())
                .isEqualTo(detail.getMessage());
        assertThat(client.status(executed)).isEqualTo("FAILED");
    }

    @Test
    void tellsThatADatabaseIsAway() {
        ErrorDetail detail = Failures.of(() -> client.await(client.sql("INSERT INTO db SELECT 1")));
        assertThat(detail.getCode()).isEqualTo("CONNECTION_FAILED");
        assertThat(detail.getMessage())
                .isEqualTo(
                        "The database cannot be reached: Communications link failure"
                                + " (Connection refused)");
        assertThat(detail.getHint()).contains("'url'");
        assertThat(detail.getRetryable()).isTrue();
    }

    @Test
    void tellsThatKafkaIsAway() {
        client.sql(
                "CREATE TABLE away (id BIGINT) WITH ('connector' = 'kafka', 'topic' = 't',"
                        + " 'properties.bootstrap.servers' = '127.0.0.1:1', 'format' = 'csv',"
                        // Kafka's own default is a minute.
                        + " 'properties.default.api.timeout.ms' = '2000',"
                        + " 'properties.request.timeout.ms' = '1000',"
                        + " 'scan.startup.mode' = 'earliest-offset')");
        ErrorDetail detail = Failures.of(() -> client.rows(client.sql("SELECT * FROM away")));
        assertThat(detail.getCode()).isEqualTo("CONNECTION_FAILED");
        assertThat(detail.getMessage()).startsWith("Kafka cannot be reached");
        assertThat(detail.getHint()).contains("properties.bootstrap.servers");
    }

    @Test
    void tellsThatAClusterIsAway() {
        try (Client remote = remote("127.0.0.1", 1)) {
            long start = System.nanoTime();
            ErrorDetail detail = Failures.of(() -> remote.sql("SELECT 1"));
            assertThat(detail.getCode()).isEqualTo("CLUSTER_UNREACHABLE");
            assertThat(detail.getHint()).contains("rest.address");
            assertThat(System.nanoTime() - start).isLessThan(30_000_000_000L);
        }
    }

    @Test
    void tellsThatWhatAnswersIsNoCluster() {
        try (Client remote = remote("127.0.0.1", Gateway.server().port())) {
            ErrorDetail detail = Failures.of(() -> remote.sql("SELECT 1"));
            assertThat(detail.getCode()).isEqualTo("CLUSTER_UNREACHABLE");
        }
    }

    @Test
    void refusesAnUnknownTarget() {
        try (Client other =
                new Client(
                        RuntimeMode.RUNTIME_MODE_STREAMING,
                        Map.of("execution.target", "elsewhere"))) {
            ErrorDetail detail = Failures.of(() -> other.sql("SELECT 1"));
            assertThat(detail.getCode()).isEqualTo("CONFIGURATION_INVALID");
            assertThat(detail.getHint()).contains("'remote'");
        }
    }

    @Test
    void refusesABadOption() {
        try (Client other = Client.streaming()) {
            other.sql("SET 'parallelism.default' = 'many'");
            ErrorDetail detail = Failures.of(() -> other.sql("SELECT 1"));
            assertThat(detail.getCode()).isEqualTo("CONFIGURATION_INVALID");
            assertThat(detail.getMessage()).contains("'parallelism.default'").contains("'many'");
        }
    }

    @Test
    void tellsThatAJobWasCancelled() throws StatusRuntimeException {
        client.sql("CREATE TABLE endless (id BIGINT) WITH ('connector' = 'datagen')");
        var executed = client.sql("INSERT INTO sink SELECT CAST(id AS INT) FROM endless");
        client.cancel(executed);
        assertThat(Failures.of(() -> client.await(executed)).getCode()).isEqualTo("JOB_CANCELLED");
        assertThat(client.status(executed)).isEqualTo("CANCELED");
    }

    private static Client remote(String address, int port) {
        return new Client(
                RuntimeMode.RUNTIME_MODE_STREAMING,
                Map.of(
                        "execution.target",
                        "remote",
                        "rest.address",
                        address,
                        "rest.port",
                        String.valueOf(port)));
    }
}

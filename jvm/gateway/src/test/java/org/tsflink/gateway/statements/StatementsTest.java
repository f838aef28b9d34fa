package org.tsflink.gateway.statements;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsflink.gateway.Client;
import org.tsflink.gateway.Failures;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements that the connectors and catalogs at hand do not take. */
class StatementsTest {

    private static Client client;

    @BeforeAll
    static void open() {
        client = Client.batch();
        client.sql("CREATE TABLE people (id INT, name STRING) WITH ('connector' = 'ledger')");
        client.sql("CREATE CATALOG tools WITH ('type' = 'register')");
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @BeforeEach
    void forget() {
        LedgerTableFactory.NOTED.clear();
    }

    @Test
    void deletesAndUpdatesRows() {
        assertThat(client.await(client.sql("DELETE FROM people WHERE id > 1")))
                .isEqualTo("FINISHED");
        client.await(client.sql("UPDATE people SET name = 'Eve' WHERE id = 1"));
        assertThat(LedgerTableFactory.NOTED).containsExactly("-D2 Bob", "+U1 Eve");
    }

    @Test
    void truncates() {
        assertThat(client.text(client.sql("TRUNCATE TABLE people"))).contains("OK");
        assertThat(LedgerTableFactory.NOTED).containsExactly("truncated");
    }

    @Test
    void callsProcedures() {
        assertThat(client.text(client.sql("SHOW PROCEDURES IN tools.`default`")))
                .contains("count_to");
        var called = client.sql("CALL tools.`default`.count_to(3)");
        assertThat(client.rows(called))
                .extracting(row -> row.getLong(0))
                .containsExactly(1L, 2L, 3L);
        assertThat(Failures.of(() -> client.sql("CALL tools.`default`.cuont_to(3)")).getMessage())
                .contains("cuont_to");
        assertThat(Failures.of(() -> client.sql("CALL tools.`default`.count_to('x')")).getCode())
                .isEqualTo("FUNCTION_ARGUMENTS_INVALID");
    }
}

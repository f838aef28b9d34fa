package org.tsflink.gateway;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelectTest {

    @Test
    void selectsOne() {
        try (Client client = Client.streaming()) {
            var executed = client.sql("SELECT 1 AS num");
            assertThat(executed.getJobId()).hasSize(32);
            assertThat(executed.getWebUrl()).startsWith("http://127.0.0.1:");
            assertThat(client.rows(executed))
                    .singleElement()
                    .satisfies(row -> assertThat(row.getInt(0)).isEqualTo(1));
        }
    }

    @Test
    void printsAsFlinkDoes() {
        try (Client client = Client.streaming()) {
            assertThat(client.text(client.sql("SELECT 1 AS num, 'a' AS letter")))
                    .isEqualTo(
                            """
                            +----+-------------+--------------------------------+
                            | op |         num |                         letter |
                            +----+-------------+--------------------------------+
                            | +I |           1 |                              a |
                            +----+-------------+--------------------------------+
                            1 row in set
                            """);
        }
    }
}

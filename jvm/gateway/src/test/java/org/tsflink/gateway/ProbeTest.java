package org.tsflink.gateway;

import org.junit.jupiter.api.Test;

class ProbeTest {
    void show(Client client, String sql) {
        long t = System.nanoTime();
        try {
            var e = client.sql(sql);
            System.err.println("OK " + sql + " -> " + client.text(e));
        } catch (io.grpc.StatusRuntimeException ex) {
            var d = Failures.detail(ex);
            System.err.printf(
                    "%n--- %s%n[%d ms] %s %s: %s%n  hint: %s retry=%s class=%s%n",
                    sql,
                    (System.nanoTime() - t) / 1000000,
                    ex.getStatus().getCode(),
                    d.getCode(),
                    d.getMessage(),
                    d.getHint(),
                    d.getRetryable(),
                    d.getJavaClass());
            if (d.getCode().equals("INTERNAL")
                    || d.getCode().equals("JOB_FAILED")
                    || d.getCode().equals("PLANNER_ERROR"))
                System.err.println(
                        d.getJavaStack()
                                .lines()
                                .limit(60)
                                .collect(java.util.stream.Collectors.joining("\n")));
        }
    }

    @Test
    void probe() {
        try (Client c = Client.streaming()) {
            c.sql(
                    "CREATE TABLE people (id BIGINT, name STRING) WITH ('connector'='datagen','number-of-rows'='3')");
            show(c, "SELECT nmae FROM people");
            show(c, "SELECT people.nmae FROM people");
            show(c, "SELECT * FROM poeple");
            show(c, "SELECT * FROM a.b.poeple");
            show(c, "SELEC 1");
            show(c, "SELECT a.b. FROM\n  people WHERE");
            show(c, "SELECT (1");
            show(c, "SELECT value FROM people");
            show(c, "SELECT no_such_fn(1)");
            show(c, "SELECT uppr(name) FROM people");
            show(c, "SELECT UPPER(1, 2)");
            show(c, "SELECT id, COUNT(*) FROM people");
            show(c, "SELECT CAST('x' AS INT) FROM people");
            show(c, "SELECT 1/0");
            show(c, "CREATE TABLE people (id BIGINT) WITH ('connector'='datagen')");
            show(c, "CREATE TABLE k (id BIGINT) WITH ('connector'='kafkaa')");
            show(c, "SELECT * FROM k");
            show(c, "CREATE TABLE k2 (id BIGINT) WITH ('a'='b')");
            show(c, "SELECT * FROM k2");
            show(c, "CREATE TABLE k3 (id BIGINT) WITH ('connector'='datagen', 'foo'='b')");
            show(c, "SELECT * FROM k3");
            show(
                    c,
                    "CREATE TABLE k4 (id BIGINT) WITH ('connector'='filesystem', 'path'='/nonexisting/x', 'format'='avro')");
            show(c, "SELECT * FROM k4");
            show(c, "INSERT INTO nowhere SELECT 1");
            show(c, "CREATE TABLE p (a INT) WITH ('connector'='print')");
            show(c, "INSERT INTO p SELECT 'x', 2");
            show(c, "INSERT INTO p SELECT 'x'");
            show(c, "INSERT INTO p SELECT 1");
            show(
                    c,
                    "CREATE TABLE kf (id BIGINT) WITH ('connector'='kafka','topic'='t','properties.bootstrap.servers'='127.0.0.1:1','format'='csv','scan.startup.mode'='earliest-offset')");
            show(c, "SELECT * FROM kf");
            show(
                    c,
                    "CREATE TABLE jd (id BIGINT) WITH ('connector'='jdbc','url'='jdbc:mysql://127.0.0.1:1/x','table-name'='t','driver'='com.mysql.cj.jdbc.Driver')");
            show(c, "SELECT * FROM jd");
            show(c, "INSERT INTO jd SELECT 1");
            show(c, "SET 'execution.target'='remote'");
            show(c, "SET 'rest.port'='1'");
            show(c, "SET 'rest.address'='127.0.0.1'");
            show(c, "SELECT 1");
            show(c, "SET 'execution.target'='foo'");
            show(c, "SELECT 1");
            show(c, "SET 'parallelism.default'='x'");
            show(c, "SELECT 1");
        }
    }
}

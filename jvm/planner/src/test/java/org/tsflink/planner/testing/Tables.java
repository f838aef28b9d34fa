package org.tsflink.planner.testing;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.types.Row;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The tables that the queries of the tests read. */
public final class Tables {

    private static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0, 0);

    private Tables() {}

    /** v and w: a from 0, b = a mod 3, s, rowtime ts, proctime pt; n: a and s with nulls. */
    public static void create(TestEnvironment environment) {
        createNumbers(environment, "v", 20);
        createNumbers(environment, "w", 9);
        createNulls(environment);
    }

    private static void createNumbers(TestEnvironment environment, String name, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(
                    Row.of(
                            (long) i,
                            (long) i % 3,
                            "row " + i + " of " + name,
                            START.plusSeconds(i)));
        }
        Schema schema =
                Schema.newBuilder()
                        .column("a", "BIGINT")
                        .column("b", "BIGINT")
                        .column("s", "STRING")
                        .column("ts", "TIMESTAMP(3)")
                        .columnByExpression("pt", "PROCTIME()")
                        .watermark("ts", "ts")
                        .build();
        TypeInformation<Row> type =
                Types.ROW_NAMED(
                        new String[] {"a", "b", "s", "ts"},
                        Types.LONG,
                        Types.LONG,
                        Types.STRING,
                        Types.LOCAL_DATE_TIME);
        DataStream<Row> stream = environment.streams().fromData(rows, type);
        environment.tables().createTemporaryView(name, stream, schema);
    }

    private static void createNulls(TestEnvironment environment) {
        List<Row> rows =
                List.of(
                        Row.of(1L, "one"),
                        Row.of(null, "null"),
                        Row.of(3L, null),
                        Row.of(null, null));
        StreamTableEnvironment tables = environment.tables();
        TypeInformation<Row> type =
                Types.ROW_NAMED(new String[] {"a", "s"}, Types.LONG, Types.STRING);
        tables.createTemporaryView(
                "n", tables.fromDataStream(environment.streams().fromData(rows, type)));
    }
}

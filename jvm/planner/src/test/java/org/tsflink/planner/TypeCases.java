package org.tsflink.planner;

import java.util.stream.Stream;

import static org.apache.flink.table.api.DataTypes.ARRAY;
import static org.apache.flink.table.api.DataTypes.BIGINT;
import static org.apache.flink.table.api.DataTypes.BINARY;
import static org.apache.flink.table.api.DataTypes.BOOLEAN;
import static org.apache.flink.table.api.DataTypes.BYTES;
import static org.apache.flink.table.api.DataTypes.CHAR;
import static org.apache.flink.table.api.DataTypes.DATE;
import static org.apache.flink.table.api.DataTypes.DAY;
import static org.apache.flink.table.api.DataTypes.DECIMAL;
import static org.apache.flink.table.api.DataTypes.DOUBLE;
import static org.apache.flink.table.api.DataTypes.FIELD;
import static org.apache.flink.table.api.DataTypes.FLOAT;
import static org.apache.flink.table.api.DataTypes.INT;
import static org.apache.flink.table.api.DataTypes.INTERVAL;
import static org.apache.flink.table.api.DataTypes.MAP;
import static org.apache.flink.table.api.DataTypes.MONTH;
import static org.apache.flink.table.api.DataTypes.ROW;
import static org.apache.flink.table.api.DataTypes.SECOND;
import static org.apache.flink.table.api.DataTypes.SMALLINT;
import static org.apache.flink.table.api.DataTypes.STRING;
import static org.apache.flink.table.api.DataTypes.TIME;
import static org.apache.flink.table.api.DataTypes.TIMESTAMP;
import static org.apache.flink.table.api.DataTypes.TIMESTAMP_LTZ;
import static org.apache.flink.table.api.DataTypes.TINYINT;
import static org.apache.flink.table.api.DataTypes.VARBINARY;
import static org.apache.flink.table.api.DataTypes.VARCHAR;
import static org.apache.flink.table.api.DataTypes.YEAR;

/** Every type that a function can take and return. */
final class TypeCases {

    private TypeCases() {}

    static Stream<TypeCase> all() {
        return Stream.of(
                new TypeCase(BOOLEAN(), "a > 3", "TRUE"),
                new TypeCase(TINYINT(), "CAST(a - 10 AS TINYINT)", "CAST(-7 AS TINYINT)"),
                new TypeCase(SMALLINT(), "CAST(a * -100 AS SMALLINT)", "CAST(-700 AS SMALLINT)"),
                new TypeCase(INT(), "CAST(a * 100000 AS INT)", "-2147483648"),
                new TypeCase(BIGINT(), "a * 1000000000000", "-9223372036854775807"),
                new TypeCase(FLOAT(), "CAST(a / 3.0 AS FLOAT)", "CAST(1.5 AS FLOAT)"),
                new TypeCase(DOUBLE(), "CAST(a / 3.0 AS DOUBLE)", "1.5E-10"),
                new TypeCase(
                        DECIMAL(10, 2),
                        "CAST(a * 1.25 AS DECIMAL(10, 2))",
                        "CAST(-3.14 AS DECIMAL(10, 2))"),
                new TypeCase(
                        DECIMAL(38, 10),
                        "CAST(CAST('123456789012345678901234.0123456789' AS DECIMAL(38, 10)) + a AS DECIMAL(38, 10))",
                        "CAST('-123456789012345678901234.0123456789' AS DECIMAL(38, 10))"),
                new TypeCase(CHAR(4), "CAST(s AS CHAR(4))", "CAST('abcd' AS CHAR(4))"),
                new TypeCase(VARCHAR(30), "CAST(s AS VARCHAR(30))", "CAST('abc' AS VARCHAR(30))"),
                new TypeCase(STRING(), "s || ' ärger 漢字 😀'", "'ein längerer Text 漢字 😀'"),
                new TypeCase(BINARY(4), "CAST(s AS BINARY(4))", "X'00FF7F80'"),
                new TypeCase(
                        VARBINARY(8), "CAST(s AS VARBINARY(8))", "CAST(X'00FF7F' AS VARBINARY(8))"),
                new TypeCase(
                        BYTES(), "ENCODE(s, 'UTF-8')", "CAST(X'00FF7F8001020304050607' AS BYTES)"),
                new TypeCase(
                        DATE(),
                        "TIMESTAMPADD(DAY, -20000 * CAST(b AS INT), DATE '2024-02-29')",
                        "DATE '1969-12-31'"),
                new TypeCase(TIME(), "CAST(ts AS TIME)", "TIME '23:59:59'"),
                new TypeCase(
                        TIMESTAMP(0),
                        "CAST(ts AS TIMESTAMP(0))",
                        "TIMESTAMP '1969-12-31 23:59:59'"),
                new TypeCase(
                        TIMESTAMP(3),
                        "CAST(ts AS TIMESTAMP(3))",
                        "TIMESTAMP '2024-01-01 00:00:00.123'"),
                new TypeCase(
                        TIMESTAMP(9),
                        "CAST(CAST(ts AS STRING) || '456789' AS TIMESTAMP(9))",
                        "TIMESTAMP '1969-12-31 23:59:59.123456789'"),
                new TypeCase(
                        TIMESTAMP_LTZ(3),
                        "TO_TIMESTAMP_LTZ(a * 1000000007, 3)",
                        "TO_TIMESTAMP_LTZ(-1, 3)"),
                new TypeCase(
                        TIMESTAMP_LTZ(9),
                        "CAST(TO_TIMESTAMP_LTZ(a, 3) AS TIMESTAMP_LTZ(9))",
                        "CAST(TO_TIMESTAMP_LTZ(-1, 3) AS TIMESTAMP_LTZ(9))"),
                new TypeCase(
                        INTERVAL(YEAR(4), MONTH()),
                        "CAST(CAST(a AS INT) AS INTERVAL MONTH)",
                        "INTERVAL '-2-03' YEAR TO MONTH"),
                new TypeCase(
                        INTERVAL(DAY(6), SECOND(3)),
                        "CAST(a AS INTERVAL SECOND(3))",
                        "INTERVAL '-1 02:03:04.005' DAY TO SECOND(3)"),
                new TypeCase(
                        ARRAY(BIGINT()),
                        "ARRAY[a, CAST(NULL AS BIGINT), b]",
                        "ARRAY[CAST(1 AS BIGINT), CAST(NULL AS BIGINT)]"),
                new TypeCase(
                        ARRAY(STRING()), "ARRAY[s, CAST(NULL AS STRING), '']", "ARRAY['a', 'b']"),
                new TypeCase(
                        MAP(STRING(), BIGINT()),
                        "MAP[s, a, 'b', CAST(NULL AS BIGINT)]",
                        "MAP['a', CAST(1 AS BIGINT)]"),
                new TypeCase(
                        ROW(FIELD("x", BIGINT()), FIELD("y", STRING())),
                        "CAST(ROW(a, CASE WHEN b > 0 THEN s END) AS ROW<x BIGINT, y STRING>)",
                        "CAST(ROW(1, 'y') AS ROW<x BIGINT, y STRING>)"),
                new TypeCase(
                        ARRAY(ROW(FIELD("x", BIGINT()), FIELD("y", MAP(STRING(), ARRAY(INT()))))),
                        "ARRAY[CAST(ROW(a, MAP[s, ARRAY[1, 2]]) AS ROW<x BIGINT, y MAP<STRING, ARRAY<INT>>>)]",
                        "ARRAY[CAST(ROW(1, MAP['k', ARRAY[1, 2]]) AS ROW<x BIGINT, y MAP<STRING, ARRAY<INT>>>)]"));
    }
}

package org.tsflink.bench.source;

import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.RowType;

import java.util.Random;

/** Gives the same few thousand binary rows again and again; a column's name says what is in it. */
final class RingGenerator implements GeneratorFunction<Long, RowData> {

    private static final int SIZE = 4096;

    private final RowType type;
    private final long rows;
    private transient RowData[] ring;

    RingGenerator(RowType type, long rows) {
        this.type = type;
        this.rows = rows;
    }

    @Override
    public RowData map(Long index) {
        if (ring == null) {
            ring = makeRing();
            Stopwatch.start();
        }
        if (index == rows - 1) {
            Stopwatch.stop();
        }
        return ring[(int) (index % SIZE)];
    }

    private RowData[] makeRing() {
        Random random = new Random(42);
        RowDataSerializer serializer = new RowDataSerializer(type);
        RowData[] made = new RowData[SIZE];
        for (int i = 0; i < SIZE; i++) {
            GenericRowData row = new GenericRowData(type.getFieldCount());
            for (int field = 0; field < row.getArity(); field++) {
                row.setField(field, value(type.getFieldNames().get(field), i, random));
            }
            made[i] = serializer.toBinaryRow(row).copy();
        }
        return made;
    }

    private static Object value(String column, int row, Random random) {
        return switch (column) {
            case "a" -> (long) row;
            case "s" -> StringData.fromString("row " + row + " of the ring");
            case "uuid" -> StringData.fromString("%032x".formatted(random.nextLong()));
            case "client_ip" ->
                    StringData.fromString(
                            "%d.%d.%d.%d"
                                    .formatted(
                                            random.nextInt(256),
                                            random.nextInt(256),
                                            random.nextInt(256),
                                            random.nextInt(256)));
            case "request_time" -> (long) random.nextInt(1000) + 1;
            case "response_size" -> (long) random.nextInt(100_000) + 1;
            case "price" -> (long) random.nextInt(10_000);
            case "weight" -> (long) random.nextInt(100) + 1;
            case "uri" -> StringData.fromString("/files/" + random.nextInt(10_000));
            default -> throw new IllegalArgumentException("The ring has no column " + column);
        };
    }
}

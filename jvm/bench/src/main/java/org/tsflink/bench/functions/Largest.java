package org.tsflink.bench.functions;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableAggregateFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;

import java.io.Serial;

/** The two largest values of a group. */
@FunctionHint(output = @DataTypeHint("ROW<v BIGINT, r INT>"))
public final class Largest extends TableAggregateFunction<Row, Largest.Accumulator> {
    @Serial private static final long serialVersionUID = 1L;

    public static final class Accumulator {
        public Long first;
        public Long second;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    public void accumulate(Accumulator accumulator, Long value) {
        if (accumulator.first == null || value > accumulator.first) {
            accumulator.second = accumulator.first;
            accumulator.first = value;
        } else if (accumulator.second == null || value > accumulator.second) {
            accumulator.second = value;
        }
    }

    public void emitValue(Accumulator accumulator, Collector<Row> out) {
        out.collect(Row.of(accumulator.first, 1));
        out.collect(Row.of(accumulator.second, 2));
    }
}

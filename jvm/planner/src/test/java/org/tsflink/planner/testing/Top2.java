package org.tsflink.planner.testing;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableAggregateFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The two largest values of a group, each with its rank, as Java has them. */
@FunctionHint(
        output = @DataTypeHint("ROW<`value` BIGINT, `rank` INT>"),
        // What emitUpdateWithRetract notes in a structured one, Flink does not keep.
        accumulator = @DataTypeHint(value = "RAW", bridgedTo = Top2.Values.class))
public abstract class Top2 extends TableAggregateFunction<Row, Top2.Values> {
    @Serial private static final long serialVersionUID = 1L;

    /** An accumulator: all values, and those emitted last. */
    public static final class Values {
        public Long[] now = {};
        public Long[] emitted = {};

        Long emitted(int i) {
            return i < emitted.length ? emitted[i] : null;
        }

        Long now(int i) {
            return i < now.length ? now[i] : null;
        }
    }

    @Override
    public Values createAccumulator() {
        return new Values();
    }

    public void accumulate(Values values, Long value) {
        List<Long> now = new ArrayList<>(Arrays.asList(values.now));
        now.add(value);
        now.sort(Comparator.reverseOrder());
        values.now = now.toArray(Long[]::new);
    }

    public void retract(Values values, Long value) {
        List<Long> now = new ArrayList<>(Arrays.asList(values.now));
        now.remove(value);
        values.now = now.toArray(Long[]::new);
    }

    /** Emits all again. */
    public static final class Emitting extends Top2 {
        @Serial private static final long serialVersionUID = 1L;

        public void emitValue(Values values, Collector<Row> out) {
            for (int i = 0; i < 2 && values.now(i) != null; i++) {
                out.collect(Row.of(values.now(i), i + 1));
            }
        }
    }

    /** Emits what has changed. */
    public static final class Updating extends Top2 {
        @Serial private static final long serialVersionUID = 1L;

        public void emitUpdateWithRetract(Values values, RetractableCollector<Row> out) {
            for (int i = 0; i < 2; i++) {
                Long before = values.emitted(i);
                Long now = values.now(i);
                if (Objects.equals(before, now)) {
                    continue;
                }
                if (before != null) {
                    out.retract(Row.of(before, i + 1));
                }
                if (now != null) {
                    out.collect(Row.of(now, i + 1));
                }
            }
            values.emitted = Arrays.copyOf(values.now, Math.min(2, values.now.length));
        }
    }
}

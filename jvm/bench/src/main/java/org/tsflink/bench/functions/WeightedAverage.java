package org.tsflink.bench.functions;

import org.apache.flink.table.functions.AggregateFunction;

import java.io.Serial;

/** The average of values, each as often as its weight says. */
public final class WeightedAverage extends AggregateFunction<Long, WeightedAverage.Accumulator> {
    @Serial private static final long serialVersionUID = 1L;

    public static final class Accumulator {
        public long sum;
        public long weight;
    }

    @Override
    public Accumulator createAccumulator() {
        return new Accumulator();
    }

    public void accumulate(Accumulator accumulator, Long value, Long weight) {
        accumulator.sum += value * weight;
        accumulator.weight += weight;
    }

    @Override
    public Long getValue(Accumulator accumulator) {
        return accumulator.weight == 0 ? null : accumulator.sum / accumulator.weight;
    }
}

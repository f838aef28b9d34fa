package org.tsflink.bench.functions;

import org.apache.flink.table.functions.ScalarFunction;

/** The Java twin of {@code plusOne}. */
public final class PlusOne extends ScalarFunction {

    public Long eval(Long value) {
        return value == null ? null : value + 1;
    }
}

package org.tsflink.bench.functions;

import org.apache.flink.table.functions.ScalarFunction;

/** The Java twin of {@code upper}. */
public final class Upper extends ScalarFunction {

    public String eval(String value) {
        return value == null ? null : value.toUpperCase();
    }
}

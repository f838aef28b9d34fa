package org.tsflink.runtime.aggregate;

import org.apache.flink.table.functions.TableAggregateFunction.RetractableCollector;

/**
 * A table aggregate with {@code emitUpdateWithRetract}, for Flink, which looks for a method of that
 * name.
 */
public interface Updates {

    AggregateRunner runner();

    default void emitUpdateWithRetract(Object accumulator, RetractableCollector<Object> out) {
        runner().emitUpdate(accumulator, out);
    }
}

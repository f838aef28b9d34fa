package org.tsflink.runtime.aggregate;

/** An aggregate with {@code merge}, for Flink, which looks for a method of that name. */
public interface Merges {

    AggregateRunner runner();

    default void merge(Object accumulator, Iterable<Object> others) {
        runner().merge(accumulator, others);
    }
}

package org.tsflink.runtime.aggregate;

/** An aggregate with {@code retract}, for Flink, which looks for a method of that name. */
public interface Retracts {

    AggregateRunner runner();

    /** Arguments are Flink's internal data structures. */
    default void retract(Object accumulator, Object... arguments) {
        runner().add(accumulator, arguments, true);
    }
}

package org.tsflink.runtime.function;

/**
 * What a function makes of the rows that it is given; the kinds of Flink's user-defined functions.
 */
public enum FunctionKind {
    SCALAR,
    TABLE,
    AGGREGATE,
    TABLE_AGGREGATE,
    PROCESS_TABLE,
    ASYNC_SCALAR,
    ASYNC_TABLE
}

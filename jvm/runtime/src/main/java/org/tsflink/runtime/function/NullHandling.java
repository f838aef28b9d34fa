package org.tsflink.runtime.function;

/** What a function is given for a NULL argument. */
public enum NullHandling {
    /** The function is called, with null. */
    CALL,
    /** The function is not called; its result is NULL. */
    RETURN_NULL
}

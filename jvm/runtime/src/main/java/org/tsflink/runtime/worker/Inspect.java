package org.tsflink.runtime.worker;

import java.util.Locale;

/**
 * Whether processes can be debugged: the values of {@code tsflink.process.inspect}. Those that can
 * have no time limit for functions.
 */
public enum Inspect {
    NONE,
    OPEN,
    /** They wait for a debugger before they load functions. */
    WAIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

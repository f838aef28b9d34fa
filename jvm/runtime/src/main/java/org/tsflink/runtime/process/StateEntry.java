package org.tsflink.runtime.process;

import org.tsflink.runtime.function.DeclaredType;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;

/**
 * An entry of the state of a process table function.
 *
 * @param key of a map view; else null
 * @param value a row, or the elements of a list view, or the values of a map view
 * @param timeToLive null for that of the job
 */
public record StateEntry(
        String name,
        Kind kind,
        @Nullable DeclaredType key,
        DeclaredType value,
        @Nullable Duration timeToLive)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** How the entry is kept. */
    public enum Kind {
        VALUE,
        LIST_VIEW,
        MAP_VIEW
    }

    boolean isView() {
        return kind != Kind.VALUE;
    }
}

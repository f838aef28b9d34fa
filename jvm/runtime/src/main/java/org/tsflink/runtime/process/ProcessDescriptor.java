package org.tsflink.runtime.process;

import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.state.StateEntry;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * A process table function written in TypeScript, as it was registered.
 *
 * @param arguments its tables and scalars, in order
 * @param changes the changes that its rows may stand for
 */
public record ProcessDescriptor(
        FunctionDescriptor function,
        List<ProcessArgument> arguments,
        List<StateEntry> state,
        OutputChanges changes)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The changelog modes of results. */
    public enum OutputChanges {
        INSERT,
        RETRACT,
        UPSERT
    }
}

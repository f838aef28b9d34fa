package org.tsflink.runtime.process;

import org.apache.flink.table.types.inference.StaticArgumentTrait;
import org.tsflink.runtime.function.DeclaredType;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.util.Set;

/**
 * An argument of a process table function.
 *
 * @param type of a scalar, or the row of a table; null for a table of any columns
 * @param traits what makes it a table; empty for a scalar
 * @param optional whether a call may leave a scalar out; it is NULL then
 */
public record ProcessArgument(
        String name, @Nullable DeclaredType type, Set<StaticArgumentTrait> traits, boolean optional)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    public boolean isTable() {
        return !traits.isEmpty();
    }
}

package org.tsflink.runtime.aggregate;

import org.tsflink.runtime.function.FunctionDescriptor;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * A call of an aggregate function.
 *
 * @param arguments for each parameter its field of the input rows
 * @param filter the field that says whether a row is taken in; -1 for all rows
 */
public record AggregateCall(FunctionDescriptor function, List<Integer> arguments, int filter)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
}

package org.tsflink.runtime.function;

import org.apache.flink.table.types.inference.CallContext;
import org.tsflink.runtime.state.StateEntry;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/** The type of the accumulators of a function, by the arguments of a call. */
public record AccumulatorStrategy(ResultStrategy type, List<View> views) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /**
     * A view of accumulators.
     *
     * @param key null for a list view
     */
    public record View(String name, @Nullable ResultStrategy key, ResultStrategy value)
            implements Serializable {
        @Serial private static final long serialVersionUID = 1L;
    }

    DeclaredType type(List<DeclaredType> arguments, CallContext call) {
        return resolve(type, arguments, call);
    }

    List<StateEntry> views(List<DeclaredType> arguments, CallContext call) {
        return views.stream().map(view -> entry(view, arguments, call)).toList();
    }

    // Keys are not null, nor are the elements of lists.
    private static StateEntry entry(View view, List<DeclaredType> arguments, CallContext call) {
        DeclaredType value = resolve(view.value(), arguments, call);
        return view.key() == null
                ? new StateEntry(
                        view.name(),
                        StateEntry.Kind.LIST_VIEW,
                        null,
                        value.withNullability(false),
                        null)
                : new StateEntry(
                        view.name(),
                        StateEntry.Kind.MAP_VIEW,
                        resolve(view.key(), arguments, call).withNullability(false),
                        value,
                        null);
    }

    private static DeclaredType resolve(
            ResultStrategy strategy, List<DeclaredType> arguments, CallContext call) {
        return strategy.resolve(
                arguments, strategy.toFlink().inferType(call).orElseThrow().getLogicalType());
    }
}

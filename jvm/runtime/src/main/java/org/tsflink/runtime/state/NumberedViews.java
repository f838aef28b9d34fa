package org.tsflink.runtime.state;

import org.tsflink.runtime.engine.ProgramHandle;

import java.util.List;

/** Views that functions call back for: those of one accumulator, or partition, after another. */
public final class NumberedViews implements HostExchange.Operations {
    private final ViewAccess[] accesses;
    private final ViewPrefetch prefetch;
    private Views views;

    /**
     * @param entries the views of each
     */
    public NumberedViews(List<StateEntry> entries) {
        accesses = entries.stream().map(ViewAccess::of).toArray(ViewAccess[]::new);
        prefetch = new ViewPrefetch(accesses);
    }

    /**
     * Where views are from now on.
     *
     * @param owners how many accumulators, or partitions, there are, of which no two share a view;
     *     0 if that is not known
     */
    public void pointTo(Views found, int owners) {
        views = found;
        prefetch.begin(owners);
    }

    @Override
    public Answer answer(int operation, int number, byte[] payload) {
        if (operation == ProgramHandle.PREFETCH) {
            return prefetch.gather(views);
        }
        int view = number % accesses.length;
        if (ViewAccess.isRead(operation)) {
            prefetch.isRead(view);
        }
        ViewAccess access = accesses[view];
        access.pointTo(views.view(number / accesses.length, view));
        return access.answer(operation, payload);
    }
}

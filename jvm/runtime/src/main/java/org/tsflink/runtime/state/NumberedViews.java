package org.tsflink.runtime.state;

import java.util.List;

/** Views that functions call back for: those of one accumulator, or partition, after another. */
public final class NumberedViews implements HostExchange.Operations {
    private final ViewAccess[] accesses;
    private Views views;

    /**
     * @param entries the views of each
     */
    public NumberedViews(List<StateEntry> entries) {
        accesses = entries.stream().map(ViewAccess::of).toArray(ViewAccess[]::new);
    }

    /** Where views are from now on. */
    public void pointTo(Views found) {
        views = found;
    }

    @Override
    public Answer answer(int operation, int number, byte[] payload) {
        int view = number % accesses.length;
        ViewAccess access = accesses[view];
        access.pointTo(views.view(number / accesses.length, view));
        return access.answer(operation, payload);
    }
}

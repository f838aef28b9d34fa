package org.tsflink.runtime.aggregate;

import org.tsflink.runtime.program.SharedBuffer;
import org.tsflink.runtime.state.Answer;
import org.tsflink.runtime.state.HostExchange;
import org.tsflink.runtime.state.ViewAccess;

import java.util.List;

/** What aggregate functions call back for: views of their accumulators. */
final class ViewHost implements HostExchange.Operations {
    private static final int EXCHANGE_BYTES = 1 << 16;

    private final ViewAccess[] accesses;
    private final HostExchange exchange;
    private Views views;

    ViewHost(List<AggregateCall> calls) {
        accesses =
                calls.stream()
                        .flatMap(call -> call.function().views().stream())
                        .map(ViewAccess::of)
                        .toArray(ViewAccess[]::new);
        exchange = new HostExchange(accesses.length == 0 ? Long.BYTES : EXCHANGE_BYTES, this);
    }

    HostExchange exchange() {
        return exchange;
    }

    SharedBuffer memory() {
        return exchange.memory();
    }

    /** Where views are from now on. */
    void pointTo(Views found) {
        views = found;
    }

    /** Views are numbered accumulator by accumulator. */
    @Override
    public Answer answer(int operation, int number, byte[] payload) {
        int view = number % accesses.length;
        ViewAccess access = accesses[view];
        access.pointTo(views.view(number / accesses.length, view));
        return access.answer(operation, payload);
    }
}

package org.tsflink.runtime.process;

import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.util.function.ThrowingConsumer;

/** What a function does to a timer (packages/runtime/src/process/timer-changes.ts). */
final class TimerChange {
    static final int FIELDS = 3;
    private static final int REGISTER = 0;
    private static final int CLEAR = 1;
    private static final int CLEAR_ALL = 2;

    private TimerChange() {}

    /**
     * Does it, to the timers of the current partition.
     *
     * @param clearAll how all of them are cleared
     */
    static void apply(
            BinaryRowData change,
            TimeContext<Long> times,
            ThrowingConsumer<TimeContext<Long>, Exception> clearAll)
            throws Exception {
        String name = change.isNullAt(1) ? null : change.getString(1).toString();
        long millis = change.getLong(2);
        switch (change.getInt(0)) {
            case REGISTER -> {
                if (name == null) {
                    times.registerOnTime(millis);
                } else {
                    times.registerOnTime(name, millis);
                }
            }
            case CLEAR -> {
                if (name == null) {
                    times.clearTimer(millis);
                } else {
                    times.clearTimer(name);
                }
            }
            case CLEAR_ALL -> clearAll.accept(times);
            default -> throw new IllegalArgumentException("No change of timers: " + change);
        }
    }
}

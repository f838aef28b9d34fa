package org.tsflink.runtime.metrics;

import org.apache.flink.metrics.Counter;
import org.tsflink.runtime.program.SharedBuffer;

/** A counter whose number the JavaScript side writes. */
final class SharedCounter implements Counter {
    private final SharedBuffer memory;

    SharedCounter(SharedBuffer memory) {
        this.memory = memory;
    }

    @Override
    public void inc() {
        inc(1);
    }

    @Override
    public void inc(long n) {
        memory.segment.putDouble(0, memory.segment.getDouble(0) + n);
    }

    @Override
    public void dec() {
        inc(-1);
    }

    @Override
    public void dec(long n) {
        inc(-n);
    }

    @Override
    public long getCount() {
        return (long) memory.segment.getDouble(0);
    }
}

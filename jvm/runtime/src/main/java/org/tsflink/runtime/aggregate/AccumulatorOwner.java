package org.tsflink.runtime.aggregate;

/** Who brings accumulators up to date. */
interface AccumulatorOwner {

    /** Whether it may be asked now: V8 belongs to the thread of its task. */
    boolean isOfThisThread();

    /** Lets V8 see the rows that an accumulator holds. */
    void settle(Accumulator accumulator);
}

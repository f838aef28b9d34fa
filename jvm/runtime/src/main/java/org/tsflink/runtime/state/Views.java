package org.tsflink.runtime.state;

/** Finds the views of accumulators, or of partitions, when a function asks for what is in them. */
public interface Views {

    /**
     * @param owner the number of the accumulator or partition
     * @param view its number among the views of each
     */
    Object view(int owner, int view);
}

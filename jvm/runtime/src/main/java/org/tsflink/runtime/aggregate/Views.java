package org.tsflink.runtime.aggregate;

/** Finds the views of accumulators, when a function asks for what is in them. */
interface Views {

    /**
     * @param accumulator the number that it was selected by
     * @param view its number among the views of all calls
     */
    Object view(int accumulator, int view);
}

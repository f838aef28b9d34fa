package org.tsflink.planner;

/**
 * A query with TypeScript functions, and the same said in built-in ones.
 *
 * @param batched the TypeScriptCalc nodes that its plan must have, in both modes
 */
record Query(String name, int batched, String sql, String reference) {

    @Override
    public String toString() {
        return name;
    }
}

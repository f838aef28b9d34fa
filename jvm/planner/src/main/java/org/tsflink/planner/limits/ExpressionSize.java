package org.tsflink.planner.limits;

/**
 * How large an expression is.
 *
 * @param calls of functions and operators in it
 * @param branches of CASE that lie one within the other
 */
record ExpressionSize(long calls, long branches) {

    static final ExpressionSize NONE = new ExpressionSize(0, 0);

    // What a chain of selects doubles at each step would overflow.
    private static final long MOST = 1L << 40;

    static long sum(long left, long right) {
        return Math.min(MOST, left + right);
    }

    /** Of an expression that has both. */
    ExpressionSize with(ExpressionSize other) {
        return new ExpressionSize(sum(calls, other.calls), Math.max(branches, other.branches));
    }

    /** Of a call of it. */
    ExpressionSize called(long ownBranches) {
        return new ExpressionSize(sum(calls, 1), sum(branches, ownBranches));
    }
}

package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

/** Points into a text of SQL. */
final class SqlText {

    private static final int WIDTH = 100;

    private SqlText() {}

    /** The line that a position is in, with ^ under it; empty if there is no such line. */
    static String marked(@Nullable String sql, int line, int column) {
        String[] lines = sql == null ? new String[0] : sql.split("\n", -1);
        if (line < 1 || line > lines.length || column < 1) {
            return "";
        }
        String text = lines[line - 1].replace('\t', ' ').stripTrailing();
        int at = Math.min(column - 1, text.length());
        // A long line is shown around the position.
        int start = Math.max(0, Math.min(at - WIDTH / 2, text.length() - WIDTH));
        int end = Math.min(text.length(), start + WIDTH);
        String before = start > 0 ? "…" : "";
        String after = end < text.length() ? "…" : "";
        return "\n  "
                + before
                + text.substring(start, end)
                + after
                + "\n  "
                + " ".repeat(before.length() + at - start)
                + "^";
    }
}

package org.tsflink.gateway.errors;

import javax.annotation.Nullable;

import java.util.List;
import java.util.stream.Stream;

/** Points into a text of SQL. */
final class SqlText {

    private static final int WIDTH = 100;

    private SqlText() {}

    /** The word before a position, and the one at it. */
    static List<String> wordsAround(@Nullable String sql, int line, int column) {
        String[] lines = sql == null ? new String[0] : sql.split("\n", -1);
        if (line < 1 || line > lines.length || column < 1 || column > lines[line - 1].length()) {
            return List.of();
        }
        String before = lines[line - 1].substring(0, column - 1).strip();
        String at = lines[line - 1].substring(column - 1);
        return Stream.of(before.replaceFirst("^.*[^\\w]", ""), at.replaceFirst("[^\\w].*$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

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

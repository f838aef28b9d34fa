package org.tsflink.gateway.errors;

import org.apache.flink.shaded.guava33.com.google.common.base.Ascii;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names that a misspelt one may have meant. */
public final class NearestNames {

    private static final int MOST = 3;
    private static final int MOST_LISTED = 12;

    private NearestNames() {}

    /** "Did you mean …", or the whole list where it is short, or how many there are. */
    public static String hint(String kind, String wrong, Collection<String> names) {
        if (names.isEmpty()) {
            return "There are no " + kind + ".";
        }
        List<String> near = of(wrong, names);
        String list =
                names.size() <= MOST_LISTED ? "The %s are: %s.".formatted(kind, quoted(names)) : "";
        if (near.isEmpty()) {
            return list.isEmpty()
                    ? "None of the %d %s has a similar name.".formatted(names.size(), kind)
                    : list;
        }
        return (didYouMean(wrong, names) + " " + list).strip();
    }

    /** "Did you mean …?", or nothing where no name is near. */
    static String didYouMean(String wrong, Collection<String> names) {
        List<String> near = of(wrong, names);
        return near.isEmpty()
                ? ""
                : "Did you mean "
                        + String.join(" or ", near.stream().map(n -> "'" + n + "'").toList())
                        + "?";
    }

    /** The names nearest to a wrong one, best first. */
    public static List<String> of(String wrong, Collection<String> names) {
        // Short names are all alike: two edits of two letters make another word.
        int most = Math.min(Math.max(1, wrong.length() - 1), Math.max(2, wrong.length() / 3));
        record Candidate(String name, int distance) {}
        return names.stream()
                .distinct()
                .map(
                        name ->
                                new Candidate(
                                        name,
                                        distance(
                                                Ascii.toLowerCase(wrong), Ascii.toLowerCase(name))))
                .filter(candidate -> candidate.distance <= most)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static String quoted(Collection<String> names) {
        return String.join(", ", names);
    }

    // Edits, where swapping two neighbours counts as one.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(substitution, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

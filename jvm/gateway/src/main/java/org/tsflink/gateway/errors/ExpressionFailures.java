package org.tsflink.gateway.errors;

import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.client.JobExecutionException;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression of SQL that met a value which it cannot take: a division by zero, a cast. */
final class ExpressionFailures implements Classifier {

    private static final Set<String> OF_VALUES =
            Set.of(
                    "ArithmeticException",
                    "NumberFormatException",
                    "DateTimeException",
                    "DateTimeParseException",
                    "TableRuntimeException");
    // In the description of an operator, as in the web dashboard: `Calc(select=[…], where=[…])`.
    private static final Pattern EXPRESSIONS =
            Pattern.compile("(?:select|where|condition)=\\[(.*?)\\](?=[,)]|$)", Pattern.DOTALL);
    private static final int MOST = 300;

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        Cause root = causes.get(causes.size() - 1);
        if (OF_VALUES.stream().noneMatch(root::is)) {
            return null;
        }
        boolean division = root.text().toLowerCase().contains("by zero");
        JobID job = null;
        for (Cause cause : causes) {
            if (cause.throwable() instanceof JobExecutionException failed) {
                job = failed.getJobID();
            }
        }
        if (job == null && !division) {
            return null;
        }
        List<String> suspects =
                job == null ? List.of() : suspects(statement.operators(job), division, root);
        String where = suspects.isEmpty() ? "" : "\nin " + cut(String.join("\nor ", suspects));
        return Failure.of(
                ErrorCode.EXPRESSION_FAILED,
                (division ? "Division by zero" : said(root)) + where,
                division
                        ? "Divide by NULLIF(x, 0), which gives NULL instead, or filter such rows before."
                        : "TRY_CAST (tryCast) gives NULL instead of failing; or filter such rows before.");
    }

    private static String said(Cause root) {
        String kind = root.className().substring(root.className().lastIndexOf('.') + 1);
        return "An expression failed on a value: "
                + (kind.equals("TableRuntimeException") ? "" : kind + ": ")
                + root.text();
    }

    /** The expressions of a task that could have failed so. */
    private static List<String> suspects(List<String> operators, boolean division, Cause root) {
        List<String> suspects = new ArrayList<>();
        for (String operator : operators) {
            Matcher found = EXPRESSIONS.matcher(operator);
            while (found.find()) {
                for (String expression : split(found.group(1))) {
                    boolean suspect =
                            division
                                    ? expression.contains(" / ")
                                            || expression.contains(" % ")
                                            || expression.contains("MOD(")
                                            || expression.contains("DIV")
                                    : expression.contains("CAST(") || expression.contains("(");
                    if (suspect && !suspects.contains(expression)) {
                        suspects.add(expression);
                    }
                }
            }
        }
        List<String> casts = suspects.stream().filter(s -> s.contains("CAST(")).toList();
        return division || casts.isEmpty() ? suspects : casts;
    }

    /** Parts at the commas that no parenthesis holds. */
    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && (c == '(' || c == '[')) {
                depth++;
            } else if (!quoted && (c == ')' || c == ']')) {
                depth--;
            } else if (!quoted && depth == 0 && c == ',') {
                parts.add(list.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(list.substring(start).strip());
        return parts;
    }

    private static String cut(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
    }
}

package org.tsflink.planner.limits;

import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexFieldAccess;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.util.NlsString;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How large a plan is, and whether it may be. */
final class PlanSize {

    // What a chain of selects doubles at each step would overflow.
    private static final long MOST = 1L << 40;

    private final long maxExpressions;
    private final long maxAggregates;
    private final long maxTables;
    private final long maxLiterals;
    // The calls behind each column of a node: plans are graphs, which share nodes.
    private final Map<RelNode, long[]> columns = new IdentityHashMap<>();
    private long tables;
    private long literals;

    PlanSize(ReadableConfig config) {
        maxExpressions = config.get(PlanOptions.MAX_EXPRESSIONS);
        maxAggregates = config.get(PlanOptions.MAX_AGGREGATES);
        maxTables = config.get(PlanOptions.MAX_TABLES);
        maxLiterals = config.get(PlanOptions.MAX_LITERALS).getBytes();
    }

    void check(RelNode root) {
        columnsOf(root);
    }

    private long[] columnsOf(RelNode node) {
        long[] known = columns.get(node);
        if (known != null) {
            return known;
        }
        long[] input = new long[0];
        for (RelNode child : node.getInputs()) {
            input = columnsOf(child);
        }
        long[] made = new long[node.getRowType().getFieldCount()];
        if (node instanceof Project project) {
            made = callsOf(project.getProjects(), input);
        } else if (node instanceof Filter filter) {
            callsOf(List.of(filter.getCondition()), input);
            made = input;
        } else if (node instanceof Aggregate aggregate) {
            check(
                    "Aggregates of one select",
                    aggregate.getAggCallList().size(),
                    maxAggregates,
                    PlanOptions.MAX_AGGREGATES);
        } else if (node.getInputs().isEmpty()) {
            check("Tables of the plan", ++tables, maxTables, PlanOptions.MAX_TABLES);
        }
        columns.put(node, made);
        return made;
    }

    private long[] callsOf(List<RexNode> expressions, long[] input) {
        Map<RexNode, Long> known = new IdentityHashMap<>();
        long[] calls =
                expressions.stream()
                        .mapToLong(expression -> callsOf(expression, input, known))
                        .toArray();
        check(
                "Expressions of one select, with those of the selects below it",
                Arrays.stream(calls).reduce(0, PlanSize::sum),
                maxExpressions,
                PlanOptions.MAX_EXPRESSIONS);
        return calls;
    }

    private long callsOf(RexNode expression, long[] input, Map<RexNode, Long> known) {
        Long calls = known.get(expression);
        if (calls == null) {
            calls = countCalls(expression, input, known);
            known.put(expression, calls);
        }
        return calls;
    }

    private long countCalls(RexNode expression, long[] input, Map<RexNode, Long> known) {
        if (expression instanceof RexInputRef column) {
            return input[column.getIndex()];
        }
        if (expression instanceof RexFieldAccess field) {
            return callsOf(field.getReferenceExpr(), input, known);
        }
        if (expression instanceof RexLiteral literal) {
            literals += sizeOf(literal);
            check("Bytes of literals", literals, maxLiterals, PlanOptions.MAX_LITERALS);
        }
        if (expression instanceof RexSubQuery subquery) {
            columnsOf(subquery.rel);
        }
        long calls = 0;
        if (expression instanceof RexCall call) {
            calls = 1;
            for (RexNode operand : call.getOperands()) {
                calls = sum(calls, callsOf(operand, input, known));
            }
        }
        return calls;
    }

    private static long sizeOf(RexLiteral literal) {
        Object value = literal.getValue();
        if (value instanceof NlsString text) {
            return text.getValue().length();
        }
        return value instanceof ByteString bytes ? bytes.length() : 0;
    }

    private static long sum(long left, long right) {
        return Math.min(MOST, left + right);
    }

    private static void check(String what, long count, long most, ConfigOption<?> option) {
        if (count > most) {
            throw new PlanTooLargeException(what, count, most, option);
        }
    }
}

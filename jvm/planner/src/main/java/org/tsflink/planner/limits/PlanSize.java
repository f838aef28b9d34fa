package org.tsflink.planner.limits;

import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.NlsString;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How large a plan is, and whether it may be. */
final class PlanSize {

    private final long maxExpressions;
    private final long maxAggregates;
    private final long maxBranches;
    private final long maxTables;
    private final long maxLiterals;
    // The calls behind each column of a node: plans are graphs, which share nodes.
    private final Map<RelNode, long[]> columns = new IdentityHashMap<>();
    private long tables;
    private long literals;

    PlanSize(ReadableConfig config) {
        maxExpressions = config.get(PlanOptions.MAX_EXPRESSIONS);
        maxAggregates = config.get(PlanOptions.MAX_AGGREGATES);
        maxBranches = config.get(PlanOptions.MAX_BRANCHES);
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
        ExpressionSizes sizes = new ExpressionSizes(input, this::add, this::columnsOf);
        long[] calls = new long[expressions.size()];
        long all = 0;
        for (int i = 0; i < calls.length; i++) {
            ExpressionSize size = sizes.of(expressions.get(i));
            check("Branches of one CASE", size.branches(), maxBranches, PlanOptions.MAX_BRANCHES);
            calls[i] = size.calls();
            all = ExpressionSize.sum(all, calls[i]);
        }
        check(
                "Expressions of one select, with those of the selects below it",
                all,
                maxExpressions,
                PlanOptions.MAX_EXPRESSIONS);
        return calls;
    }

    private void add(RexLiteral literal) {
        Object value = literal.getValue();
        if (value instanceof NlsString text) {
            literals += text.getValue().length();
        } else if (value instanceof ByteString bytes) {
            literals += bytes.length();
        }
        check("Bytes of literals", literals, maxLiterals, PlanOptions.MAX_LITERALS);
    }

    private static void check(String what, long count, long most, ConfigOption<?> option) {
        if (count > most) {
            throw new PlanTooLargeException(what, count, most, option);
        }
    }
}

package org.tsflink.planner.logical;

import org.apache.calcite.plan.RelOptUtil.InputFinder;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLocalRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.flink.table.planner.plan.nodes.logical.FlinkLogicalCalc;
import org.tsflink.planner.rex.EagerCalls;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a calc into up to three, from the top: what is done with the results of TypeScript calls;
 * the calls; what they need done before (the rest of the filter, computed arguments).
 *
 * <p>A filter that makes calls is split before the projection is, so that the calls of the
 * projection only see the rows that pass.
 */
final class CalcSplit {

    private final FlinkLogicalCalc calc;
    private final RexBuilder rexBuilder;
    private final RelDataType inputType;
    private final CallCollector collector = new CallCollector();

    CalcSplit(FlinkLogicalCalc calc) {
        this.calc = calc;
        this.rexBuilder = calc.getCluster().getRexBuilder();
        this.inputType = calc.getInput().getRowType();
    }

    RelNode split() {
        RexProgram program = calc.getProgram();
        List<RexNode> before = new ArrayList<>();
        List<RexNode> filter = new ArrayList<>();
        for (RexNode conjunct : Conjuncts.of(program)) {
            (EagerCalls.existIn(conjunct) ? filter : before).add(conjunct);
        }
        List<RexNode> projection = new ArrayList<>(program.expandList(program.getProjectList()));
        if (filter.isEmpty()) {
            projection.replaceAll(collector::collect);
        } else {
            // One after the other: the second conjunct is not for rows that the first refused.
            filter.set(0, collector.collect(filter.get(0)));
            filter.replaceAll(collector::reuse);
        }
        projection.replaceAll(collector::reuse);
        List<RexNode> calls = collector.calls();

        ImmutableBitSet forwarded = fields(projection, filter);
        Row input = argumentRow(before, forwarded.union(fields(calls, List.of())));
        if (filter.isEmpty() && projection.stream().allMatch(CalcSplit::isReference)) {
            List<RexNode> direct = new ArrayList<>(projection);
            direct.replaceAll(e -> e instanceof RexLocalRef r ? calls.get(r.getIndex()) : e);
            return calc(input.rel, input.map(direct), null, calc.getRowType());
        }
        Row results = callRow(input, forwarded, calls);
        return calc(
                results.rel,
                results.map(projection),
                results.map(RexUtil.composeConjunction(rexBuilder, filter, true)),
                calc.getRowType());
    }

    /** The calc below the calls; the input itself if there is nothing to do. */
    private Row argumentRow(List<RexNode> filter, ImmutableBitSet forwarded) {
        List<RexNode> arguments = collector.arguments();
        if (arguments.isEmpty() && filter.isEmpty()) {
            return new Row(calc.getInput(), ImmutableBitSet.range(inputType.getFieldCount()));
        }
        List<String> names = new ArrayList<>(names(forwarded));
        for (int i = 0; i < arguments.size(); i++) {
            names.add("$arg" + i);
        }
        List<RexNode> projection = new ArrayList<>(references(forwarded));
        projection.addAll(arguments);
        RexNode condition = RexUtil.composeConjunction(rexBuilder, filter, true);
        return new Row(
                calc(calc.getInput(), projection, condition, rowType(projection, names)),
                forwarded);
    }

    /** The calc that makes the calls. */
    private Row callRow(Row input, ImmutableBitSet forwarded, List<RexNode> calls) {
        List<String> names = new ArrayList<>(names(forwarded));
        for (RexNode call : calls) {
            names.add(((RexCall) call).getOperator().getName() + "$" + names.size());
        }
        List<RexNode> projection = new ArrayList<>(references(forwarded));
        projection.addAll(calls);
        return new Row(
                calc(input.rel, input.map(projection), null, rowType(projection, names)),
                forwarded);
    }

    private FlinkLogicalCalc calc(
            RelNode input, List<RexNode> projection, RexNode condition, RelDataType type) {
        return new FlinkLogicalCalc(
                calc.getCluster(),
                calc.getTraitSet(),
                input,
                RexProgram.create(input.getRowType(), projection, condition, type, rexBuilder));
    }

    private RelDataType rowType(List<RexNode> projection, List<String> names) {
        return RexUtil.createStructType(
                rexBuilder.getTypeFactory(),
                projection,
                SqlValidatorUtil.uniquify(names, true),
                null);
    }

    private static ImmutableBitSet fields(List<RexNode> expressions, List<RexNode> more) {
        return InputFinder.bits(expressions, null).union(InputFinder.bits(more, null));
    }

    private List<RexNode> references(ImmutableBitSet fields) {
        return fields.toList().stream()
                .<RexNode>map(field -> RexInputRef.of(field, inputType))
                .toList();
    }

    private List<String> names(ImmutableBitSet fields) {
        return fields.toList().stream().map(inputType.getFieldNames()::get).toList();
    }

    private static boolean isReference(RexNode expression) {
        return expression instanceof RexInputRef || expression instanceof RexLocalRef;
    }
}

package org.tsflink.planner.logical;

import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.tsflink.planner.rex.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The arguments of aggregate functions are fields: a projection below casts them. */
final class AggregateArguments {

    private AggregateArguments() {}

    static RelNode cast(Aggregate aggregate) {
        RelNode input = aggregate.getInput();
        RexBuilder rexBuilder = aggregate.getCluster().getRexBuilder();
        List<RexNode> fields = new ArrayList<>();
        for (int i = 0; i < input.getRowType().getFieldCount(); i++) {
            fields.add(RexInputRef.of(i, input.getRowType()));
        }
        List<RexNode> projection = new ArrayList<>(fields);
        List<AggregateCall> calls = new ArrayList<>();
        for (AggregateCall call : aggregate.getAggCallList()) {
            Parameters parameters = Parameters.of(call);
            List<Integer> arguments = new ArrayList<>();
            for (int i = 0; i < call.getArgList().size(); i++) {
                int field = call.getArgList().get(i);
                RexNode cast = parameters.cast(i, fields.get(field), rexBuilder);
                int at = projection.indexOf(cast);
                if (at < 0) {
                    at = projection.size();
                    projection.add(cast);
                }
                arguments.add(at);
            }
            calls.add(call.withArgList(arguments));
        }
        if (projection.size() == fields.size()) {
            return aggregate;
        }
        List<String> names = new ArrayList<>(input.getRowType().getFieldNames());
        for (int i = names.size(); i < projection.size(); i++) {
            names.add("$cast" + i);
        }
        RelNode project = LogicalProject.create(input, List.of(), projection, names, Set.of());
        return aggregate.copy(
                aggregate.getTraitSet(),
                project,
                aggregate.getGroupSet(),
                aggregate.getGroupSets(),
                calls);
    }
}

package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexNode;
import org.apache.flink.table.planner.calcite.FlinkTypeFactory;
import org.apache.flink.table.planner.codegen.LookupJoinCodeGenerator;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.nodes.exec.ExecNodeConfig;
import org.apache.flink.table.planner.utils.JavaScalaConversionUtil;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.async.AsyncCalcFunction;

import java.util.List;

/** Generates what is computed of a row before an asynchronous call. */
final class AsyncFields {

    private AsyncFields() {}

    static AsyncCalcFunction.Fields generate(
            List<RexNode> fields, RowType inputType, PlannerBase planner, ExecNodeConfig config) {
        RowType type =
                RowType.of(
                        fields.stream()
                                .map(field -> FlinkTypeFactory.toLogicalType(field.getType()))
                                .toArray(LogicalType[]::new));
        return new AsyncCalcFunction.Fields(
                LookupJoinCodeGenerator.generateCalcMapFunction(
                        config,
                        planner.getFlinkContext().getClassLoader(),
                        JavaScalaConversionUtil.toScala(fields),
                        // Without a filter Flink refuses a calc of the input's own fields.
                        planner.createRelBuilder().getRexBuilder().makeLiteral(true),
                        type,
                        inputType),
                type);
    }
}

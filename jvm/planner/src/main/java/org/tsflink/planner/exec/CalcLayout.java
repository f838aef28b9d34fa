package org.tsflink.planner.exec;

import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.calc.CallTree;
import org.tsflink.runtime.calc.Constants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a projection means to the operator: calls, their results and where outputs come from. */
record CalcLayout(CallTree[] calls, Constants constants, RowType resultType, int[] outputMapping) {

    /**
     * @param fields the input fields that the operator keeps, ascending
     */
    static CalcLayout of(List<RexNode> projection, int[] fields, RowType outputType) {
        CallTreeBuilder builder = new CallTreeBuilder(fields);
        List<CallTree> calls = new ArrayList<>();
        List<LogicalType> resultTypes = new ArrayList<>();
        Map<RexNode, Integer> known = new HashMap<>();
        int[] outputMapping = new int[projection.size()];
        for (int i = 0; i < outputMapping.length; i++) {
            RexNode expression = projection.get(i);
            if (expression instanceof RexInputRef reference) {
                outputMapping[i] = Arrays.binarySearch(fields, reference.getIndex());
                continue;
            }
            Integer call = RexUtil.isDeterministic(expression) ? known.get(expression) : null;
            if (call == null) {
                call = calls.size();
                known.put(expression, call);
                calls.add(builder.call(expression));
                resultTypes.add(outputType.getTypeAt(i));
            }
            outputMapping[i] = ~call;
        }
        return new CalcLayout(
                calls.toArray(CallTree[]::new),
                builder.constants(),
                RowType.of(resultTypes.toArray(LogicalType[]::new)),
                outputMapping);
    }
}

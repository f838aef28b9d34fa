package org.tsflink.runtime.aggregate;

import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;

/**
 * A streaming group aggregation with a TypeScript table aggregate function: as that with aggregate
 * functions, but each row of the input gives the rows that Flink's own operator gives for it.
 */
public final class GroupTableAggregateOperator extends GroupAggregateOperator {
    @Serial private static final long serialVersionUID = 1L;

    public GroupTableAggregateOperator(
            GroupAggregateSpec spec, GeneratedProjection projection, FunctionOptions options) {
        super(spec, projection, options);
    }

    @Override
    AggregateBatch createBatch(GroupParts parts) {
        return new TableGroupBatch(parts);
    }
}

package org.tsflink.gateway.cache;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.streaming.api.transformations.WithBoundedness;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.operations.CollectModifyOperation;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.util.List;

/** Refuses what cannot be kept, as it never ends. */
final class BoundedQueries {

    private BoundedQueries() {}

    static void check(TableEnvironmentInternal environment, Table query) {
        List<Transformation<?>> roots =
                ((TableEnvironmentImpl) environment)
                        .getPlanner()
                        .translate(List.of(new CollectModifyOperation(query.getQueryOperation())));
        for (Transformation<?> root : roots) {
            for (Transformation<?> part : root.getTransitivePredecessors()) {
                if (part instanceof WithBoundedness source
                        && source.getBoundedness() == Boundedness.CONTINUOUS_UNBOUNDED) {
                    throw new GatewayException(
                            ErrorCode.VALIDATION_ERROR,
                            "A table cannot be cached that never ends: '%s' is unbounded."
                                    .formatted(part.getName()),
                            "Cache a table of bounded sources.");
                }
            }
        }
    }
}

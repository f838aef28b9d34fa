package org.tsflink.runtime.aggregate;

import org.apache.flink.table.runtime.generated.GeneratedAggsHandleFunction;
import org.apache.flink.table.runtime.generated.GeneratedRecordEqualiser;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a group aggregation computes.
 *
 * @param calls of TypeScript functions
 * @param callPositions for each of them its field among the aggregates of an output row
 * @param others what Flink generated for the aggregates that are not TypeScript, and for the count
 *     of rows if there are retractions; null if there are none
 * @param otherAccumulators the types of their accumulators
 * @param otherPositions for each field of their value its field among the aggregates
 * @param otherValues the types of their values
 * @param indexOfCount which of their accumulators is the count of rows, or -1
 * @param equaliser of the aggregates of an output row
 * @param miniBatch whether changes are for each key and bundle, or for each row
 */
public record GroupAggregateSpec(
        List<AggregateCall> calls,
        int[] callPositions,
        RowType inputType,
        @Nullable GeneratedAggsHandleFunction others,
        LogicalType[] otherAccumulators,
        int[] otherPositions,
        LogicalType[] otherValues,
        int indexOfCount,
        GeneratedRecordEqualiser equaliser,
        boolean generateUpdateBefore,
        long stateRetentionMillis,
        boolean miniBatch)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The accumulators of the others, then those of the calls, each as the field of a row. */
    RowType stateType() {
        List<LogicalType> types = new ArrayList<>(List.of(otherAccumulators));
        for (AggregateCall call : calls) {
            types.add(RowType.of(false, call.function().accumulator().type()));
        }
        return RowType.of(types.toArray(LogicalType[]::new));
    }
}

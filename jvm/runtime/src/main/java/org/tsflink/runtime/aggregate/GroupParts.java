package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.streaming.api.operators.KeyContext;
import org.apache.flink.table.api.dataview.DataView;
import org.apache.flink.table.data.RowData;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a batch of groups works with.
 *
 * @param views of the calls' accumulators, of the current key
 */
record GroupParts(
        GroupAggregateSpec spec,
        AggregateProgram program,
        OtherAggregates others,
        ValueState<RowData> state,
        List<DataView> views,
        KeyContext keys,
        Consumer<RowData> output,
        FunctionOptions options) {}

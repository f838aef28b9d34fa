package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.runtime.util.StateConfigUtil;
import org.tsflink.runtime.batch.BatchOperator;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;

/**
 * A streaming group aggregation with TypeScript functions: rows are gathered, and those of all keys
 * cross into V8 at once. Accumulators come from Flink's keyed state, once for each key of a batch,
 * and go back to it. Changes are those of Flink's own operators: for each row, or with mini-batch
 * for each key and bundle.
 */
public class GroupAggregateOperator extends BatchOperator<GroupBatch> {
    @Serial private static final long serialVersionUID = 1L;

    private final GroupAggregateSpec spec;

    /**
     * @param projection to binary rows of the input
     */
    public GroupAggregateOperator(
            GroupAggregateSpec spec, GeneratedProjection projection, FunctionOptions options) {
        super(true, projection, options);
        this.spec = spec;
    }

    @Override
    protected GroupBatch createBatch(FunctionContext context) {
        StateTtlConfig ttl = StateConfigUtil.createTtlConfig(spec.stateRetentionMillis());
        return new GroupBatch(
                spec,
                new AggregateProgram(spec.calls(), spec.inputType(), context, options),
                OtherAggregates.open(spec, getRuntimeContext(), ttl, getUserCodeClassloader()),
                state(ttl),
                spec.equaliser().newInstance(getUserCodeClassloader()),
                this,
                this::emit,
                options);
    }

    private ValueState<RowData> state(StateTtlConfig ttl) {
        ValueStateDescriptor<RowData> descriptor =
                new ValueStateDescriptor<>("accState", InternalTypeInfo.of(spec.stateType()));
        if (ttl.isEnabled()) {
            descriptor.enableTimeToLive(ttl);
        }
        return getRuntimeContext().getState(descriptor);
    }

    @Override
    protected void run(GroupBatch batch) throws Exception {
        batch.run();
    }

    /** A watermark is the end of a mini-batch. */
    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        if (spec.miniBatch()) {
            flush();
        }
        super.processWatermark(watermark);
    }
}

package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.table.api.dataview.DataView;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.runtime.dataview.PerKeyStateDataViewStore;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.runtime.util.StateConfigUtil;
import org.tsflink.runtime.batch.BatchOperator;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.state.StateEntry;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * A streaming group aggregation with TypeScript functions: rows are gathered, and those of all keys
 * cross into V8 at once. Accumulators come from Flink's keyed state, once for each key of a batch,
 * and go back to it. Changes are those of Flink's own operators: for each row, or with mini-batch
 * for each key and bundle.
 */
public class GroupAggregateOperator extends BatchOperator<AggregateBatch> {
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
    protected final AggregateBatch createBatch(FunctionContext context) {
        StateTtlConfig ttl = StateConfigUtil.createTtlConfig(spec.stateRetentionMillis());
        return createBatch(
                new GroupParts(
                        spec,
                        new AggregateProgram(spec.calls(), spec.inputType(), context, options),
                        OtherAggregates.open(
                                spec, getRuntimeContext(), ttl, getUserCodeClassloader()),
                        state(ttl),
                        views(ttl),
                        this,
                        this::emit,
                        options));
    }

    AggregateBatch createBatch(GroupParts parts) {
        return new GroupBatch(parts, spec.equaliser().newInstance(getUserCodeClassloader()));
    }

    private ValueState<RowData> state(StateTtlConfig ttl) {
        ValueStateDescriptor<RowData> descriptor =
                new ValueStateDescriptor<>("accState", InternalTypeInfo.of(spec.stateType()));
        if (ttl.isEnabled()) {
            descriptor.enableTimeToLive(ttl);
        }
        return getRuntimeContext().getState(descriptor);
    }

    private List<DataView> views(StateTtlConfig ttl) {
        PerKeyStateDataViewStore store = new PerKeyStateDataViewStore(getRuntimeContext(), ttl);
        List<DataView> views = new ArrayList<>();
        for (int call = 0; call < spec.calls().size(); call++) {
            for (StateEntry view : spec.calls().get(call).function().views()) {
                views.add(view.open(store, "call%d$%s".formatted(call, view.name())));
            }
        }
        return views;
    }

    @Override
    protected void run(AggregateBatch batch) throws Exception {
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

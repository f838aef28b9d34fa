package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.dataview.PerKeyStateDataViewStore;
import org.apache.flink.table.runtime.generated.AggsHandleFunction;
import org.apache.flink.table.runtime.operators.aggregate.RecordCounter;
import org.apache.flink.util.FlinkRuntimeException;

/** The aggregates beside those of TypeScript, and the count of rows, as Flink generates them. */
final class OtherAggregates implements AutoCloseable {
    private static final RowData NOTHING = new GenericRowData(0);

    private final AggsHandleFunction function;
    private final RecordCounter counter;
    private final RowData.FieldGetter[] accumulatorGetters;
    private final RowData.FieldGetter[] valueGetters;

    private OtherAggregates(GroupAggregateSpec spec, AggsHandleFunction function) {
        this.function = function;
        counter = RecordCounter.of(spec.indexOfCount());
        accumulatorGetters = new RowData.FieldGetter[spec.otherAccumulators().length];
        for (int i = 0; i < accumulatorGetters.length; i++) {
            accumulatorGetters[i] = RowData.createFieldGetter(spec.otherAccumulators()[i], i);
        }
        valueGetters = new RowData.FieldGetter[spec.otherValues().length];
        for (int i = 0; i < valueGetters.length; i++) {
            valueGetters[i] = RowData.createFieldGetter(spec.otherValues()[i], i);
        }
    }

    static OtherAggregates open(
            GroupAggregateSpec spec,
            RuntimeContext context,
            StateTtlConfig ttl,
            ClassLoader classLoader) {
        if (spec.others() == null) {
            return new OtherAggregates(spec, null);
        }
        try {
            AggsHandleFunction function = spec.others().newInstance(classLoader);
            function.open(new PerKeyStateDataViewStore(context, ttl));
            return new OtherAggregates(spec, function);
        } catch (Exception e) {
            throw new FlinkRuntimeException("Generated aggregates could not be opened", e);
        }
    }

    /** Whether there are none. */
    boolean isEmpty() {
        return function == null;
    }

    RowData create() throws Exception {
        return function == null ? NOTHING : function.createAccumulators();
    }

    /** The accumulators that a row of the state begins with. */
    RowData ofState(RowData state) {
        if (function == null) {
            return NOTHING;
        }
        GenericRowData accumulators = new GenericRowData(accumulatorGetters.length);
        for (int i = 0; i < accumulatorGetters.length; i++) {
            accumulators.setField(i, accumulatorGetters[i].getFieldOrNull(state));
        }
        return accumulators;
    }

    /** Writes accumulators to the beginning of a row of the state. */
    void toState(RowData accumulators, GenericRowData state) {
        for (int i = 0; i < accumulatorGetters.length; i++) {
            state.setField(i, accumulatorGetters[i].getFieldOrNull(accumulators));
        }
    }

    void set(RowData accumulators) throws Exception {
        if (function != null) {
            function.setAccumulators(accumulators);
        }
    }

    void add(RowData row, boolean retract) throws Exception {
        if (function == null) {
            return;
        }
        if (retract) {
            function.retract(row);
        } else {
            function.accumulate(row);
        }
    }

    RowData accumulators() throws Exception {
        return function == null ? NOTHING : function.getAccumulators();
    }

    RowData value() throws Exception {
        return function == null ? NOTHING : function.getValue();
    }

    /** Writes a value to its fields of the aggregates. */
    void toAggregates(RowData value, int[] positions, GenericRowData aggregates) {
        for (int i = 0; i < positions.length; i++) {
            aggregates.setField(positions[i], valueGetters[i].getFieldOrNull(value));
        }
    }

    /** Whether all rows of a key were taken back. */
    boolean isOfNoRows(RowData accumulators) {
        return function != null && counter.recordCountIsZero(accumulators);
    }

    /** Clears what is kept in state of its own for the current key. */
    void cleanUp() throws Exception {
        if (function != null) {
            function.cleanup();
        }
    }

    @Override
    public void close() {
        if (function != null) {
            try {
                function.close();
            } catch (Exception e) {
                throw new FlinkRuntimeException("Generated aggregates could not be closed", e);
            }
        }
    }
}

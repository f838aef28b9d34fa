package org.tsflink.runtime.aggregate;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.state.StateEntry;

import java.util.ArrayList;
import java.util.List;

/**
 * The form in which Flink hands out the accumulators of a function: as they are, or as a row of the
 * accumulator and its views. Flink puts views in their place that read and write its state, where
 * it has some; else they hold their content themselves.
 */
final class AccumulatorForm {
    private final FunctionDescriptor function;
    private final List<StateEntry> views;

    AccumulatorForm(FunctionDescriptor function) {
        this.function = function;
        views = function.views();
    }

    boolean hasViews() {
        return !views.isEmpty();
    }

    DataType type() {
        AccumulatorSerializer serializer =
                new AccumulatorSerializer(AggregateTypes.typesOf(function));
        DataType accumulator = DataTypes.RAW(Accumulator.class, serializer);
        if (!hasViews()) {
            return accumulator;
        }
        List<DataTypes.Field> fields = new ArrayList<>();
        fields.add(DataTypes.FIELD("$accumulator", accumulator));
        views.forEach(view -> fields.add(DataTypes.FIELD(view.name(), view.viewType())));
        return DataTypes.ROW(fields).notNull();
    }

    Object create() {
        if (!hasViews()) {
            return new Accumulator();
        }
        Row row = new Row(views.size() + 1);
        row.setField(0, new Accumulator());
        for (int i = 0; i < views.size(); i++) {
            row.setField(i + 1, views.get(i).createView());
        }
        return row;
    }

    Accumulator accumulator(Object inFlink) {
        return (Accumulator) (hasViews() ? ((Row) inFlink).getField(0) : inFlink);
    }

    Object view(Object inFlink, int view) {
        return ((Row) inFlink).getField(view + 1);
    }
}

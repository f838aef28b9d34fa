package org.tsflink.gateway.models;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.factories.ModelProviderFactory;
import org.apache.flink.table.functions.PredictFunction;
import org.apache.flink.table.ml.ModelProvider;
import org.apache.flink.table.ml.PredictRuntimeProvider;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A model that says its text louder: {@code 'provider' = 'shout'}. */
public final class ShoutModelFactory implements ModelProviderFactory {

    @Override
    public ModelProvider createModelProvider(Context context) {
        return new Provider();
    }

    @Override
    public String factoryIdentifier() {
        return "shout";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    private static final class Provider implements PredictRuntimeProvider {

        @Override
        public PredictFunction createPredictFunction(Context context) {
            return new Shout();
        }

        @Override
        public ModelProvider copy() {
            return new Provider();
        }
    }

    /** Gives one row for each. */
    public static final class Shout extends PredictFunction {

        @Override
        public Collection<RowData> predict(RowData row) {
            return List.of(GenericRowData.of(StringData.fromString(row.getString(0) + "!")));
        }
    }
}

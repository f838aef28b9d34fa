package org.tsflink.planner.testing;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.functions.LookupFunction;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Connector {@code names}: a table (id BIGINT, name STRING) to look up, with ids 0 to 9. */
public final class LookupTableFactory implements DynamicTableSourceFactory {

    @Override
    public String factoryIdentifier() {
        return "names";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        return new Names();
    }

    private static final class Names implements LookupTableSource {

        @Override
        public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
            return LookupFunctionProvider.of(new NameOf());
        }

        @Override
        public DynamicTableSource copy() {
            return new Names();
        }

        @Override
        public String asSummaryString() {
            return "names";
        }
    }

    /** Looks a name up by its id. */
    public static final class NameOf extends LookupFunction {

        @Override
        public Collection<RowData> lookup(RowData key) {
            long id = key.getLong(0);
            return id < 0 || id > 9
                    ? List.of()
                    : List.of(GenericRowData.of(id, StringData.fromString("name " + id)));
        }
    }
}

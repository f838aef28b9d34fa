package org.tsflink.gateway.cache;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

import java.util.Set;

/** Makes the anonymous tables that read what was cached. */
public final class CachedTableFactory implements DynamicTableSourceFactory {

    public static final String IDENTIFIER = "tsflink-cache";

    static final ConfigOption<String> DIRECTORY =
            ConfigOptions.key("directory").stringType().noDefaultValue();

    static final ConfigOption<Boolean> INSERT_ONLY =
            ConfigOptions.key("insert-only").booleanType().noDefaultValue();

    /** The table of the rows in a directory. */
    static Table scan(
            TableEnvironment environment, DataType type, Path directory, boolean insertOnly) {
        return environment.from(
                TableDescriptor.forConnector(IDENTIFIER)
                        .schema(Schema.newBuilder().fromRowDataType(type).build())
                        .option(DIRECTORY, directory.toString())
                        .option(INSERT_ONLY, insertOnly)
                        .build());
    }

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(DIRECTORY, INSERT_ONLY);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        var options = FactoryUtil.createTableFactoryHelper(this, context).getOptions();
        return new CachedTableSource(
                (RowType) context.getPhysicalRowDataType().getLogicalType(),
                new Path(options.get(DIRECTORY)),
                options.get(INSERT_ONLY));
    }
}

package org.tsflink.gateway.values;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.RowType;

import java.util.Base64;
import java.util.Set;

/** Makes the anonymous tables of TableEnvironment.fromValues. */
public final class ValuesTableFactory implements DynamicTableSourceFactory {

    public static final String IDENTIFIER = "tsflink-values";

    /** Rows in Flink's binary row format, each prefixed by its length, in Base64. */
    public static final ConfigOption<String> ROWS =
            ConfigOptions.key("rows").stringType().noDefaultValue();

    /** The table of given rows. */
    public static Table scan(TableEnvironment environment, DataType type, byte[] rows) {
        Table table =
                environment.from(
                        TableDescriptor.forConnector(IDENTIFIER)
                                .schema(Schema.newBuilder().fromRowDataType(type).build())
                                .option(ROWS, Base64.getEncoder().encodeToString(rows))
                                .build());
        // A source of no rows cannot run: the planner takes it out.
        return rows.length == 0 ? table.filter(Expressions.lit(false)) : table;
    }

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(ROWS);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        String rows = FactoryUtil.createTableFactoryHelper(this, context).getOptions().get(ROWS);
        RowType type = (RowType) context.getPhysicalRowDataType().getLogicalType();
        return new ValuesTableSource(type, Base64.getDecoder().decode(rows));
    }
}

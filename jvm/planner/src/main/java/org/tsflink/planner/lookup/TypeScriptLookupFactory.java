package org.tsflink.planner.lookup;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.lookup.LookupOptions;
import org.apache.flink.table.connector.source.lookup.LookupOptions.LookupCacheType;
import org.apache.flink.table.connector.source.lookup.cache.DefaultLookupCache;
import org.apache.flink.table.connector.source.lookup.cache.LookupCache;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.planner.TypeScriptPlanner;
import org.tsflink.runtime.async.TypeScriptAsyncTableFunction;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;
import org.tsflink.runtime.function.TypeScriptTableFunction;

import javax.annotation.Nullable;

import java.util.Set;

/** Makes tables that a TypeScript table function of the environment looks up. */
public final class TypeScriptLookupFactory implements DynamicTableSourceFactory {

    public static final String IDENTIFIER = "typescript-lookup";

    static final ConfigOption<String> FUNCTION =
            ConfigOptions.key("lookup.function")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("The name of the table function that looks rows up.");

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of(FUNCTION);
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(
                LookupOptions.CACHE_TYPE,
                LookupOptions.PARTIAL_CACHE_EXPIRE_AFTER_ACCESS,
                LookupOptions.PARTIAL_CACHE_EXPIRE_AFTER_WRITE,
                LookupOptions.PARTIAL_CACHE_CACHE_MISSING_KEY,
                LookupOptions.PARTIAL_CACHE_MAX_ROWS);
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        FactoryUtil.TableFactoryHelper helper = FactoryUtil.createTableFactoryHelper(this, context);
        helper.validate();
        ReadableConfig options = helper.getOptions();
        ReadableConfig configuration = context.getConfiguration();
        return new TypeScriptLookupSource(
                context.getObjectIdentifier().asSerializableString(),
                function(options.get(FUNCTION), configuration),
                (RowType) context.getPhysicalRowDataType().getLogicalType(),
                cache(options),
                FunctionOptions.from(configuration));
    }

    private static TypeScriptFunction function(String name, ReadableConfig configuration) {
        FunctionDefinition definition =
                configuration instanceof TableConfig config
                                && config.getPlannerConfig() instanceof TypeScriptPlanner planner
                        ? planner.function(name).orElse(null)
                        : null;
        if (definition == null) {
            throw new ValidationException(
                    "There is no function '%s', by which '%s' says that the table is looked up. Register it with createTemporarySystemFunction."
                            .formatted(name, FUNCTION.key()));
        }
        if (!(definition instanceof TypeScriptTableFunction)
                && !(definition instanceof TypeScriptAsyncTableFunction)) {
            throw new ValidationException(
                    "The function '%s' cannot look rows up ('%s'): it is not made by udtf or asyncUdtf."
                            .formatted(name, FUNCTION.key()));
        }
        return (TypeScriptFunction) definition;
    }

    @Nullable
    private static LookupCache cache(ReadableConfig options) {
        return switch (options.get(LookupOptions.CACHE_TYPE)) {
            case NONE -> null;
            case PARTIAL -> DefaultLookupCache.fromConfig(options);
            case FULL ->
                    throw new ValidationException(
                            "'%s' cannot be %s: a function cannot give all rows of its table. Use %s."
                                    .formatted(
                                            LookupOptions.CACHE_TYPE.key(),
                                            LookupCacheType.FULL,
                                            LookupCacheType.PARTIAL));
        };
    }
}

package org.tsflink.planner.lookup;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.lookup.AsyncLookupFunctionProvider;
import org.apache.flink.table.connector.source.lookup.LookupFunctionProvider;
import org.apache.flink.table.connector.source.lookup.PartialCachingAsyncLookupProvider;
import org.apache.flink.table.connector.source.lookup.PartialCachingLookupProvider;
import org.apache.flink.table.connector.source.lookup.cache.LookupCache;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;
import org.tsflink.runtime.lookup.LookupColumns;
import org.tsflink.runtime.lookup.TypeScriptAsyncLookupFunction;
import org.tsflink.runtime.lookup.TypeScriptLookupFunction;

import javax.annotation.Nullable;

import java.util.Arrays;

/** A table whose rows a TypeScript table function looks up. */
final class TypeScriptLookupSource implements LookupTableSource, ScanTableSource {

    private final String table;
    private final TypeScriptFunction function;
    private final RowType type;
    @Nullable private final LookupCache cache;
    private final FunctionOptions options;

    TypeScriptLookupSource(
            String table,
            TypeScriptFunction function,
            RowType type,
            @Nullable LookupCache cache,
            FunctionOptions options) {
        this.table = table;
        this.function = function;
        this.type = type;
        this.cache = cache;
        this.options = options;
    }

    @Override
    public LookupRuntimeProvider getLookupRuntimeProvider(LookupContext context) {
        FunctionDescriptor descriptor = function.getDescriptor();
        int[] keys = Arrays.stream(context.getKeys()).mapToInt(key -> key[0]).toArray();
        LookupColumns columns = LookupMatching.match(descriptor, type, keys);
        if (descriptor.kind() == FunctionKind.ASYNC_TABLE) {
            var lookup = new TypeScriptAsyncLookupFunction(descriptor, columns, options);
            return cache == null
                    ? AsyncLookupFunctionProvider.of(lookup)
                    : PartialCachingAsyncLookupProvider.of(lookup, cache);
        }
        var lookup = new TypeScriptLookupFunction(descriptor, columns, options);
        return cache == null
                ? LookupFunctionProvider.of(lookup)
                : PartialCachingLookupProvider.of(lookup, cache);
    }

    @Override
    public ChangelogMode getChangelogMode() {
        return ChangelogMode.insertOnly();
    }

    // Without any scan, all that Flink would say is that it finds no plan.
    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        return new DataStreamScanProvider() {
            @Override
            public DataStream<RowData> produceDataStream(
                    ProviderContext provider, StreamExecutionEnvironment environment) {
                throw new ValidationException(
                        "The table %s can only be looked up, by %s: JOIN it FOR SYSTEM_TIME AS OF a processing time."
                                .formatted(table, function.getDescriptor().name()));
            }

            @Override
            public boolean isBounded() {
                return true;
            }
        };
    }

    @Override
    public DynamicTableSource copy() {
        return new TypeScriptLookupSource(table, function, type, cache, options);
    }

    @Override
    public String asSummaryString() {
        return "TypeScript look-up by " + function.getDescriptor().name();
    }
}

package org.tsflink.gateway.statements;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.ProviderContext;
import org.apache.flink.table.connector.RowLevelModificationScanContext;
import org.apache.flink.table.connector.sink.DynamicTableSink;
import org.apache.flink.table.connector.sink.SinkV2Provider;
import org.apache.flink.table.connector.sink.abilities.SupportsRowLevelDelete;
import org.apache.flink.table.connector.sink.abilities.SupportsRowLevelUpdate;
import org.apache.flink.table.connector.sink.abilities.SupportsTruncate;
import org.apache.flink.table.connector.source.DataStreamScanProvider;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.factories.DynamicTableSinkFactory;
import org.apache.flink.table.factories.DynamicTableSourceFactory;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.RowType;

import javax.annotation.Nullable;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A table (id INT, name STRING) of two rows, which notes what is asked of it: {@code 'connector' =
 * 'ledger'}.
 */
public final class LedgerTableFactory
        implements DynamicTableSinkFactory, DynamicTableSourceFactory {

    static final List<String> NOTED = new CopyOnWriteArrayList<>();

    @Override
    public String factoryIdentifier() {
        return "ledger";
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
    public DynamicTableSink createDynamicTableSink(Context context) {
        return new LedgerSink();
    }

    @Override
    public DynamicTableSource createDynamicTableSource(Context context) {
        return new LedgerSource((RowType) context.getPhysicalRowDataType().getLogicalType());
    }

    private record LedgerSource(RowType type) implements ScanTableSource {

        @Override
        public ChangelogMode getChangelogMode() {
            return ChangelogMode.insertOnly();
        }

        @Override
        public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
            List<RowData> rows =
                    List.of(
                            GenericRowData.of(1, StringData.fromString("Ada")),
                            GenericRowData.of(2, StringData.fromString("Bob")));
            return new DataStreamScanProvider() {
                @Override
                public DataStream<RowData> produceDataStream(
                        ProviderContext provider, StreamExecutionEnvironment environment) {
                    return environment.fromData(rows, InternalTypeInfo.of(type));
                }

                @Override
                public boolean isBounded() {
                    return true;
                }
            };
        }

        @Override
        public DynamicTableSource copy() {
            return new LedgerSource(type);
        }

        @Override
        public String asSummaryString() {
            return "ledger";
        }
    }

    private static final class LedgerSink
            implements DynamicTableSink,
                    SupportsRowLevelDelete,
                    SupportsRowLevelUpdate,
                    SupportsTruncate {

        @Override
        public ChangelogMode getChangelogMode(ChangelogMode requested) {
            return ChangelogMode.all();
        }

        @Override
        public SinkRuntimeProvider getSinkRuntimeProvider(Context context) {
            return SinkV2Provider.of(created -> new Notes());
        }

        @Override
        public RowLevelDeleteInfo applyRowLevelDelete(
                @Nullable RowLevelModificationScanContext context) {
            return new RowLevelDeleteInfo() {};
        }

        @Override
        public RowLevelUpdateInfo applyRowLevelUpdate(
                List<Column> updated, @Nullable RowLevelModificationScanContext context) {
            return new RowLevelUpdateInfo() {};
        }

        @Override
        public void executeTruncation() {
            NOTED.add("truncated");
        }

        @Override
        public DynamicTableSink copy() {
            return new LedgerSink();
        }

        @Override
        public String asSummaryString() {
            return "ledger";
        }
    }

    private static final class Notes implements SinkWriter<RowData> {

        @Override
        public void write(RowData row, Context context) {
            NOTED.add(row.getRowKind().shortString() + row.getInt(0) + " " + row.getString(1));
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}

package org.tsflink.gateway.cache;

import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.core.fs.Path;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.connector.source.ScanTableSource;
import org.apache.flink.table.connector.source.SourceProvider;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.cache.CachedRowsFormat;

/** Reads the files of a cached table. */
record CachedTableSource(RowType type, Path directory, boolean insertOnly)
        implements ScanTableSource {

    @Override
    public ChangelogMode getChangelogMode() {
        return insertOnly ? ChangelogMode.insertOnly() : ChangelogMode.all();
    }

    @Override
    public ScanRuntimeProvider getScanRuntimeProvider(ScanContext context) {
        return SourceProvider.of(
                FileSource.forRecordStreamFormat(new CachedRowsFormat(type), directory).build());
    }

    @Override
    public DynamicTableSource copy() {
        return this;
    }

    @Override
    public String asSummaryString() {
        return "tsflink-cache";
    }
}

package org.tsflink.gateway.cache;

import org.apache.flink.table.types.DataType;

/** The rows of a cached table. */
record CachedRows(RowFiles files, DataType type, boolean insertOnly) {}

package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.stats.CatalogColumnStatistics;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataBase;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataBinary;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataBoolean;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataDate;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataDouble;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataLong;
import org.apache.flink.table.catalog.stats.CatalogColumnStatisticsDataString;
import org.apache.flink.table.catalog.stats.CatalogTableStatistics;
import org.apache.flink.table.catalog.stats.Date;
import org.tsflink.proto.v1.BinaryStatistics;
import org.tsflink.proto.v1.BooleanStatistics;
import org.tsflink.proto.v1.CatalogObject;
import org.tsflink.proto.v1.ColumnStatistics;
import org.tsflink.proto.v1.ColumnStatisticsData;
import org.tsflink.proto.v1.DateStatistics;
import org.tsflink.proto.v1.DoubleStatistics;
import org.tsflink.proto.v1.LongStatistics;
import org.tsflink.proto.v1.StringStatistics;
import org.tsflink.proto.v1.TableStatistics;

import javax.annotation.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Statistics of tables and of their columns. */
final class Statistics {

    private Statistics() {}

    static CatalogTableStatistics fromProto(TableStatistics statistics) {
        return new CatalogTableStatistics(
                statistics.getRowCount(),
                statistics.getFileCount(),
                statistics.getTotalSize(),
                statistics.getRawDataSize(),
                new HashMap<>(statistics.getPropertiesMap()));
    }

    static CatalogObject toProto(CatalogTableStatistics statistics) {
        return CatalogObject.newBuilder()
                .setTableStatistics(
                        TableStatistics.newBuilder()
                                .setRowCount(statistics.getRowCount())
                                .setFileCount(statistics.getFileCount())
                                .setTotalSize(statistics.getTotalSize())
                                .setRawDataSize(statistics.getRawDataSize())
                                .putAllProperties(statistics.getProperties()))
                .build();
    }

    static CatalogColumnStatistics fromProto(ColumnStatistics statistics) {
        Map<String, CatalogColumnStatisticsDataBase> columns = new HashMap<>();
        statistics.getColumnsMap().forEach((name, data) -> columns.put(name, data(data)));
        return new CatalogColumnStatistics(columns, new HashMap<>(statistics.getPropertiesMap()));
    }

    static CatalogObject toProto(CatalogColumnStatistics statistics) {
        ColumnStatistics.Builder proto =
                ColumnStatistics.newBuilder().putAllProperties(statistics.getProperties());
        statistics
                .getColumnStatisticsData()
                .forEach((name, data) -> proto.putColumns(name, toProto(data)));
        return CatalogObject.newBuilder().setColumnStatistics(proto).build();
    }

    @Nullable
    private static CatalogColumnStatisticsDataBase data(ColumnStatisticsData data) {
        Long nulls = data.hasNullCount() ? data.getNullCount() : null;
        return switch (data.getDataCase()) {
            case LONGS -> {
                LongStatistics s = data.getLongs();
                yield new CatalogColumnStatisticsDataLong(
                        s.hasMin() ? s.getMin() : null,
                        s.hasMax() ? s.getMax() : null,
                        s.hasDistinct() ? s.getDistinct() : null,
                        nulls);
            }
            case DOUBLES -> {
                DoubleStatistics s = data.getDoubles();
                yield new CatalogColumnStatisticsDataDouble(
                        s.hasMin() ? s.getMin() : null,
                        s.hasMax() ? s.getMax() : null,
                        s.hasDistinct() ? s.getDistinct() : null,
                        nulls);
            }
            case STRINGS -> {
                StringStatistics s = data.getStrings();
                yield new CatalogColumnStatisticsDataString(
                        s.hasMaxLength() ? s.getMaxLength() : null,
                        s.hasAverageLength() ? s.getAverageLength() : null,
                        s.hasDistinct() ? s.getDistinct() : null,
                        nulls);
            }
            case BOOLEANS -> {
                BooleanStatistics s = data.getBooleans();
                yield new CatalogColumnStatisticsDataBoolean(
                        s.hasTrueCount() ? s.getTrueCount() : null,
                        s.hasFalseCount() ? s.getFalseCount() : null,
                        nulls);
            }
            case BINARIES -> {
                BinaryStatistics s = data.getBinaries();
                yield new CatalogColumnStatisticsDataBinary(
                        s.hasMaxLength() ? s.getMaxLength() : null,
                        s.hasAverageLength() ? s.getAverageLength() : null,
                        nulls);
            }
            case DATES -> {
                DateStatistics s = data.getDates();
                yield new CatalogColumnStatisticsDataDate(
                        s.hasMin() ? new Date(s.getMin()) : null,
                        s.hasMax() ? new Date(s.getMax()) : null,
                        s.hasDistinct() ? s.getDistinct() : null,
                        nulls);
            }
            case DATA_NOT_SET -> null;
        };
    }

    private static ColumnStatisticsData toProto(CatalogColumnStatisticsDataBase data) {
        ColumnStatisticsData.Builder proto = ColumnStatisticsData.newBuilder();
        set(data.getNullCount(), proto::setNullCount);
        if (data instanceof CatalogColumnStatisticsDataLong s) {
            LongStatistics.Builder longs = LongStatistics.newBuilder();
            set(s.getMin(), longs::setMin);
            set(s.getMax(), longs::setMax);
            set(s.getNdv(), longs::setDistinct);
            proto.setLongs(longs);
        } else if (data instanceof CatalogColumnStatisticsDataDouble s) {
            DoubleStatistics.Builder doubles = DoubleStatistics.newBuilder();
            set(s.getMin(), doubles::setMin);
            set(s.getMax(), doubles::setMax);
            set(s.getNdv(), doubles::setDistinct);
            proto.setDoubles(doubles);
        } else if (data instanceof CatalogColumnStatisticsDataString s) {
            StringStatistics.Builder strings = StringStatistics.newBuilder();
            set(s.getMaxLength(), strings::setMaxLength);
            set(s.getAvgLength(), strings::setAverageLength);
            set(s.getNdv(), strings::setDistinct);
            proto.setStrings(strings);
        } else if (data instanceof CatalogColumnStatisticsDataBoolean s) {
            BooleanStatistics.Builder booleans = BooleanStatistics.newBuilder();
            set(s.getTrueCount(), booleans::setTrueCount);
            set(s.getFalseCount(), booleans::setFalseCount);
            proto.setBooleans(booleans);
        } else if (data instanceof CatalogColumnStatisticsDataBinary s) {
            BinaryStatistics.Builder binaries = BinaryStatistics.newBuilder();
            set(s.getMaxLength(), binaries::setMaxLength);
            set(s.getAvgLength(), binaries::setAverageLength);
            proto.setBinaries(binaries);
        } else if (data instanceof CatalogColumnStatisticsDataDate s) {
            DateStatistics.Builder dates = DateStatistics.newBuilder();
            set(s.getMin() == null ? null : s.getMin().getDaysSinceEpoch(), dates::setMin);
            set(s.getMax() == null ? null : s.getMax().getDaysSinceEpoch(), dates::setMax);
            set(s.getNdv(), dates::setDistinct);
            proto.setDates(dates);
        }
        return proto.build();
    }

    private static <T> void set(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}

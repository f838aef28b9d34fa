package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.Catalog;
import org.tsflink.proto.v1.OperationResult;

/** The methods of a catalog about the statistics of its tables. */
final class StatisticsMethods {

    private final Catalog catalog;

    StatisticsMethods(Catalog catalog) {
        this.catalog = catalog;
    }

    OperationResult call(String method, Arguments arguments) throws Exception {
        return method.startsWith("alter") ? alter(method, arguments) : get(method, arguments);
    }

    private OperationResult get(String method, Arguments arguments) throws Exception {
        return switch (method) {
            case "getTableStatistics" ->
                    Results.of(Statistics.toProto(catalog.getTableStatistics(arguments.path())));
            case "getTableColumnStatistics" ->
                    Results.of(
                            Statistics.toProto(catalog.getTableColumnStatistics(arguments.path())));
            case "getPartitionStatistics" ->
                    Results.of(
                            Statistics.toProto(
                                    catalog.getPartitionStatistics(
                                            arguments.path(), arguments.partition())));
            case "getPartitionColumnStatistics" ->
                    Results.of(
                            Statistics.toProto(
                                    catalog.getPartitionColumnStatistics(
                                            arguments.path(), arguments.partition())));
            case "bulkGetPartitionStatistics" ->
                    Results.objects(
                            catalog
                                    .bulkGetPartitionStatistics(
                                            arguments.path(), arguments.partitions())
                                    .stream()
                                    .map(Statistics::toProto)
                                    .toList());
            case "bulkGetPartitionColumnStatistics" ->
                    Results.objects(
                            catalog
                                    .bulkGetPartitionColumnStatistics(
                                            arguments.path(), arguments.partitions())
                                    .stream()
                                    .map(Statistics::toProto)
                                    .toList());
            default -> throw Operations.unknown(method);
        };
    }

    private OperationResult alter(String method, Arguments arguments) throws Exception {
        boolean ignore = arguments.flag(0);
        switch (method) {
            case "alterTableStatistics" ->
                    catalog.alterTableStatistics(
                            arguments.path(),
                            Statistics.fromProto(arguments.object().getTableStatistics()),
                            ignore);
            case "alterTableColumnStatistics" ->
                    catalog.alterTableColumnStatistics(
                            arguments.path(),
                            Statistics.fromProto(arguments.object().getColumnStatistics()),
                            ignore);
            case "alterPartitionStatistics" ->
                    catalog.alterPartitionStatistics(
                            arguments.path(),
                            arguments.partition(),
                            Statistics.fromProto(arguments.object().getTableStatistics()),
                            ignore);
            case "alterPartitionColumnStatistics" ->
                    catalog.alterPartitionColumnStatistics(
                            arguments.path(),
                            arguments.partition(),
                            Statistics.fromProto(arguments.object().getColumnStatistics()),
                            ignore);
            default -> throw Operations.unknown(method);
        }
        return Results.nothing();
    }
}

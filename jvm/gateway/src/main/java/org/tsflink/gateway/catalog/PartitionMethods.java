package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogPartition;
import org.apache.flink.table.catalog.CatalogPartitionImpl;
import org.tsflink.proto.v1.CatalogObject;
import org.tsflink.proto.v1.OperationResult;
import org.tsflink.proto.v1.Properties;

/** The methods of a catalog about the partitions of its tables. */
final class PartitionMethods {

    private final Catalog catalog;

    PartitionMethods(Catalog catalog) {
        this.catalog = catalog;
    }

    OperationResult call(String method, Arguments arguments) throws Exception {
        switch (method) {
            case "listPartitions" -> {
                return Results.partitions(
                        arguments.hasPartition()
                                ? catalog.listPartitions(arguments.path(), arguments.partition())
                                : catalog.listPartitions(arguments.path()));
            }
            case "getPartition" -> {
                return Results.of(
                        toProto(catalog.getPartition(arguments.path(), arguments.partition())));
            }
            case "partitionExists" -> {
                return Results.of(catalog.partitionExists(arguments.path(), arguments.partition()));
            }
            case "createPartition" ->
                    catalog.createPartition(
                            arguments.path(),
                            arguments.partition(),
                            fromProto(arguments.object().getProperties()),
                            arguments.flag(0));
            case "alterPartition" ->
                    catalog.alterPartition(
                            arguments.path(),
                            arguments.partition(),
                            fromProto(arguments.object().getProperties()),
                            arguments.flag(0));
            case "dropPartition" ->
                    catalog.dropPartition(
                            arguments.path(), arguments.partition(), arguments.flag(0));
            default -> throw Operations.unknown(method);
        }
        return Results.nothing();
    }

    private static CatalogPartition fromProto(Properties properties) {
        return new CatalogPartitionImpl(
                properties.getValuesMap(), properties.hasComment() ? properties.getComment() : "");
    }

    private static CatalogObject toProto(CatalogPartition partition) {
        return Databases.toProto(partition.getProperties(), partition.getComment());
    }
}

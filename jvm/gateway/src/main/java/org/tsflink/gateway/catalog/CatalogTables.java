package org.tsflink.gateway.catalog;

import org.apache.flink.table.api.Schema;
import org.apache.flink.table.catalog.CatalogBaseTable;
import org.apache.flink.table.catalog.CatalogMaterializedTable;
import org.apache.flink.table.catalog.CatalogView;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.catalog.ResolvedCatalogBaseTable;
import org.apache.flink.table.catalog.TableDistribution;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.CatalogObject;
import org.tsflink.proto.v1.CatalogTable;
import org.tsflink.proto.v1.Distribution;
import org.tsflink.proto.v1.DistributionKind;
import org.tsflink.proto.v1.TableDescriptor;

/** Tables and views of catalogs. */
final class CatalogTables {

    private CatalogTables() {}

    static CatalogBaseTable fromProto(CatalogTable table, ObjectPath path, PlanTranslator plans) {
        return switch (CatalogBaseTable.TableKind.valueOf(table.getKind())) {
            case TABLE -> table(table, plans);
            case VIEW -> view(table, plans);
            case MATERIALIZED_TABLE ->
                    throw new GatewayException(
                            ErrorCode.VALIDATION_ERROR,
                            "The materialized table '%s' cannot be written by a catalog's method."
                                    .formatted(path.getFullName()),
                            "Use executeSql('CREATE MATERIALIZED TABLE …').");
        };
    }

    private static CatalogBaseTable table(CatalogTable table, PlanTranslator plans) {
        TableDescriptor descriptor = table.getTable();
        var builder =
                org.apache.flink.table.catalog.CatalogTable.newBuilder()
                        .schema(plans.schema(descriptor))
                        .comment(descriptor.hasComment() ? descriptor.getComment() : null)
                        .partitionKeys(descriptor.getPartitionKeysList())
                        .options(descriptor.getOptionsMap());
        if (descriptor.hasDistribution()) {
            builder.distribution(distribution(descriptor.getDistribution()));
        }
        if (table.hasSnapshot()) {
            builder.snapshot(table.getSnapshot());
        }
        return builder.build();
    }

    private static CatalogBaseTable view(CatalogTable view, PlanTranslator plans) {
        TableDescriptor descriptor = view.getTable();
        return CatalogView.of(
                plans.schema(descriptor),
                descriptor.hasComment() ? descriptor.getComment() : null,
                view.getOriginalQuery(),
                view.getExpandedQuery(),
                descriptor.getOptionsMap());
    }

    static CatalogObject toProto(CatalogBaseTable table) {
        CatalogTable.Builder proto = CatalogTable.newBuilder().setKind(table.getTableKind().name());
        TableDescriptor.Builder descriptor = CatalogSchemas.toProto(schema(table));
        descriptor.putAllOptions(table.getOptions());
        if (table.getComment() != null) {
            descriptor.setComment(table.getComment());
        }
        if (table instanceof org.apache.flink.table.catalog.CatalogTable stored) {
            descriptor.addAllPartitionKeys(stored.getPartitionKeys());
            stored.getDistribution().ifPresent(d -> descriptor.setDistribution(toProto(d)));
            stored.getSnapshot().ifPresent(proto::setSnapshot);
        } else if (table instanceof CatalogView view) {
            proto.setOriginalQuery(view.getOriginalQuery())
                    .setExpandedQuery(view.getExpandedQuery());
        } else if (table instanceof CatalogMaterializedTable materialized) {
            descriptor.addAllPartitionKeys(materialized.getPartitionKeys());
            proto.setOriginalQuery(materialized.getOriginalQuery())
                    .setExpandedQuery(materialized.getExpandedQuery());
        }
        return CatalogObject.newBuilder().setTable(proto.setTable(descriptor)).build();
    }

    // Resolved, expressions of the Table API are SQL.
    private static Schema schema(CatalogBaseTable table) {
        return table instanceof ResolvedCatalogBaseTable<?> resolved
                ? Schema.newBuilder().fromResolvedSchema(resolved.getResolvedSchema()).build()
                : table.getUnresolvedSchema();
    }

    private static TableDistribution distribution(Distribution distribution) {
        TableDistribution.Kind kind =
                switch (distribution.getKind()) {
                    case DISTRIBUTION_KIND_HASH -> TableDistribution.Kind.HASH;
                    case DISTRIBUTION_KIND_RANGE -> TableDistribution.Kind.RANGE;
                    default -> TableDistribution.Kind.UNKNOWN;
                };
        return TableDistribution.of(
                kind,
                distribution.hasBuckets() ? distribution.getBuckets() : null,
                distribution.getKeysList());
    }

    private static Distribution toProto(TableDistribution distribution) {
        Distribution.Builder proto =
                Distribution.newBuilder()
                        .setKind(
                                switch (distribution.getKind()) {
                                    case HASH -> DistributionKind.DISTRIBUTION_KIND_HASH;
                                    case RANGE -> DistributionKind.DISTRIBUTION_KIND_RANGE;
                                    case UNKNOWN -> DistributionKind.DISTRIBUTION_KIND_UNKNOWN;
                                })
                        .addAllKeys(distribution.getBucketKeys());
        distribution.getBucketCount().ifPresent(proto::setBuckets);
        return proto.build();
    }
}

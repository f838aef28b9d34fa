package org.tsflink.gateway.plan;

import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.factories.FactoryUtil;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.proto.v1.Distribution;
import org.tsflink.proto.v1.MetadataColumn;
import org.tsflink.proto.v1.NamedColumns;
import org.tsflink.proto.v1.TableColumn;
import org.tsflink.proto.v1.Watermark;

/** Tables that a client describes, as descriptors of Flink. */
final class TableDescriptors {

    private TableDescriptors() {}

    /**
     * The descriptor of a table.
     *
     * @param name how to call it in errors
     */
    static TableDescriptor translate(
            org.tsflink.proto.v1.TableDescriptor table,
            String name,
            ExpressionTranslator expressions) {
        String connector = table.getOptionsOrDefault(FactoryUtil.CONNECTOR.key(), "");
        if (connector.isEmpty()) {
            throw new GatewayException(
                    ErrorCode.CONNECTOR_NOT_FOUND,
                    "The table '%s' names no connector.".formatted(name),
                    "Give the option 'connector', as in { connector: 'kafka' }.");
        }
        TableDescriptor.Builder descriptor = TableDescriptor.forConnector(connector);
        if (table.getColumnsCount() > 0) {
            descriptor.schema(schema(table, name, expressions));
        }
        table.getOptionsMap().forEach(descriptor::option);
        descriptor.partitionedBy(table.getPartitionKeysList().toArray(new String[0]));
        if (table.hasDistribution()) {
            distribute(descriptor, table.getDistribution());
        }
        if (table.hasComment()) {
            descriptor.comment(table.getComment());
        }
        return descriptor.build();
    }

    /** The schema of a table or a model. */
    static Schema schema(
            org.tsflink.proto.v1.TableDescriptor table,
            String name,
            ExpressionTranslator expressions) {
        Schema.Builder schema = Schema.newBuilder();
        for (TableColumn column : table.getColumnsList()) {
            add(schema, column, name, expressions);
            if (column.hasComment()) {
                schema.withComment(column.getComment());
            }
        }
        if (table.hasWatermark()) {
            watermark(schema, table.getWatermark(), expressions);
        }
        if (table.hasPrimaryKey()) {
            NamedColumns key = table.getPrimaryKey();
            if (key.hasName()) {
                schema.primaryKeyNamed(key.getName(), key.getColumnsList());
            } else {
                schema.primaryKey(key.getColumnsList());
            }
        }
        for (NamedColumns index : table.getIndexesList()) {
            if (index.hasName()) {
                schema.indexNamed(index.getName(), index.getColumnsList());
            } else {
                schema.index(index.getColumnsList());
            }
        }
        if (table.hasImmutableColumns()) {
            NamedColumns immutable = table.getImmutableColumns();
            if (immutable.hasName()) {
                schema.immutableColumnsNamed(immutable.getName(), immutable.getColumnsList());
            } else {
                schema.immutableColumns(immutable.getColumnsList());
            }
        }
        return schema.build();
    }

    private static void watermark(
            Schema.Builder schema, Watermark watermark, ExpressionTranslator expressions) {
        if (watermark.hasText()) {
            schema.watermark(watermark.getColumn(), watermark.getText());
        } else {
            schema.watermark(
                    watermark.getColumn(), expressions.translate(watermark.getExpression()));
        }
    }

    private static void add(
            Schema.Builder schema,
            TableColumn column,
            String table,
            ExpressionTranslator expressions) {
        switch (column.getDefinitionCase()) {
            case TYPE -> schema.column(column.getName(), LogicalTypes.toDataType(column.getType()));
            case TYPE_TEXT -> schema.column(column.getName(), column.getTypeText());
            case COMPUTED ->
                    schema.columnByExpression(
                            column.getName(), expressions.translate(column.getComputed()));
            case METADATA -> {
                MetadataColumn metadata = column.getMetadata();
                schema.columnByMetadata(
                        column.getName(),
                        LogicalTypes.toDataType(metadata.getType()),
                        metadata.hasKey() ? metadata.getKey() : null,
                        metadata.getVirtual());
            }
            case COMPUTED_TEXT ->
                    schema.columnByExpression(column.getName(), column.getComputedText());
            case DEFINITION_NOT_SET ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID,
                            "The column '%s' of the table '%s' lacks its type."
                                    .formatted(column.getName(), table));
        }
    }

    private static void distribute(TableDescriptor.Builder descriptor, Distribution distribution) {
        String[] keys = distribution.getKeysList().toArray(new String[0]);
        int buckets = distribution.getBuckets();
        boolean bucketsGiven = distribution.hasBuckets();
        switch (distribution.getKind()) {
            case DISTRIBUTION_KIND_HASH -> {
                if (bucketsGiven) {
                    descriptor.distributedByHash(buckets, keys);
                } else {
                    descriptor.distributedByHash(keys);
                }
            }
            case DISTRIBUTION_KIND_RANGE -> {
                if (bucketsGiven) {
                    descriptor.distributedByRange(buckets, keys);
                } else {
                    descriptor.distributedByRange(keys);
                }
            }
            default -> {
                if (keys.length == 0) {
                    descriptor.distributedInto(buckets);
                } else if (bucketsGiven) {
                    descriptor.distributedBy(buckets, keys);
                } else {
                    descriptor.distributedBy(keys);
                }
            }
        }
    }
}

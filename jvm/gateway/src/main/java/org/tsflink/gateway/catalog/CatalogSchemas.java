package org.tsflink.gateway.catalog;

import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Schema.UnresolvedColumn;
import org.apache.flink.table.api.Schema.UnresolvedComputedColumn;
import org.apache.flink.table.api.Schema.UnresolvedMetadataColumn;
import org.apache.flink.table.api.Schema.UnresolvedPhysicalColumn;
import org.apache.flink.table.expressions.ApiExpressionUtils;
import org.apache.flink.table.expressions.Expression;
import org.apache.flink.table.expressions.ResolvedExpression;
import org.apache.flink.table.expressions.SqlCallExpression;
import org.apache.flink.table.types.AbstractDataType;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.UnresolvedDataType;
import org.tsflink.gateway.types.ProtoTypes;
import org.tsflink.proto.v1.MetadataColumn;
import org.tsflink.proto.v1.NamedColumns;
import org.tsflink.proto.v1.TableColumn;
import org.tsflink.proto.v1.TableDescriptor;
import org.tsflink.proto.v1.Watermark;

/** Schemas as catalogs have them: types may be names, and expressions are texts of SQL. */
final class CatalogSchemas {

    private CatalogSchemas() {}

    static TableDescriptor.Builder toProto(Schema schema) {
        TableDescriptor.Builder proto = TableDescriptor.newBuilder();
        schema.getColumns().forEach(column -> proto.addColumns(toProto(column)));
        schema.getWatermarkSpecs().stream()
                .findFirst()
                .ifPresent(
                        watermark ->
                                proto.setWatermark(
                                        Watermark.newBuilder()
                                                .setColumn(watermark.getColumnName())
                                                .setText(sql(watermark.getWatermarkExpression()))));
        schema.getPrimaryKey()
                .ifPresent(
                        key ->
                                proto.setPrimaryKey(
                                        NamedColumns.newBuilder()
                                                .setName(key.getConstraintName())
                                                .addAllColumns(key.getColumnNames())));
        schema.getIndexes()
                .forEach(
                        index ->
                                proto.addIndexes(
                                        NamedColumns.newBuilder()
                                                .setName(index.getIndexName())
                                                .addAllColumns(index.getColumnNames())));
        schema.getImmutableColumns()
                .ifPresent(
                        immutable ->
                                proto.setImmutableColumns(
                                        NamedColumns.newBuilder()
                                                .setName(immutable.getConstraintName())
                                                .addAllColumns(immutable.getColumnNames())));
        return proto;
    }

    private static TableColumn toProto(UnresolvedColumn column) {
        TableColumn.Builder proto = TableColumn.newBuilder().setName(column.getName());
        column.getComment().ifPresent(proto::setComment);
        if (column instanceof UnresolvedPhysicalColumn physical) {
            setType(proto, physical.getDataType());
        } else if (column instanceof UnresolvedComputedColumn computed) {
            proto.setComputedText(sql(computed.getExpression()));
        } else if (column instanceof UnresolvedMetadataColumn metadata) {
            MetadataColumn.Builder definition =
                    MetadataColumn.newBuilder().setVirtual(metadata.isVirtual());
            if (metadata.getDataType() instanceof DataType type) {
                definition.setType(ProtoTypes.toProto(type.getLogicalType()));
            }
            if (metadata.getMetadataKey() != null) {
                definition.setKey(metadata.getMetadataKey());
            }
            proto.setMetadata(definition);
        }
        return proto.build();
    }

    private static void setType(TableColumn.Builder column, AbstractDataType<?> type) {
        if (type instanceof DataType known) {
            column.setType(ProtoTypes.toProto(known.getLogicalType()));
        } else {
            // "['INT']": a type that is not parsed yet.
            column.setTypeText(
                    ((UnresolvedDataType) type).toString().replaceAll("^\\['?|'?\\]$", ""));
        }
    }

    private static String sql(Expression stored) {
        Expression expression = ApiExpressionUtils.unwrapFromApi(stored);
        if (expression instanceof SqlCallExpression call) {
            return call.getSqlExpression();
        }
        return expression instanceof ResolvedExpression resolved
                ? resolved.asSerializableString()
                : expression.asSummaryString();
    }
}

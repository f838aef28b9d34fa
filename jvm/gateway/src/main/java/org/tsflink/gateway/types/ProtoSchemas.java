package org.tsflink.gateway.types;

import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.catalog.Column.ComputedColumn;
import org.apache.flink.table.catalog.Column.MetadataColumn;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.types.DataType;
import org.tsflink.proto.v1.MetadataOfColumn;
import org.tsflink.proto.v1.ResolvedColumn;
import org.tsflink.proto.v1.UniqueConstraint;
import org.tsflink.proto.v1.WatermarkSpec;

/** Flink's resolved schemas as those of the protocol. */
public final class ProtoSchemas {

    private ProtoSchemas() {}

    /** Columns in order, with their types, watermarks and the primary key. */
    public static org.tsflink.proto.v1.ResolvedSchema toProto(ResolvedSchema schema) {
        var proto = org.tsflink.proto.v1.ResolvedSchema.newBuilder();
        schema.getColumns().forEach(column -> proto.addColumns(toProto(column)));
        schema.getWatermarkSpecs().forEach(spec -> proto.addWatermarkSpecs(toProto(spec)));
        schema.getPrimaryKey()
                .ifPresent(
                        key ->
                                proto.setPrimaryKey(
                                        UniqueConstraint.newBuilder()
                                                .setName(key.getName())
                                                .addAllColumns(key.getColumns())
                                                .setEnforced(key.isEnforced())));
        return proto.build();
    }

    private static ResolvedColumn toProto(Column column) {
        var proto =
                ResolvedColumn.newBuilder()
                        .setName(column.getName())
                        .setType(toProto(column.getDataType()));
        column.getComment().ifPresent(proto::setComment);
        if (column instanceof ComputedColumn computed) {
            proto.setExpression(computed.getExpression().asSummaryString());
        } else if (column instanceof MetadataColumn metadata) {
            var definition = MetadataOfColumn.newBuilder().setVirtual(metadata.isVirtual());
            metadata.getMetadataKey().ifPresent(definition::setKey);
            proto.setMetadata(definition);
        }
        return proto.build();
    }

    private static WatermarkSpec toProto(org.apache.flink.table.catalog.WatermarkSpec spec) {
        var expression = spec.getWatermarkExpression();
        return WatermarkSpec.newBuilder()
                .setRowtimeAttribute(spec.getRowtimeAttribute())
                .setExpression(expression.asSummaryString())
                .setType(toProto(expression.getOutputDataType()))
                .build();
    }

    private static org.tsflink.proto.v1.DataType toProto(DataType type) {
        return ProtoTypes.toProto(type.getLogicalType());
    }
}

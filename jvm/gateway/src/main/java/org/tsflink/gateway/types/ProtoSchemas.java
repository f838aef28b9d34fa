package org.tsflink.gateway.types;

import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.catalog.UniqueConstraint;
import org.tsflink.proto.v1.Column;

import java.util.List;

/** Flink's resolved schemas as those of the protocol. */
public final class ProtoSchemas {

    private ProtoSchemas() {}

    /** Columns in order, with their types and the primary key. */
    public static org.tsflink.proto.v1.ResolvedSchema toProto(ResolvedSchema schema) {
        var proto = org.tsflink.proto.v1.ResolvedSchema.newBuilder();
        schema.getColumns()
                .forEach(
                        column ->
                                proto.addColumns(
                                        Column.newBuilder()
                                                .setName(column.getName())
                                                .setType(
                                                        ProtoTypes.toProto(
                                                                column.getDataType()
                                                                        .getLogicalType()))));
        proto.addAllPrimaryKey(
                schema.getPrimaryKey().map(UniqueConstraint::getColumns).orElse(List.of()));
        return proto.build();
    }
}

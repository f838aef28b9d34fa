package org.tsflink.gateway;

import com.google.protobuf.ByteString;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.gateway.types.ProtoTypes;
import org.tsflink.proto.v1.Alias;
import org.tsflink.proto.v1.Call;
import org.tsflink.proto.v1.ColumnReference;
import org.tsflink.proto.v1.Expression;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.Project;
import org.tsflink.proto.v1.Relation;
import org.tsflink.proto.v1.Values;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Plans, as clients make them. */
final class Plans {

    private Plans() {}

    static Plan of(Relation... relations) {
        return Plan.newBuilder().addAllRelations(List.of(relations)).build();
    }

    static Relation values(RowType type, GenericRowData... rows) {
        RowDataSerializer serializer = new RowDataSerializer(type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (GenericRowData row : rows) {
            BinaryRowData binary = serializer.toBinaryRow(row);
            int size = binary.getSizeInBytes();
            bytes.writeBytes(
                    ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(size).array());
            bytes.writeBytes(
                    BinarySegmentUtils.copyToBytes(binary.getSegments(), binary.getOffset(), size));
        }
        return Relation.newBuilder()
                .setValues(
                        Values.newBuilder()
                                .setType(ProtoTypes.toProto(type))
                                .setRows(ByteString.copyFrom(bytes.toByteArray()))
                                .setCount(rows.length))
                .build();
    }

    static Relation project(int input, Expression... expressions) {
        return Relation.newBuilder()
                .setProject(
                        Project.newBuilder()
                                .setInput(input)
                                .addAllExpressions(List.of(expressions)))
                .build();
    }

    static Expression column(String name) {
        return Expression.newBuilder()
                .setColumn(ColumnReference.newBuilder().setName(name))
                .build();
    }

    static Expression function(String name) {
        return Expression.newBuilder().setCall(Call.newBuilder().setFunctionName(name)).build();
    }

    static Expression call(String builtin, Expression... arguments) {
        return Expression.newBuilder()
                .setCall(Call.newBuilder().setBuiltin(builtin).addAllArguments(List.of(arguments)))
                .build();
    }

    static Expression as(Expression expression, String name) {
        return Expression.newBuilder()
                .setAlias(Alias.newBuilder().setExpression(expression).addNames(name))
                .build();
    }
}

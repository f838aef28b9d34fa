package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.CatalogPartitionSpec;
import org.apache.flink.table.catalog.ObjectPath;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.CatalogObject;
import org.tsflink.proto.v1.Operation;

import java.util.List;

/** The arguments of an operation. */
record Arguments(Operation operation) {

    /** The name, path or text at an index. */
    String name(int index) {
        if (index >= operation.getNamesCount()) {
            throw lacking("name " + index);
        }
        return operation.getNames(index);
    }

    List<String> names() {
        return operation.getNamesList();
    }

    /** The flag at an index; false where the client left it out. */
    boolean flag(int index) {
        return index < operation.getFlagsCount() && operation.getFlags(index);
    }

    /** The path whose database and object are the first two names. */
    ObjectPath path() {
        return new ObjectPath(name(0), name(1));
    }

    boolean hasPartition() {
        return operation.getPartitionsCount() > 0;
    }

    CatalogPartitionSpec partition() {
        return partitions().stream().findFirst().orElseThrow(() -> lacking("partition"));
    }

    List<CatalogPartitionSpec> partitions() {
        return operation.getPartitionsList().stream()
                .map(spec -> new CatalogPartitionSpec(spec.getValuesMap()))
                .toList();
    }

    CatalogObject object() {
        return operation.getObject();
    }

    private GatewayException lacking(String what) {
        return new GatewayException(
                ErrorCode.PLAN_INVALID,
                "The method '%s' lacks its %s.".formatted(operation.getMethod(), what));
    }
}

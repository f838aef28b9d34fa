package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.CatalogPartitionSpec;
import org.tsflink.proto.v1.CatalogObject;
import org.tsflink.proto.v1.OperationResult;
import org.tsflink.proto.v1.PartitionSpec;

import java.util.Arrays;
import java.util.List;

/** What methods give, as results of operations. */
final class Results {

    private Results() {}

    static OperationResult nothing() {
        return OperationResult.getDefaultInstance();
    }

    static OperationResult of(boolean flag) {
        return OperationResult.newBuilder().setFlag(flag).build();
    }

    static OperationResult of(String... names) {
        return of(Arrays.asList(names));
    }

    static OperationResult of(List<String> names) {
        return OperationResult.newBuilder().addAllNames(names).build();
    }

    static OperationResult of(CatalogObject object) {
        return OperationResult.newBuilder().addObjects(object).build();
    }

    static OperationResult objects(List<CatalogObject> objects) {
        return OperationResult.newBuilder().addAllObjects(objects).build();
    }

    static OperationResult partitions(List<CatalogPartitionSpec> partitions) {
        OperationResult.Builder result = OperationResult.newBuilder();
        partitions.forEach(
                spec ->
                        result.addPartitions(
                                PartitionSpec.newBuilder().putAllValues(spec.getPartitionSpec())));
        return result.build();
    }
}

package org.tsflink.gateway.catalog;

import org.apache.flink.table.api.FunctionDescriptor;
import org.apache.flink.table.catalog.CatalogFunctionImpl;
import org.apache.flink.table.catalog.FunctionLanguage;
import org.apache.flink.table.resource.ResourceType;
import org.apache.flink.table.resource.ResourceUri;
import org.tsflink.proto.v1.CatalogFunction;
import org.tsflink.proto.v1.CatalogObject;

import java.util.List;

/** Functions of catalogs: classes of Java or Python, and the files that have them. */
final class CatalogFunctions {

    private CatalogFunctions() {}

    static FunctionDescriptor descriptor(CatalogFunction function) {
        return FunctionDescriptor.forClassName(function.getClassName())
                .language(FunctionLanguage.valueOf(function.getLanguage()))
                .resourceUris(resources(function))
                .options(function.getOptionsMap())
                .build();
    }

    static org.apache.flink.table.catalog.CatalogFunction fromProto(CatalogFunction function) {
        return new CatalogFunctionImpl(
                function.getClassName(),
                FunctionLanguage.valueOf(function.getLanguage()),
                resources(function),
                function.getOptionsMap());
    }

    static CatalogObject toProto(org.apache.flink.table.catalog.CatalogFunction function) {
        CatalogFunction.Builder proto =
                CatalogFunction.newBuilder()
                        .setClassName(function.getClassName())
                        .setLanguage(function.getFunctionLanguage().name())
                        .putAllOptions(function.getOptions());
        for (ResourceUri resource : function.getFunctionResources()) {
            proto.addResources(
                    org.tsflink.proto.v1.ResourceUri.newBuilder()
                            .setType(resource.getResourceType().name())
                            .setUri(resource.getUri()));
        }
        return CatalogObject.newBuilder().setFunction(proto).build();
    }

    private static List<ResourceUri> resources(CatalogFunction function) {
        return function.getResourcesList().stream()
                .map(
                        resource ->
                                new ResourceUri(
                                        ResourceType.valueOf(resource.getType()),
                                        resource.getUri()))
                .toList();
    }
}

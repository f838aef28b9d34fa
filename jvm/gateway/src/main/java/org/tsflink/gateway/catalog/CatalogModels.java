package org.tsflink.gateway.catalog;

import org.apache.flink.table.api.ModelDescriptor;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.CatalogModel;
import org.tsflink.proto.v1.CatalogObject;

/** Models: what they take and give, and who provides them. */
public final class CatalogModels {

    private static final String PROVIDER = "provider";

    private CatalogModels() {}

    /** The descriptor of a model that a client describes. */
    public static ModelDescriptor descriptor(CatalogModel model, PlanTranslator plans) {
        ModelDescriptor.Builder descriptor =
                ModelDescriptor.forProvider(model.getOptionsOrDefault(PROVIDER, ""))
                        .inputSchema(plans.schema(model.getInput()))
                        .outputSchema(plans.schema(model.getOutput()));
        model.getOptionsMap().forEach(descriptor::option);
        if (model.hasComment()) {
            descriptor.comment(model.getComment());
        }
        return descriptor.build();
    }

    static org.apache.flink.table.catalog.CatalogModel fromProto(
            CatalogModel model, PlanTranslator plans) {
        return descriptor(model, plans).toCatalogModel();
    }

    static CatalogObject toProto(org.apache.flink.table.catalog.CatalogModel model) {
        CatalogModel.Builder proto =
                CatalogModel.newBuilder()
                        .setInput(CatalogSchemas.toProto(model.getInputSchema()))
                        .setOutput(CatalogSchemas.toProto(model.getOutputSchema()))
                        .putAllOptions(model.getOptions());
        if (model.getComment() != null) {
            proto.setComment(model.getComment());
        }
        return CatalogObject.newBuilder().setModel(proto).build();
    }
}

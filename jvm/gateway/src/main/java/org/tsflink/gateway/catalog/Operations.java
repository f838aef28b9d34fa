package org.tsflink.gateway.catalog;

import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.Catalog;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.NearestNames;
import org.tsflink.gateway.plan.FunctionTranslator;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.Operation;
import org.tsflink.proto.v1.OperationResult;

import java.util.List;

/** Operations of a client as calls of Flink: one operation, one method of the same name. */
public final class Operations {

    private final TableEnvironmentInternal environment;
    private final PlanTranslator plans;
    private final EnvironmentMethods methods;

    public Operations(
            TableEnvironmentInternal environment,
            PlanTranslator plans,
            FunctionTranslator functions) {
        this.environment = environment;
        this.plans = plans;
        this.methods = new EnvironmentMethods(environment, plans, functions);
    }

    /** Calls the method of an operation. */
    public OperationResult run(Operation operation) {
        Arguments arguments = new Arguments(operation);
        return operation.hasCatalog()
                ? new CatalogMethods(
                                catalog(operation.getCatalog()),
                                environment.getCatalogManager(),
                                plans)
                        .call(operation.getMethod(), arguments)
                : methods.call(operation.getMethod(), arguments);
    }

    private Catalog catalog(String name) {
        return environment
                .getCatalog(name)
                .orElseThrow(
                        () ->
                                new GatewayException(
                                        ErrorCode.CATALOG_NOT_FOUND,
                                        "There is no catalog '" + name + "'",
                                        NearestNames.hint(
                                                "catalogs",
                                                name,
                                                List.of(environment.listCatalogs()))));
    }

    /** A method that this gateway does not know. */
    static GatewayException unknown(String method) {
        return new GatewayException(
                ErrorCode.PLAN_INVALID,
                "The gateway knows no method '" + method + "'.",
                "Use a client of the gateway's version.");
    }
}

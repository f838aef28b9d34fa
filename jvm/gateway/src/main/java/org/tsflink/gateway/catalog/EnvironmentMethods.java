package org.tsflink.gateway.catalog;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.catalog.CatalogDescriptor;
import org.apache.flink.table.factories.FactoryUtil;
import org.apache.flink.table.module.Module;
import org.apache.flink.table.module.ModuleEntry;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.plan.FunctionTranslator;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.OperationResult;
import org.tsflink.proto.v1.Properties;

import java.util.Arrays;

/** The methods of TableEnvironment that are no statements. */
final class EnvironmentMethods {

    private final TableEnvironmentInternal environment;
    private final PlanTranslator plans;
    private final FunctionTranslator functions;

    EnvironmentMethods(
            TableEnvironmentInternal environment,
            PlanTranslator plans,
            FunctionTranslator functions) {
        this.environment = environment;
        this.plans = plans;
        this.functions = functions;
    }

    OperationResult call(String method, Arguments arguments) {
        return switch (method) {
            case "getCurrentCatalog" -> Results.of(environment.getCurrentCatalog());
            case "getCurrentDatabase" -> Results.of(environment.getCurrentDatabase());
            case "getCompletionHints" -> completionHints(arguments);
            case "listCatalogs",
                    "listDatabases",
                    "listTables",
                    "listViews",
                    "listMaterializedTables",
                    "listTemporaryTables",
                    "listTemporaryViews",
                    "listFunctions",
                    "listUserDefinedFunctions",
                    "listModules",
                    "listModels",
                    "listTemporaryModels" ->
                    Results.of(list(method, arguments));
            case "listFullModules" -> Results.of(fullModules());
            case "dropTable",
                    "dropView",
                    "dropModel",
                    "dropFunction",
                    "dropTemporaryTable",
                    "dropTemporaryView",
                    "dropTemporaryModel",
                    "dropTemporaryFunction",
                    "dropTemporarySystemFunction" ->
                    Results.of(drop(method, arguments.name(0), arguments.flag(0)));
            case "createTable", "createView" -> Results.of(create(method, arguments));
            default -> {
                change(method, arguments);
                yield Results.nothing();
            }
        };
    }

    private String[] list(String method, Arguments arguments) {
        return switch (method) {
            case "listCatalogs" -> environment.listCatalogs();
            case "listDatabases" -> environment.listDatabases();
            case "listTables" ->
                    arguments.names().isEmpty()
                            ? environment.listTables()
                            : environment.listTables(arguments.name(0), arguments.name(1));
            case "listViews" -> environment.listViews();
            case "listMaterializedTables" -> environment.listMaterializedTables();
            case "listTemporaryTables" -> environment.listTemporaryTables();
            case "listTemporaryViews" -> environment.listTemporaryViews();
            case "listFunctions" -> environment.listFunctions();
            case "listUserDefinedFunctions" -> environment.listUserDefinedFunctions();
            case "listModules" -> environment.listModules();
            case "listModels" -> environment.listModels();
            case "listTemporaryModels" -> environment.listTemporaryModels();
            default -> throw Operations.unknown(method);
        };
    }

    // The name of each module, behind a sign of whether it is used.
    private String[] fullModules() {
        return Arrays.stream(environment.listFullModules())
                .map((ModuleEntry module) -> (module.used() ? "+" : "-") + module.name())
                .toArray(String[]::new);
    }

    @SuppressWarnings("deprecation")
    private OperationResult completionHints(Arguments arguments) {
        return Results.of(
                environment.getCompletionHints(
                        arguments.name(0), Integer.parseInt(arguments.name(1))));
    }

    private boolean drop(String method, String path, boolean ignoreIfNotExists) {
        return switch (method) {
            case "dropTable" -> environment.dropTable(path, ignoreIfNotExists);
            case "dropView" -> environment.dropView(path, ignoreIfNotExists);
            case "dropModel" -> environment.dropModel(path, ignoreIfNotExists);
            case "dropFunction" -> environment.dropFunction(path);
            case "dropTemporaryTable" -> environment.dropTemporaryTable(path);
            case "dropTemporaryView" -> environment.dropTemporaryView(path);
            case "dropTemporaryModel" -> environment.dropTemporaryModel(path);
            case "dropTemporaryFunction" -> environment.dropTemporaryFunction(path);
            case "dropTemporarySystemFunction" -> environment.dropTemporarySystemFunction(path);
            default -> throw Operations.unknown(method);
        };
    }

    private boolean create(String method, Arguments arguments) {
        String path = arguments.name(0);
        boolean ignoreIfExists = arguments.flag(0);
        return method.equals("createTable")
                ? environment.createTable(
                        path,
                        plans.descriptor(arguments.object().getTable().getTable(), path),
                        ignoreIfExists)
                : environment.createView(
                        path, plans.translate(arguments.object().getView()), ignoreIfExists);
    }

    private void change(String method, Arguments arguments) {
        switch (method) {
            case "useCatalog" -> environment.useCatalog(arguments.name(0));
            case "useDatabase" -> environment.useDatabase(arguments.name(0));
            case "useModules" -> environment.useModules(arguments.names().toArray(new String[0]));
            case "loadModule" -> loadModule(arguments);
            case "unloadModule" -> environment.unloadModule(arguments.name(0));
            case "createCatalog" -> createCatalog(arguments);
            case "createModel" ->
                    environment.createModel(
                            arguments.name(0),
                            CatalogModels.descriptor(arguments.object().getModel(), plans),
                            arguments.flag(0));
            case "createTemporaryModel" ->
                    environment.createTemporaryModel(
                            arguments.name(0),
                            CatalogModels.descriptor(arguments.object().getModel(), plans),
                            arguments.flag(0));
            case "createFunction" ->
                    environment.createFunction(
                            arguments.name(0),
                            CatalogFunctions.descriptor(arguments.object().getFunction()),
                            arguments.flag(0));
            case "createTemporaryFunction" -> createTemporaryFunction(arguments);
            case "createTemporarySystemFunction" -> createTemporarySystemFunction(arguments);
            default -> throw Operations.unknown(method);
        }
    }

    private void createCatalog(Arguments arguments) {
        Properties properties = arguments.object().getProperties();
        environment.createCatalog(
                arguments.name(0),
                CatalogDescriptor.of(
                        arguments.name(0),
                        Configuration.fromMap(properties.getValuesMap()),
                        properties.hasComment() ? properties.getComment() : null));
    }

    private void loadModule(Arguments arguments) {
        String name = arguments.name(0);
        Module module;
        try {
            module =
                    FactoryUtil.createModule(
                            name,
                            arguments.object().getProperties().getValuesMap(),
                            environment.getConfig(),
                            Thread.currentThread().getContextClassLoader());
        } catch (ValidationException e) {
            throw new GatewayException(
                    ErrorCode.MODULE_NOT_FOUND,
                    "The module '%s' cannot be loaded: %s"
                            .formatted(name, e.getMessage().lines().findFirst().orElse("")),
                    "Put the jar of its factory on pipeline.jars or into the gateway's lib/.",
                    e);
        }
        environment.loadModule(name, module);
    }

    private void createTemporaryFunction(Arguments arguments) {
        if (arguments.object().hasProgramFunction()) {
            environment.createTemporaryFunction(
                    arguments.name(0),
                    functions.translate(arguments.object().getProgramFunction()));
        } else {
            environment.createTemporaryFunction(
                    arguments.name(0),
                    CatalogFunctions.descriptor(arguments.object().getFunction()));
        }
    }

    private void createTemporarySystemFunction(Arguments arguments) {
        environment.createTemporarySystemFunction(
                arguments.name(0), CatalogFunctions.descriptor(arguments.object().getFunction()));
    }
}

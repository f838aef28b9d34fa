package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogManager;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.OperationResult;

import java.util.Objects;

/** The methods of one catalog. */
final class CatalogMethods {

    private final Catalog catalog;
    private final CatalogManager manager;
    private final PlanTranslator plans;

    CatalogMethods(Catalog catalog, CatalogManager manager, PlanTranslator plans) {
        this.catalog = catalog;
        this.manager = manager;
        this.plans = plans;
    }

    OperationResult call(String method, Arguments arguments) {
        try {
            if (method.contains("Statistics")) {
                return new StatisticsMethods(catalog).call(method, arguments);
            }
            if (method.contains("artition")) {
                return new PartitionMethods(catalog).call(method, arguments);
            }
            return method.startsWith("list")
                            || method.startsWith("get")
                            || method.endsWith("Exists")
                    ? read(method, arguments)
                    : write(method, arguments);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // The exceptions of catalogs are checked ones.
            throw new CatalogCallException(e);
        }
    }

    private OperationResult read(String method, Arguments arguments) throws Exception {
        return switch (method) {
            case "getDefaultDatabase" ->
                    Results.of(Objects.requireNonNullElse(catalog.getDefaultDatabase(), ""));
            case "listDatabases" -> Results.of(catalog.listDatabases());
            case "getDatabase" ->
                    Results.of(Databases.toProto(catalog.getDatabase(arguments.name(0))));
            case "databaseExists" -> Results.of(catalog.databaseExists(arguments.name(0)));
            case "listTables" -> Results.of(catalog.listTables(arguments.name(0)));
            case "listViews" -> Results.of(catalog.listViews(arguments.name(0)));
            case "listMaterializedTables" ->
                    Results.of(catalog.listMaterializedTables(arguments.name(0)));
            case "getTable" ->
                    Results.of(
                            CatalogTables.toProto(
                                    arguments.names().size() > 2
                                            ? catalog.getTable(
                                                    arguments.path(),
                                                    Long.parseLong(arguments.name(2)))
                                            : catalog.getTable(arguments.path())));
            case "tableExists" -> Results.of(catalog.tableExists(arguments.path()));
            case "listFunctions" -> Results.of(catalog.listFunctions(arguments.name(0)));
            case "listProcedures" -> Results.of(catalog.listProcedures(arguments.name(0)));
            case "getFunction" ->
                    Results.of(CatalogFunctions.toProto(catalog.getFunction(arguments.path())));
            case "functionExists" -> Results.of(catalog.functionExists(arguments.path()));
            case "listModels" -> Results.of(catalog.listModels(arguments.name(0)));
            case "getModel" ->
                    Results.of(CatalogModels.toProto(catalog.getModel(arguments.path())));
            case "modelExists" -> Results.of(catalog.modelExists(arguments.path()));
            default -> throw Operations.unknown(method);
        };
    }

    private OperationResult write(String method, Arguments arguments) throws Exception {
        boolean ignore = arguments.flag(0);
        switch (method) {
            case "createDatabase" ->
                    catalog.createDatabase(
                            arguments.name(0), Databases.fromProto(arguments.object()), ignore);
            case "alterDatabase" ->
                    catalog.alterDatabase(
                            arguments.name(0), Databases.fromProto(arguments.object()), ignore);
            case "dropDatabase" ->
                    catalog.dropDatabase(arguments.name(0), ignore, arguments.flag(1));
            case "createTable" ->
                    catalog.createTable(
                            arguments.path(),
                            manager.resolveCatalogBaseTable(
                                    CatalogTables.fromProto(
                                            arguments.object().getTable(),
                                            arguments.path(),
                                            plans)),
                            ignore);
            case "alterTable" ->
                    catalog.alterTable(
                            arguments.path(),
                            manager.resolveCatalogBaseTable(
                                    CatalogTables.fromProto(
                                            arguments.object().getTable(),
                                            arguments.path(),
                                            plans)),
                            ignore);
            case "renameTable" -> catalog.renameTable(arguments.path(), arguments.name(2), ignore);
            case "dropTable" -> catalog.dropTable(arguments.path(), ignore);
            case "createFunction" ->
                    catalog.createFunction(
                            arguments.path(),
                            CatalogFunctions.fromProto(arguments.object().getFunction()),
                            ignore);
            case "alterFunction" ->
                    catalog.alterFunction(
                            arguments.path(),
                            CatalogFunctions.fromProto(arguments.object().getFunction()),
                            ignore);
            case "dropFunction" -> catalog.dropFunction(arguments.path(), ignore);
            case "createModel" ->
                    catalog.createModel(
                            arguments.path(),
                            manager.resolveCatalogModel(
                                    CatalogModels.fromProto(arguments.object().getModel(), plans)),
                            ignore);
            case "alterModel" ->
                    catalog.alterModel(
                            arguments.path(),
                            manager.resolveCatalogModel(
                                    CatalogModels.fromProto(arguments.object().getModel(), plans)),
                            ignore);
            case "renameModel" -> catalog.renameModel(arguments.path(), arguments.name(2), ignore);
            case "dropModel" -> catalog.dropModel(arguments.path(), ignore);
            default -> throw Operations.unknown(method);
        }
        return Results.nothing();
    }
}

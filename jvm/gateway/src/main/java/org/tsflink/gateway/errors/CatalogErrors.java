package org.tsflink.gateway.errors;

import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.exceptions.CatalogException;

import javax.annotation.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Objects of catalogs, and modules, that are not there, or there already. */
final class CatalogErrors implements Classifier {

    private static final Pattern NOT_THERE =
            Pattern.compile(
                    "(Database|Table \\(or view\\)|Function|Procedure) (?:(\\S+?)\\.)?(\\S+) does not exist in Catalog (.+?)\\.");
    private static final Pattern MODEL =
            Pattern.compile(
                    "(?:Model|Model with identifier|Temporary model with identifier) '(?:.+\\.)?`?(.+?)`?' does not exist\\.?|Model `(.+?)` was not found\\.?");
    private static final Pattern PARTITION =
            Pattern.compile("Partition (.+?) of table (.+?) in catalog .+? does not exist\\.");
    private static final Pattern MODULE = Pattern.compile("No module with name '(.+?)' exists");
    private static final Pattern NO_PROVIDER =
            Pattern.compile(
                    "Could not find any factories that implement '(?:.+\\.)?ModelProviderFactory' in the classpath\\.");
    private static final Pattern EXISTS =
            Pattern.compile(
                    "(?:Catalog|Database|Model|Partition|A module with name|Temporary model|Could not register .*?\\.) .+ already exists.*");
    private static final Pattern FUNCTION_EXISTS =
            Pattern.compile(
                    "(?:Could not register .* function\\. A .*|Function .+ )(?:does already exist|already exists).*");
    private static final Pattern TABLE_EXISTS =
            Pattern.compile("Table \\(or view\\) .+ already exists in Catalog .+");

    @Override
    @Nullable
    public Failure classify(List<Cause> causes, Statement statement) {
        for (Cause cause : causes) {
            if (isOfCatalogs(cause)) {
                Failure known = classify(cause.message().strip(), statement);
                if (known != null) {
                    return known;
                }
            }
        }
        return null;
    }

    private static boolean isOfCatalogs(Cause cause) {
        return cause.throwable() instanceof CatalogException
                || cause.throwable() instanceof ValidationException
                || cause.className().startsWith("org.apache.flink.table.catalog.exceptions.");
    }

    @Nullable
    private static Failure classify(String message, Statement statement) {
        Matcher missing = NOT_THERE.matcher(message);
        if (missing.matches()) {
            return missing(missing, statement);
        }
        Matcher model = MODEL.matcher(message);
        if (model.matches()) {
            String name = model.group(1) == null ? model.group(2) : model.group(1);
            return Failure.of(
                    ErrorCode.MODEL_NOT_FOUND,
                    "There is no model '" + name + "'",
                    NearestNames.hint("models", name, models(statement)));
        }
        Matcher partition = PARTITION.matcher(message);
        if (partition.matches()) {
            return Failure.of(
                    ErrorCode.PARTITION_NOT_FOUND,
                    "The table '%s' has no partition %s"
                            .formatted(partition.group(2), partition.group(1)),
                    "List them: getCatalog(…).listPartitions(path).");
        }
        Matcher module = MODULE.matcher(message);
        if (module.matches()) {
            return Failure.of(
                    ErrorCode.MODULE_NOT_FOUND,
                    "There is no module '" + module.group(1) + "'",
                    NearestNames.hint("modules", module.group(1), modules(statement)));
        }
        if (NO_PROVIDER.matcher(message).matches()) {
            return Failure.of(
                    ErrorCode.CONNECTOR_NOT_FOUND,
                    "No provider of models is there",
                    "Put the jar of the provider on pipeline.jars or into the gateway's lib/.");
        }
        if (TABLE_EXISTS.matcher(message).matches()) {
            return Failure.of(
                    ErrorCode.TABLE_ALREADY_EXISTS,
                    message,
                    "Drop it first, or take another name.");
        }
        if (FUNCTION_EXISTS.matcher(message).matches()) {
            return Failure.of(
                    ErrorCode.FUNCTION_ALREADY_EXISTS,
                    message,
                    "Drop it first, take another name, or write IF NOT EXISTS.");
        }
        if (EXISTS.matcher(message).matches()) {
            return Failure.of(
                    ErrorCode.ALREADY_EXISTS, message, "Drop it first, or take another name.");
        }
        return Meanings.of(message, "", statement);
    }

    private static Failure missing(Matcher missing, Statement statement) {
        String database = missing.group(2);
        String name = missing.group(3);
        Catalog catalog = catalog(missing.group(4), statement);
        return switch (missing.group(1)) {
            case "Database" ->
                    Failure.of(
                            ErrorCode.DATABASE_NOT_FOUND,
                            "There is no database '" + name + "'",
                            hint("databases", name, () -> catalog.listDatabases()));
            case "Function", "Procedure" ->
                    Failure.of(
                            ErrorCode.FUNCTION_UNDEFINED,
                            "There is no function '" + name + "'",
                            hint("functions", name, () -> catalog.listFunctions(database)));
            default ->
                    Failure.of(
                            ErrorCode.TABLE_NOT_FOUND,
                            "There is no table '" + name + "'",
                            hint("tables", name, () -> catalog.listTables(database)));
        };
    }

    @Nullable
    private static Catalog catalog(String name, Statement statement) {
        TableEnvironment environment = statement.environment();
        return environment == null ? null : environment.getCatalog(name).orElse(null);
    }

    private static Collection<String> models(Statement statement) {
        TableEnvironment environment = statement.environment();
        return environment == null ? List.of() : Arrays.asList(environment.listModels());
    }

    private static Collection<String> modules(Statement statement) {
        TableEnvironment environment = statement.environment();
        return environment == null
                ? List.of()
                : Arrays.stream(environment.listFullModules())
                        .map(module -> module.name())
                        .toList();
    }

    private static String hint(String kind, String name, Names names) {
        try {
            return NearestNames.hint(kind, name, names.list());
        } catch (Exception e) {
            // Only a hint is lost: the catalog is gone, or its database.
            return "";
        }
    }

    /** Lists what there is. */
    private interface Names {
        Collection<String> list() throws Exception;
    }
}

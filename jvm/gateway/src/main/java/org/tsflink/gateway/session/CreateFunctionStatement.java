package org.tsflink.gateway.session;

import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.CatalogFunction;
import org.apache.flink.table.catalog.CatalogManager;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.ddl.CreateCatalogFunctionOperation;
import org.apache.flink.table.operations.ddl.CreateTempSystemFunctionOperation;
import org.tsflink.gateway.catalog.ProgramFunction;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.proto.v1.CreateFunction;

/** CREATE FUNCTION as Flink parses it, of a function that the program has. */
final class CreateFunctionStatement {

    private CreateFunctionStatement() {}

    /** The text as Flink parses it: in a language that it knows, every character at its place. */
    static String inJava(CreateFunction create) {
        return new StringBuilder(create.getSql())
                .replace(create.getLanguageBegin(), create.getLanguageEnd(), "JAVA      ")
                .toString();
    }

    /** The same statement, which creates that function. */
    static Operation of(Operation parsed, FunctionDefinition function, CatalogManager catalogs) {
        if (parsed instanceof CreateTempSystemFunctionOperation create) {
            named(create.getCatalogFunction(), function);
            return new CreateTempSystemFunctionOperation(
                    create.getFunctionName(), create.isIgnoreIfExists(), function);
        }
        CreateCatalogFunctionOperation create = (CreateCatalogFunctionOperation) parsed;
        if (!create.isTemporary()) {
            checkKeeps(catalogs, create.getFunctionIdentifier().getCatalogName());
        }
        return new CreateCatalogFunctionOperation(
                create.getFunctionIdentifier(),
                named(create.getCatalogFunction(), function),
                create.isIgnoreIfExists(),
                create.isTemporary());
    }

    private static CatalogFunction named(CatalogFunction parsed, FunctionDefinition function) {
        if (!parsed.getFunctionResources().isEmpty() || !parsed.getOptions().isEmpty()) {
            throw new GatewayException(
                    ErrorCode.SQL_VALIDATION_ERROR,
                    "A function in the language TYPESCRIPT takes neither USING nor WITH.",
                    "Leave them out: what its module imports travels with it.");
        }
        return new ProgramFunction(parsed.getClassName(), function);
    }

    // Others would keep the name of a module that the next program may not have.
    private static void checkKeeps(CatalogManager catalogs, String name) {
        Catalog catalog = catalogs.getCatalogOrThrowException(name);
        if (!(catalog instanceof GenericInMemoryCatalog)) {
            throw new GatewayException(
                    ErrorCode.SQL_VALIDATION_ERROR,
                    "The catalog '%s' cannot keep a function in the language TYPESCRIPT."
                            .formatted(name),
                    "Write CREATE TEMPORARY FUNCTION: it lasts as long as the environment.");
        }
    }
}

package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.CatalogFunction;
import org.apache.flink.table.catalog.FunctionCatalog.InlineCatalogFunction;
import org.apache.flink.table.functions.FunctionDefinition;

/** A function of the program in a catalog, under the name of the module that exports it. */
public final class ProgramFunction extends InlineCatalogFunction {

    private final String reference;

    /**
     * @param reference the module and its export, as SQL names them
     */
    public ProgramFunction(String reference, FunctionDefinition definition) {
        super(definition);
        this.reference = reference;
    }

    @Override
    public String getClassName() {
        return reference;
    }

    @Override
    public CatalogFunction copy() {
        return new ProgramFunction(reference, getDefinition());
    }
}

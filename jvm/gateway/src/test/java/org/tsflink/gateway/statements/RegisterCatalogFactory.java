package org.tsflink.gateway.statements;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.annotation.ProcedureHint;
import org.apache.flink.table.catalog.Catalog;
import org.apache.flink.table.catalog.GenericInMemoryCatalog;
import org.apache.flink.table.catalog.ObjectPath;
import org.apache.flink.table.catalog.exceptions.CatalogException;
import org.apache.flink.table.catalog.exceptions.ProcedureNotExistException;
import org.apache.flink.table.factories.CatalogFactory;
import org.apache.flink.table.procedure.ProcedureContext;
import org.apache.flink.table.procedures.Procedure;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** A catalog with a procedure: {@code 'type' = 'register'}. */
public final class RegisterCatalogFactory implements CatalogFactory {

    @Override
    public String factoryIdentifier() {
        return "register";
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of();
    }

    @Override
    public Catalog createCatalog(Context context) {
        return new Register(context.getName());
    }

    private static final class Register extends GenericInMemoryCatalog {

        private Register(String name) {
            super(name);
        }

        @Override
        public List<String> listProcedures(String database) throws CatalogException {
            return List.of("count_to");
        }

        @Override
        public Procedure getProcedure(ObjectPath path)
                throws ProcedureNotExistException, CatalogException {
            if (path.getObjectName().equals("count_to")) {
                return new CountTo();
            }
            throw new ProcedureNotExistException(getName(), path);
        }
    }

    /** The numbers up to one. */
    public static final class CountTo implements Procedure {

        @ProcedureHint
        public long[] call(ProcedureContext context, int last) {
            return LongStream.rangeClosed(1, last).toArray();
        }
    }
}

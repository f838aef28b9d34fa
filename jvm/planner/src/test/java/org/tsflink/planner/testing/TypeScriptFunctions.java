package org.tsflink.planner.testing;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.aggregate.TypeScriptAggregateFunction;
import org.tsflink.runtime.aggregate.TypeScriptTableAggregateFunction;
import org.tsflink.runtime.function.Artifact;
import org.tsflink.runtime.function.DeclaredType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.NullHandling;
import org.tsflink.runtime.function.Signature;
import org.tsflink.runtime.function.TypeScriptScalarFunction;
import org.tsflink.runtime.function.TypeScriptTableFunction;
import org.tsflink.runtime.types.TypeJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Registers functions of a script that is a test resource. */
public final class TypeScriptFunctions {

    private final TableEnvironment tables;
    private final Artifact artifact;

    public TypeScriptFunctions(TableEnvironment tables, String resource) {
        this.tables = tables;
        this.artifact = read(resource);
    }

    /** Registers an export under its name. */
    public TypeScriptFunctions add(String name, DataType returns, DataType... parameters) {
        return add(name, name, true, NullHandling.CALL, returns, parameters);
    }

    /** Registers an export that is not deterministic. */
    public TypeScriptFunctions addNonDeterministic(
            String name, DataType returns, DataType... parameters) {
        return add(name, name, false, NullHandling.CALL, returns, parameters);
    }

    /** Registers an export under a name of its own, not to be called with a NULL. */
    public TypeScriptFunctions addNullReturning(
            String name, String export, DataType returns, DataType... parameters) {
        return add(name, export, true, NullHandling.RETURN_NULL, returns, parameters);
    }

    /** Registers a function {@code T -> T} that gives back what it is given. */
    public TypeScriptFunctions addIdentity(String name, DataType type) {
        return add(name, "identity", true, NullHandling.CALL, type, type);
    }

    /** Registers an export of any form. */
    public TypeScriptFunctions addForm(
            String name,
            DeclaredType returns,
            List<String> methods,
            boolean named,
            Parameter... parameters) {
        return add(
                new FunctionDescriptor(
                        name,
                        FunctionKind.SCALAR,
                        name,
                        artifact,
                        List.of(parameters),
                        returns,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        Set.copyOf(methods),
                        named,
                        false,
                        true,
                        NullHandling.CALL,
                        null,
                        null,
                        0));
    }

    /** Registers an export whose types calls tell. */
    public TypeScriptFunctions addOpen(String name, String export, Signature... signatures) {
        DataType none = DataTypes.NULL();
        return add(
                descriptor(name, export, true, NullHandling.CALL, none)
                        .withSignatures(List.of(signatures)));
    }

    private TypeScriptFunctions add(FunctionDescriptor descriptor) {
        tables.createTemporarySystemFunction(
                descriptor.name(),
                new TypeScriptScalarFunction(descriptor, FunctionOptions.DEFAULT));
        return this;
    }

    /** Registers an export as table function. */
    public TypeScriptFunctions addTable(String name, DataType returns, DataType... parameters) {
        return addTableNamed(name, name, returns, parameters);
    }

    /** Registers an export as table function under a name of its own. */
    public TypeScriptFunctions addTableNamed(
            String name, String export, DataType returns, DataType... parameters) {
        FunctionDescriptor scalar =
                descriptor(name, export, true, NullHandling.CALL, returns, parameters);
        return register(scalar.ofKind(FunctionKind.TABLE));
    }

    private TypeScriptFunctions register(FunctionDescriptor table) {
        tables.createTemporarySystemFunction(
                table.name(), new TypeScriptTableFunction(table, FunctionOptions.DEFAULT));
        return this;
    }

    /** Registers an aggregate function with the methods that it has. */
    public TypeScriptFunctions addAggregate(
            String name,
            String export,
            Set<String> methods,
            DataType accumulator,
            DataType returns,
            DataType... types) {
        FunctionDescriptor descriptor =
                aggregate(
                        FunctionKind.AGGREGATE, name, export, methods, accumulator, returns, types);
        tables.createTemporarySystemFunction(
                name, TypeScriptAggregateFunction.of(descriptor, FunctionOptions.DEFAULT));
        return this;
    }

    /** Registers a table aggregate function with the methods that it has. */
    public TypeScriptFunctions addTableAggregate(
            String name,
            Set<String> methods,
            DataType accumulator,
            DataType returns,
            DataType... types) {
        FunctionDescriptor descriptor =
                aggregate(
                        FunctionKind.TABLE_AGGREGATE,
                        name,
                        name,
                        methods,
                        accumulator,
                        returns,
                        types);
        tables.createTemporarySystemFunction(
                name, TypeScriptTableAggregateFunction.of(descriptor, FunctionOptions.DEFAULT));
        return this;
    }

    private FunctionDescriptor aggregate(
            FunctionKind kind,
            String name,
            String export,
            Set<String> methods,
            DataType accumulator,
            DataType returns,
            DataType... types) {
        return new FunctionDescriptor(
                name,
                kind,
                export,
                artifact,
                parameters(types),
                declared(returns),
                List.of(),
                declared(accumulator),
                List.of(),
                null,
                methods,
                false,
                false,
                true,
                NullHandling.CALL,
                null,
                null,
                0);
    }

    private static List<Parameter> parameters(DataType... types) {
        List<Parameter> parameters = new ArrayList<>();
        for (DataType type : types) {
            parameters.add(new Parameter("p" + parameters.size(), declared(type)));
        }
        return parameters;
    }

    private TypeScriptFunctions add(
            String name,
            String export,
            boolean deterministic,
            NullHandling nullHandling,
            DataType returns,
            DataType... types) {
        return add(descriptor(name, export, deterministic, nullHandling, returns, types));
    }

    private FunctionDescriptor descriptor(
            String name,
            String export,
            boolean deterministic,
            NullHandling nullHandling,
            DataType returns,
            DataType... types) {
        return FunctionDescriptor.scalar(
                name,
                export,
                artifact,
                parameters(types),
                declared(returns),
                deterministic,
                nullHandling);
    }

    private static DeclaredType declared(DataType type) {
        LogicalType logical = type.getLogicalType();
        return new DeclaredType(logical, TypeJson.of(logical).toString());
    }

    private static Artifact read(String resource) {
        try (InputStream in = TypeScriptFunctions.class.getResourceAsStream("/" + resource)) {
            byte[] code = in.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code);
            return new Artifact(HexFormat.of().formatHex(hash), resource, code, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

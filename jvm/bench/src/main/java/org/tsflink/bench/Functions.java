package org.tsflink.bench;

import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.inference.StaticArgumentTrait;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.tsflink.bench.functions.IpToProvince;
import org.tsflink.bench.functions.Largest;
import org.tsflink.bench.functions.PlusOne;
import org.tsflink.bench.functions.Split;
import org.tsflink.bench.functions.Tally;
import org.tsflink.bench.functions.Upper;
import org.tsflink.bench.functions.WeightedAverage;
import org.tsflink.runtime.aggregate.TypeScriptAggregateFunction;
import org.tsflink.runtime.aggregate.TypeScriptTableAggregateFunction;
import org.tsflink.runtime.function.Artifact;
import org.tsflink.runtime.function.DeclaredType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.NullHandling;
import org.tsflink.runtime.function.TypeScriptScalarFunction;
import org.tsflink.runtime.function.TypeScriptTableFunction;
import org.tsflink.runtime.process.ProcessArgument;
import org.tsflink.runtime.process.ProcessDescriptor;
import org.tsflink.runtime.process.TypeScriptProcessTableFunction;
import org.tsflink.runtime.state.StateEntry;
import org.tsflink.runtime.types.TypeJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions of the bench in both languages. */
record Functions(Artifact artifact, Map<String, String> exports) {

    private static final String BIGINT_JSON = "{\"root\":\"BIGINT\",\"nullable\":true}";
    private static final String NUMBER_JSON =
            "{\"root\":\"BIGINT\",\"nullable\":true,\"bridgedTo\":\"number\"}";
    private static final String STRING_JSON =
            "{\"root\":\"VARCHAR\",\"nullable\":true,\"length\":2147483647}";

    /**
     * Reads the script that the driver bundled.
     *
     * @param exports {@code name=export} of its functions
     */
    static Functions read(Path script, List<String> exports)
            throws IOException, NoSuchAlgorithmException {
        byte[] code = Files.readAllBytes(script);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(code);
        String name = script.getFileName().toString();
        return new Functions(
                new Artifact(HexFormat.of().formatHex(hash), name, code, new byte[0]),
                exports.stream()
                        .map(export -> export.split("="))
                        .collect(Collectors.toMap(export -> export[0], export -> export[1])));
    }

    void register(TableEnvironment tables) {
        for (String name : List.of("plusOne", "plusOneNumber", "plusOneVector")) {
            tables.createTemporarySystemFunction(Mode.JAVA.function(name), new PlusOne());
        }
        tables.createTemporarySystemFunction(Mode.JAVA.function("upper"), new Upper());
        tables.createTemporarySystemFunction(
                Mode.JAVA.function("ipToProvince"), new IpToProvince());
        for (String name : List.of("weightedAverage", "weightedAverageVector")) {
            tables.createTemporarySystemFunction(Mode.JAVA.function(name), new WeightedAverage());
        }
        tables.createTemporarySystemFunction(Mode.JAVA.function("largest"), new Largest());
        registerAggregates(tables);
        tables.createTemporarySystemFunction(Mode.JAVA.function("split"), new Split());
        tables.createTemporarySystemFunction(Mode.JAVA.function("tally"), new Tally());
        registerSplit(tables);
        registerTally(tables);
        registerTypeScript(tables, "plusOne", new BigIntType(), BIGINT_JSON);
        registerTypeScript(tables, "plusOneNumber", new BigIntType(), NUMBER_JSON);
        registerPlusOneVector(tables);
        registerTypeScript(tables, "upper", VarCharType.STRING_TYPE, STRING_JSON);
        registerTypeScript(tables, "ipToProvince", VarCharType.STRING_TYPE, STRING_JSON);
    }

    private void registerAggregates(TableEnvironment tables) {
        FunctionOptions options = FunctionOptions.from(tables.getConfig());
        DeclaredType value = declared(new BigIntType());
        FunctionDescriptor average =
                aggregate(
                        "weightedAverage",
                        FunctionKind.AGGREGATE,
                        List.of(new Parameter("value", value), new Parameter("weight", value)),
                        value,
                        row("sum", new BigIntType(false), "weight", new BigIntType(false)),
                        Set.of("createAccumulator", "accumulate", "getValue"),
                        false);
        FunctionDescriptor vector =
                aggregate(
                        "weightedAverageVector",
                        FunctionKind.AGGREGATE,
                        List.of(new Parameter("value", value), new Parameter("weight", value)),
                        value,
                        new ArrayType(
                                false, row("value", new BigIntType(), "weight", new BigIntType())),
                        Set.of("createAccumulator", "accumulate", "retract", "merge", "getValue"),
                        true);
        for (FunctionDescriptor descriptor : List.of(average, vector)) {
            tables.createTemporarySystemFunction(
                    descriptor.name(), TypeScriptAggregateFunction.of(descriptor, options));
        }
        FunctionDescriptor largest =
                aggregate(
                        "largest",
                        FunctionKind.TABLE_AGGREGATE,
                        List.of(new Parameter("value", value)),
                        declared(row("value", new BigIntType(), "rank", new IntType())),
                        row("first", new BigIntType(), "second", new BigIntType()),
                        Set.of("createAccumulator", "accumulate", "emitValue"),
                        false);
        tables.createTemporarySystemFunction(
                largest.name(), TypeScriptTableAggregateFunction.of(largest, options));
    }

    private FunctionDescriptor aggregate(
            String name,
            FunctionKind kind,
            List<Parameter> parameters,
            DeclaredType returns,
            LogicalType accumulator,
            Set<String> methods,
            boolean vectorised) {
        return new FunctionDescriptor(
                Mode.TYPESCRIPT.function(name),
                kind,
                exports.get(name),
                artifact,
                parameters,
                returns,
                List.of(),
                declared(accumulator),
                List.of(),
                null,
                methods,
                false,
                vectorised,
                true,
                NullHandling.CALL,
                null,
                null,
                0);
    }

    private void registerPlusOneVector(TableEnvironment tables) {
        DeclaredType value = declared(new BigIntType());
        FunctionDescriptor vector =
                new FunctionDescriptor(
                        Mode.TYPESCRIPT.function("plusOneVector"),
                        FunctionKind.SCALAR,
                        exports.get("plusOneVector"),
                        artifact,
                        List.of(new Parameter("values", value)),
                        value,
                        List.of(),
                        null,
                        List.of(),
                        null,
                        Set.of(),
                        false,
                        true,
                        true,
                        NullHandling.RETURN_NULL,
                        null,
                        null,
                        0);
        tables.createTemporarySystemFunction(
                vector.name(),
                new TypeScriptScalarFunction(vector, FunctionOptions.from(tables.getConfig())));
    }

    private static RowType row(String name, LogicalType type, String other, LogicalType otherType) {
        return RowType.of(false, new LogicalType[] {type, otherType}, new String[] {name, other});
    }

    private void registerSplit(TableEnvironment tables) {
        LogicalType row =
                RowType.of(
                        false,
                        new LogicalType[] {VarCharType.STRING_TYPE, new IntType()},
                        new String[] {"word", "size"});
        FunctionDescriptor split =
                FunctionDescriptor.scalar(
                                Mode.TYPESCRIPT.function("split"),
                                exports.get("split"),
                                artifact,
                                List.of(new Parameter("text", declared(VarCharType.STRING_TYPE))),
                                declared(row),
                                true,
                                NullHandling.CALL)
                        .ofKind(FunctionKind.TABLE);
        tables.createTemporarySystemFunction(
                split.name(),
                new TypeScriptTableFunction(split, FunctionOptions.from(tables.getConfig())));
    }

    private void registerTally(TableEnvironment tables) {
        RowType counts = RowType.of(new LogicalType[] {new BigIntType()}, new String[] {"count"});
        LogicalType row =
                RowType.of(false, new LogicalType[] {new BigIntType()}, new String[] {"n"});
        FunctionDescriptor tally =
                FunctionDescriptor.scalar(
                                Mode.TYPESCRIPT.function("tally"),
                                exports.get("tally"),
                                artifact,
                                List.of(),
                                declared(row),
                                true,
                                NullHandling.CALL)
                        .ofKind(FunctionKind.PROCESS_TABLE);
        ProcessDescriptor process =
                new ProcessDescriptor(
                        tally,
                        List.of(
                                new ProcessArgument(
                                        "input",
                                        null,
                                        EnumSet.of(StaticArgumentTrait.SET_SEMANTIC_TABLE),
                                        false)),
                        List.of(
                                new StateEntry(
                                        "seen",
                                        StateEntry.Kind.VALUE,
                                        null,
                                        declared(counts),
                                        null)),
                        ProcessDescriptor.OutputChanges.INSERT);
        tables.createTemporarySystemFunction(
                tally.name(),
                TypeScriptProcessTableFunction.of(
                        process, FunctionOptions.from(tables.getConfig())));
    }

    private static DeclaredType declared(LogicalType type) {
        return new DeclaredType(type, TypeJson.of(type).toString());
    }

    /** All functions are of a type to the same type. */
    private void registerTypeScript(
            TableEnvironment tables, String name, LogicalType type, String typeJson) {
        DeclaredType declared = new DeclaredType(type, typeJson);
        FunctionDescriptor descriptor =
                FunctionDescriptor.scalar(
                        Mode.TYPESCRIPT.function(name),
                        exports.get(name),
                        artifact,
                        List.of(new Parameter("value", declared)),
                        declared,
                        true,
                        NullHandling.CALL);
        tables.createTemporarySystemFunction(
                descriptor.name(),
                new TypeScriptScalarFunction(descriptor, FunctionOptions.from(tables.getConfig())));
    }
}

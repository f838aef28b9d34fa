package org.tsflink.bench;

import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.types.inference.StaticArgumentTrait;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.tsflink.bench.functions.IpToProvince;
import org.tsflink.bench.functions.PlusOne;
import org.tsflink.bench.functions.Split;
import org.tsflink.bench.functions.Tally;
import org.tsflink.bench.functions.Upper;
import org.tsflink.bench.functions.WeightedAverage;
import org.tsflink.runtime.aggregate.TypeScriptAggregateFunction;
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
        tables.createTemporarySystemFunction(Mode.JAVA.function("plusOne"), new PlusOne());
        tables.createTemporarySystemFunction(Mode.JAVA.function("upper"), new Upper());
        tables.createTemporarySystemFunction(
                Mode.JAVA.function("ipToProvince"), new IpToProvince());
        tables.createTemporarySystemFunction(
                Mode.JAVA.function("weightedAverage"), new WeightedAverage());
        registerWeightedAverage(tables);
        tables.createTemporarySystemFunction(Mode.JAVA.function("split"), new Split());
        tables.createTemporarySystemFunction(Mode.JAVA.function("tally"), new Tally());
        registerSplit(tables);
        registerTally(tables);
        registerTypeScript(tables, "plusOne", new BigIntType(), BIGINT_JSON);
        registerTypeScript(tables, "upper", VarCharType.STRING_TYPE, STRING_JSON);
        registerTypeScript(tables, "ipToProvince", VarCharType.STRING_TYPE, STRING_JSON);
    }

    private void registerWeightedAverage(TableEnvironment tables) {
        String name = "weightedAverage";
        DeclaredType value = new DeclaredType(new BigIntType(), BIGINT_JSON);
        LogicalType accumulator =
                RowType.of(
                        false,
                        new LogicalType[] {new BigIntType(false), new BigIntType(false)},
                        new String[] {"sum", "weight"});
        FunctionDescriptor descriptor =
                new FunctionDescriptor(
                        Mode.TYPESCRIPT.function(name),
                        FunctionKind.AGGREGATE,
                        exports.get(name),
                        artifact,
                        List.of(new Parameter("value", value), new Parameter("weight", value)),
                        value,
                        List.of(),
                        new DeclaredType(accumulator, TypeJson.of(accumulator).toString()),
                        List.of(),
                        null,
                        Set.of("createAccumulator", "accumulate", "getValue"),
                        false,
                        false,
                        true,
                        NullHandling.CALL,
                        null,
                        0);
        tables.createTemporarySystemFunction(
                descriptor.name(),
                TypeScriptAggregateFunction.of(
                        descriptor, FunctionOptions.from(tables.getConfig())));
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

package org.tsflink.runtime.calc;

import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.function.Artifact;
import org.tsflink.runtime.function.DeclaredType;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.FunctionKind;
import org.tsflink.runtime.function.NullHandling;
import org.tsflink.runtime.types.TypeJson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The functions of src/test/typescript. */
public final class TestFunctions {
    public static final Artifact ARTIFACT =
            new Artifact(
                    "0123456789abcdef",
                    "functions",
                    resource("/functions.cjs"),
                    resource("/functions.cjs.map"));

    private TestFunctions() {}

    public static FunctionDescriptor function(
            String name, LogicalType returns, LogicalType... parameters) {
        return function(ARTIFACT, name, NullHandling.CALL, returns, parameters);
    }

    public static FunctionDescriptor function(
            Artifact artifact,
            String name,
            NullHandling nullHandling,
            LogicalType returns,
            LogicalType... parameters) {
        List<Parameter> described = new ArrayList<>();
        for (LogicalType type : parameters) {
            described.add(new Parameter("p" + described.size(), declared(type)));
        }
        return new FunctionDescriptor(
                name,
                FunctionKind.SCALAR,
                name,
                artifact,
                described,
                declared(returns),
                List.of(),
                null,
                List.of(),
                null,
                Set.of(),
                false,
                false,
                true,
                nullHandling,
                null,
                "src/job.ts",
                7);
    }

    public static DeclaredType declared(LogicalType type) {
        return new DeclaredType(type, TypeJson.of(type).toString());
    }

    /** An artifact of plain JavaScript whose export {@code f} is the given function. */
    public static Artifact script(String hash, String code) {
        String script = "exports.f = { udf: { fn: " + code + " } };";
        return new Artifact(hash, "inline", script.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    public static CallTree call(FunctionDescriptor function, Argument... arguments) {
        return new CallTree(function, List.of(arguments));
    }

    public static Argument field(int index) {
        return new Argument.Field(index);
    }

    private static byte[] resource(String name) {
        try (InputStream in = TestFunctions.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

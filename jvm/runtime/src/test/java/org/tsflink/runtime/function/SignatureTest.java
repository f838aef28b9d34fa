package org.tsflink.runtime.function;

import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.CharType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.junit.jupiter.api.Test;
import org.tsflink.runtime.calc.TestFunctions;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.ResultStrategy.Change;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a function is in a call, by the types that the planner found. */
class SignatureTest {

    private static final LogicalType STRING = VarCharType.STRING_TYPE;
    private static final DeclaredType MILLIS =
            new DeclaredType(
                    new BigIntType(),
                    """
                    {"root":"BIGINT","nullable":true,"bridgedTo":"number"}""");

    private static FunctionDescriptor open(Signature... signatures) {
        return TestFunctions.function("f", STRING).withSignatures(List.of(signatures));
    }

    private static Signature signature(ResultStrategy result, ArgumentStrategy... parameters) {
        return new Signature(List.of(parameters), false, result);
    }

    private static List<LogicalType> types(FunctionDescriptor function) {
        return function.parameters().stream().map(Parameter::type).toList();
    }

    @Test
    void parametersAreOfTheTypesOfTheArguments() {
        FunctionDescriptor function =
                open(
                        new Signature(
                                List.of(
                                        new ArgumentStrategy.Explicit(MILLIS),
                                        new ArgumentStrategy.Any()),
                                true,
                                new ResultStrategy.Argument(1)));
        FunctionDescriptor call =
                function.forCall(
                        List.of(new BigIntType(false), new CharType(3), new DoubleType()),
                        new CharType(3));
        assertThat(types(call))
                .containsExactly(new BigIntType(), new CharType(3), new DoubleType());
        assertThat(call.returnType()).isEqualTo(new CharType(3));
        assertThat(call.isOpen()).isFalse();
        assertThat(call.parameters().get(0).declared()).isEqualTo(MILLIS);
    }

    @Test
    void theFirstSignatureThatNeedsNoCastIsCalled() {
        FunctionDescriptor function =
                open(
                        signature(
                                new ResultStrategy.Explicit(DeclaredType.of(STRING)),
                                new ArgumentStrategy.Explicit(MILLIS)),
                        signature(
                                new ResultStrategy.Common(),
                                new ArgumentStrategy.Or(
                                        List.of(
                                                new ArgumentStrategy.Explicit(MILLIS),
                                                new ArgumentStrategy.Root(LogicalTypeRoot.DECIMAL),
                                                new ArgumentStrategy.Family(
                                                        LogicalTypeFamily.CHARACTER_STRING)))));
        assertThat(function.forCall(List.of(new BigIntType()), STRING).returnType())
                .isEqualTo(STRING);
        LogicalType decimal = new DecimalType(30, 7);
        FunctionDescriptor ofDecimal = function.forCall(List.of(decimal), decimal);
        assertThat(types(ofDecimal)).containsExactly(decimal);
        assertThat(ofDecimal.returnType()).isEqualTo(decimal);
        assertThat(types(function.forCall(List.of(STRING), STRING))).containsExactly(STRING);
        assertThatThrownBy(() -> function.forCall(List.of(new IntType()), STRING))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("No signature of the function f takes [INT]");
    }

    @Test
    void resultsKeepTheirFormWhateverTheirNullability() {
        ResultStrategy changed =
                new ResultStrategy.Changed(
                        Change.FORCE_NULLABLE,
                        new ResultStrategy.Changed(
                                Change.NULLABLE_IF_ARGS, new ResultStrategy.Argument(0)));
        DeclaredType result = changed.resolve(List.of(MILLIS), new BigIntType(false));
        assertThat(result.type()).isEqualTo(new BigIntType(false));
        assertThat(result.node().get("bridgedTo").asText()).isEqualTo("number");
        assertThat(result.node().get("nullable").asBoolean()).isFalse();
        ResultStrategy varying =
                new ResultStrategy.Changed(Change.VARYING_STRING, new ResultStrategy.Argument(0));
        assertThat(varying.resolve(List.of(DeclaredType.of(new CharType(3))), new VarCharType(3)))
                .isEqualTo(DeclaredType.of(new VarCharType(3)));
    }

    @Test
    void rowsAndArraysAreOfThePartsThatCallsTell() {
        ResultStrategy argument = new ResultStrategy.Argument(0);
        ResultStrategy row =
                new ResultStrategy.Row(
                        List.of(
                                new ResultStrategy.Field("value", argument),
                                new ResultStrategy.Field(
                                        "all", new ResultStrategy.Array(argument))));
        LogicalType planned =
                RowType.of(
                        false,
                        new LogicalType[] {
                            new BigIntType(false), new ArrayType(false, new BigIntType(false))
                        },
                        new String[] {"value", "all"});
        DeclaredType result = row.resolve(List.of(MILLIS), planned);
        assertThat(result.type()).isEqualTo(planned);
        assertThat(result.node().at("/fields/0/type/bridgedTo").asText()).isEqualTo("number");
        assertThat(result.node().at("/fields/1/type/children/0/bridgedTo").asText())
                .isEqualTo("number");
        assertThat(result.node().at("/fields/1/type/nullable").asBoolean(true)).isFalse();
    }
}

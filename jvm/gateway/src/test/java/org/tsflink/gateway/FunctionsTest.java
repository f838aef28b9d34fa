package org.tsflink.gateway;

import com.google.protobuf.ByteString;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.Test;
import org.tsflink.gateway.types.ProtoTypes;
import org.tsflink.proto.v1.Artifact;
import org.tsflink.proto.v1.Call;
import org.tsflink.proto.v1.Command;
import org.tsflink.proto.v1.CreateTemporarySystemFunction;
import org.tsflink.proto.v1.ErrorDetail;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.Expression;
import org.tsflink.proto.v1.FunctionDefinition;
import org.tsflink.proto.v1.FunctionKind;
import org.tsflink.proto.v1.NullHandling;
import org.tsflink.proto.v1.Parameter;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.PutArtifactRequest;
import org.tsflink.proto.v1.Relation;

import static org.assertj.core.api.Assertions.assertThat;

/** Functions of a client, from their upload to their rows. */
class FunctionsTest {

    private static final LogicalType STRING = DataTypes.STRING().getLogicalType();
    private static final Relation NAMES =
            Plans.values(
                    RowType.of(new LogicalType[] {STRING}, new String[] {"name"}),
                    GenericRowData.of(StringData.fromString("ada")),
                    GenericRowData.of((Object) null));

    @Test
    void callsARegisteredFunctionFromSql() {
        try (Client client = Client.streaming()) {
            FunctionDefinition shout = upload(client, "shout", "(s) => s + '!'");
            var executed =
                    client.stub()
                            .execute(
                                    ExecuteRequest.newBuilder()
                                            .setSessionId(client.session())
                                            .addCommands(register(shout))
                                            .setSql(
                                                    "SELECT shout(UPPER(n)) FROM (VALUES ('a'), ('b')) AS t(n)"
                                                            + " WHERE shout(n) <> 'b!'")
                                            .build());
            assertThat(client.rows(executed))
                    .extracting(row -> row.getString(0).toString())
                    .containsExactly("A!");
        }
    }

    @Test
    void callsAFunctionOfThePlan() {
        try (Client client = Client.batch()) {
            FunctionDefinition shout = upload(client, "shout", "(s) => s + '!'");
            Expression call =
                    Expression.newBuilder()
                            .setCall(
                                    Call.newBuilder()
                                            .setInline(0)
                                            .addArguments(Plans.column("name")))
                            .build();
            Plan plan =
                    Plans.of(NAMES, Plans.project(0, Plans.as(call, "s"))).toBuilder()
                            .addFunctions(shout)
                            .build();
            assertThat(client.rows(client.query(plan)))
                    .extracting(row -> row.isNullAt(0) ? null : row.getString(0).toString())
                    .containsExactly("ada!", null);
        }
    }

    @Test
    void tellsWhichFunctionFailedAndOnWhat() {
        try (Client client = Client.streaming()) {
            FunctionDefinition bad =
                    upload(client, "bad", "(s) => { throw new RangeError('no ' + s) }");
            client.stub()
                    .execute(
                            ExecuteRequest.newBuilder()
                                    .setSessionId(client.session())
                                    .addCommands(register(bad))
                                    .build());
            var executed = client.sql("SELECT bad(n) FROM (VALUES ('x')) AS t(n)");
            ErrorDetail detail = Failures.of(() -> client.rows(executed));
            assertThat(detail.getCode()).isEqualTo("FUNCTION_FAILED");
            assertThat(detail.getMessage()).contains("'bad'").contains("no x");
            assertThat(detail.getFunction().getName()).isEqualTo("bad");
            assertThat(detail.getFunction().getRow()).contains("x");
        }
    }

    @Test
    void refusesCodeThatIsNotWhatItsHashSays() {
        try (Client client = Client.batch()) {
            Artifact artifact =
                    Artifact.newBuilder()
                            .setHash("00")
                            .setName("a")
                            .setCode(ByteString.EMPTY)
                            .build();
            assertThat(Failures.of(() -> put(client, artifact)).getCode())
                    .isEqualTo("ARTIFACT_CORRUPT");
            FunctionDefinition lost =
                    FunctionDefinition.newBuilder()
                            .setName("f")
                            .setKind(FunctionKind.FUNCTION_KIND_SCALAR)
                            .setReturns(ProtoTypes.toProto(STRING))
                            .setArtifact("00")
                            .build();
            Plan plan = Plans.of(NAMES).toBuilder().addFunctions(lost).build();
            assertThat(Failures.of(() -> client.query(plan)).getCode())
                    .isEqualTo("ARTIFACT_NOT_FOUND");
        }
    }

    private static FunctionDefinition upload(Client client, String name, String code) {
        ByteString script = ByteString.copyFromUtf8("exports.f = { udf: { fn: " + code + " } };");
        String hash = Hashes.sha256(script.toByteArray());
        put(client, Artifact.newBuilder().setHash(hash).setName(name).setCode(script).build());
        return FunctionDefinition.newBuilder()
                .setName(name)
                .setKind(FunctionKind.FUNCTION_KIND_SCALAR)
                .addParameters(
                        Parameter.newBuilder().setName("s").setType(ProtoTypes.toProto(STRING)))
                .setReturns(ProtoTypes.toProto(STRING))
                .setDeterministic(true)
                .setOnNull(NullHandling.NULL_HANDLING_RETURN_NULL)
                .setArtifact(hash)
                .setExport("f")
                .build();
    }

    private static void put(Client client, Artifact artifact) {
        client.stub()
                .putArtifact(
                        PutArtifactRequest.newBuilder()
                                .setSessionId(client.session())
                                .setArtifact(artifact)
                                .build());
    }

    private static Command register(FunctionDefinition function) {
        return Command.newBuilder()
                .setCreateTemporarySystemFunction(
                        CreateTemporarySystemFunction.newBuilder().setFunction(function))
                .build();
    }
}

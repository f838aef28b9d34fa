package org.tsflink.gateway.models;

import org.junit.jupiter.api.Test;
import org.tsflink.gateway.Client;
import org.tsflink.proto.v1.CatalogModel;
import org.tsflink.proto.v1.DataType;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.ModelPredict;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.Relation;
import org.tsflink.proto.v1.SqlQuery;
import org.tsflink.proto.v1.TableColumn;
import org.tsflink.proto.v1.TableDescriptor;
import org.tsflink.proto.v1.TypeRoot;

import static org.assertj.core.api.Assertions.assertThat;

/** Models that say something of rows: by their path, and described within a plan. */
class ModelsTest {

    @Test
    void ofACatalogPredict() {
        try (Client client = Client.streaming()) {
            client.sql(
                    "CREATE TEMPORARY MODEL m INPUT (text STRING) OUTPUT (loud STRING) WITH ('provider' = 'shout')");
            predicts(client, ModelPredict.newBuilder().setPath("m"));
        }
    }

    @Test
    void thatAreDescribedPredict() {
        try (Client client = Client.streaming()) {
            predicts(
                    client,
                    ModelPredict.newBuilder()
                            .setInline(
                                    CatalogModel.newBuilder()
                                            .setInput(schema("text"))
                                            .setOutput(schema("loud"))
                                            .putOptions("provider", "shout")));
        }
    }

    private static void predicts(Client client, ModelPredict.Builder model) {
        Plan.Builder plan =
                Plan.newBuilder()
                        .addRelations(
                                Relation.newBuilder()
                                        .setSqlQuery(
                                                SqlQuery.newBuilder()
                                                        .setText("SELECT 'hey' AS said")))
                        .addRelations(
                                Relation.newBuilder()
                                        .setModelPredict(model.setInput(0).addColumns("said")));
        var executed =
                client.stub()
                        .execute(
                                ExecuteRequest.newBuilder()
                                        .setSessionId(client.session())
                                        .setQuery(plan)
                                        .build());
        assertThat(executed.getSchema().getColumnsList())
                .extracting(column -> column.getName())
                .containsExactly("said", "loud");
        assertThat(client.rows(executed))
                .singleElement()
                .satisfies(row -> assertThat(row.getString(1)).hasToString("hey!"));
    }

    private static TableDescriptor schema(String column) {
        return TableDescriptor.newBuilder()
                .addColumns(
                        TableColumn.newBuilder()
                                .setName(column)
                                .setType(
                                        DataType.newBuilder()
                                                .setRoot(TypeRoot.TYPE_ROOT_VARCHAR)
                                                .setLength(Integer.MAX_VALUE)
                                                .setNullable(true)))
                .build();
    }
}

package org.tsflink.gateway;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tsflink.gateway.types.ProtoTypes;
import org.tsflink.proto.v1.Column;
import org.tsflink.proto.v1.Command;
import org.tsflink.proto.v1.CreateTemporaryTable;
import org.tsflink.proto.v1.ErrorDetail;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.Expression;
import org.tsflink.proto.v1.Filter;
import org.tsflink.proto.v1.InlineView;
import org.tsflink.proto.v1.Insert;
import org.tsflink.proto.v1.NamedColumns;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.Relation;
import org.tsflink.proto.v1.SourcePosition;
import org.tsflink.proto.v1.SqlQuery;
import org.tsflink.proto.v1.TableColumn;
import org.tsflink.proto.v1.TableDescriptor;
import org.tsflink.proto.v1.TableScan;
import org.tsflink.proto.v1.Watermark;

import static org.assertj.core.api.Assertions.assertThat;

/** Plans that run; tests/golden has one of each relation. */
class PlansTest {

    private static final LogicalType INT = DataTypes.INT().getLogicalType();
    private static final Relation NUMBERS =
            Plans.values(
                    RowType.of(new LogicalType[] {INT}, new String[] {"n"}),
                    GenericRowData.of(1),
                    GenericRowData.of(2));

    private static Client client;

    @BeforeAll
    static void open() {
        client = Client.batch();
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void takesDeepExpressions() {
        Expression sum = Plans.column("n");
        for (int i = 0; i < 500; i++) {
            sum = Plans.call("plus", sum, Plans.column("n"));
        }
        Plan plan = Plans.of(NUMBERS, Plans.project(0, Plans.as(sum, "sum")));
        assertThat(client.rows(client.query(plan)))
                .extracting(row -> row.getInt(0))
                .containsExactly(501, 1002);
    }

    @Test
    void takesDeepPlans() {
        Plan.Builder plan = Plan.newBuilder().addRelations(NUMBERS);
        for (int i = 0; i < 200; i++) {
            Expression next = Plans.call("plus", Plans.column("n"), Plans.column("n"));
            Expression bounded =
                    Plans.call(
                            "mod",
                            next,
                            Plans.call("charLength", Plans.call("md5", Plans.function("uuid"))));
            plan.addRelations(
                    Plans.project(i, Plans.as(i % 50 == 0 ? bounded : Plans.column("n"), "n")));
        }
        assertThat(client.rows(client.query(plan.build()))).hasSize(2);
    }

    @Test
    void runsSqlOverOtherRelations() {
        Plan plan = Plans.of(NUMBERS, sql("SELECT SUM(n) AS total FROM numbers", "numbers", 0));
        assertThat(client.rows(client.query(plan)))
                .extracting(row -> row.getInt(0))
                .containsExactly(3);
        assertThat(client.text(client.sql("SHOW VIEWS"))).doesNotContain("numbers");
    }

    @Test
    void refusesAQueryOfOtherColumnsThanDeclared() {
        assertThat(expecting("n", DataTypes.BIGINT()).getMessage())
                .isEqualTo("The column 'n' of the query is INT NOT NULL, declared is BIGINT.");
        assertThat(expecting("m", DataTypes.INT()).getMessage())
                .isEqualTo("The query yields the columns (n), declared are (m).");
    }

    private static ErrorDetail expecting(String name, org.apache.flink.table.types.DataType type) {
        SqlQuery query =
                SqlQuery.newBuilder()
                        .setText("SELECT 1 AS n")
                        .addExpected(
                                Column.newBuilder()
                                        .setName(name)
                                        .setType(ProtoTypes.toProto(type.getLogicalType())))
                        .build();
        Plan plan = Plans.of(Relation.newBuilder().setSqlQuery(query).build());
        ErrorDetail detail = Failures.of(() -> client.query(plan));
        assertThat(detail.getCode()).isEqualTo("SCHEMA_MISMATCH");
        return detail;
    }

    @Test
    void namesWrongColumnsTablesAndFunctionsAtTheirPlace() {
        SourcePosition place = SourcePosition.newBuilder().setFile("job.ts").setLine(9).build();
        ErrorDetail column = failure(place, Plans.project(0, Plans.column("m")));
        assertThat(column.getCode()).isEqualTo("COLUMN_NOT_FOUND");
        assertThat(column.getHint()).contains("'n'");
        assertThat(column.getSource()).isEqualTo(place);

        ErrorDetail function =
                failure(place, Plans.project(0, Plans.call("pluss", Plans.column("n"))));
        assertThat(function.getCode()).isEqualTo("FUNCTION_UNDEFINED");
        assertThat(function.getHint()).contains("'plus'");
        assertThat(function.getSource()).isEqualTo(place);

        ErrorDetail arity = failure(place, Plans.project(0, Plans.call("plus", Plans.column("n"))));
        assertThat(arity.getCode()).isEqualTo("EXPRESSION_INVALID");
        assertThat(arity.getHint()).contains("expression.plus(expression)");

        ErrorDetail table =
                failure(
                        place,
                        Relation.newBuilder()
                                .setTableScan(TableScan.newBuilder().setPath("nowhere"))
                                .build());
        assertThat(table.getCode()).isEqualTo("TABLE_NOT_FOUND");
    }

    private static ErrorDetail failure(SourcePosition place, Relation relation) {
        Plan plan = Plans.of(NUMBERS, relation.toBuilder().setSource(place).build());
        return Failures.of(() -> client.query(plan));
    }

    @Test
    void namesTheTypesThatDoNotFit() {
        Relation filter =
                Relation.newBuilder()
                        .setFilter(Filter.newBuilder().setPredicate(Plans.column("n")))
                        .build();
        ErrorDetail detail = Failures.of(() -> client.query(Plans.of(NUMBERS, filter)));
        assertThat(detail.getCode()).isEqualTo("FUNCTION_ARGUMENTS_INVALID");
    }

    @Test
    void blamesTheInnermostExpression() {
        SourcePosition relation = SourcePosition.newBuilder().setFile("job.ts").setLine(9).build();
        SourcePosition column = relation.toBuilder().setLine(10).build();
        SourcePosition call = relation.toBuilder().setLine(11).build();
        Expression wrongColumn = Plans.column("m").toBuilder().setSource(column).build();
        assertThat(
                        failure(relation, Plans.project(0, Plans.call("isNull", wrongColumn)))
                                .getSource())
                .isEqualTo(column);
        Expression wrongCall =
                Plans.call("upperCase", Plans.column("n")).toBuilder().setSource(call).build();
        Expression around = Plans.call("isNull", wrongCall).toBuilder().setSource(column).build();
        assertThat(failure(relation, Plans.project(0, around)).getSource()).isEqualTo(call);
    }

    @Test
    void insertsIntoATableOfTheClient() {
        try (Client streaming = Client.streaming()) {
            TableDescriptor descriptor =
                    TableDescriptor.newBuilder()
                            .addColumns(typed("n", INT.copy(false)))
                            .addColumns(typed("at", DataTypes.TIMESTAMP(3).getLogicalType()))
                            .addColumns(
                                    TableColumn.newBuilder()
                                            .setName("twice")
                                            .setComputed(
                                                    Plans.call(
                                                            "plus",
                                                            Plans.column("n"),
                                                            Plans.column("n"))))
                            .setPrimaryKey(NamedColumns.newBuilder().addColumns("n"))
                            .setWatermark(
                                    Watermark.newBuilder()
                                            .setColumn("at")
                                            .setExpression(Plans.column("at")))
                            .putOptions("connector", "blackhole")
                            .build();
            Command create =
                    Command.newBuilder()
                            .setCreateTemporaryTable(
                                    CreateTemporaryTable.newBuilder()
                                            .setPath("sink")
                                            .setTable(descriptor))
                            .build();
            Plan plan = Plans.of(sql("SELECT 1, LOCALTIMESTAMP"));
            var executed =
                    streaming
                            .stub()
                            .execute(
                                    ExecuteRequest.newBuilder()
                                            .setSessionId(streaming.session())
                                            .addCommands(create)
                                            .setInsert(
                                                    Insert.newBuilder()
                                                            .setPath("sink")
                                                            .setPlan(plan))
                                            .build());
            assertThat(streaming.await(executed)).isEqualTo("FINISHED");
            assertThat(streaming.text(streaming.sql("DESCRIBE sink")))
                    .contains("PRI(n)")
                    .contains("*ROWTIME*");
        }
    }

    private static TableColumn typed(String name, LogicalType type) {
        return TableColumn.newBuilder().setName(name).setType(ProtoTypes.toProto(type)).build();
    }

    private static Relation sql(String text) {
        return Relation.newBuilder().setSqlQuery(SqlQuery.newBuilder().setText(text)).build();
    }

    private static Relation sql(String text, String view, int relation) {
        return Relation.newBuilder()
                .setSqlQuery(
                        SqlQuery.newBuilder()
                                .setText(text)
                                .addViews(
                                        InlineView.newBuilder()
                                                .setName(view)
                                                .setRelation(relation)))
                .build();
    }
}

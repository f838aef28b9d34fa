package org.tsflink.gateway.plan;

import org.apache.flink.table.api.Model;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.ColumnList;
import org.tsflink.gateway.cache.Caches;
import org.tsflink.gateway.cache.Uploads;
import org.tsflink.gateway.catalog.CatalogModels;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.LocatedException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.gateway.values.ValuesTableFactory;
import org.tsflink.proto.v1.Aggregate;
import org.tsflink.proto.v1.Cached;
import org.tsflink.proto.v1.Fetch;
import org.tsflink.proto.v1.InlineView;
import org.tsflink.proto.v1.Join;
import org.tsflink.proto.v1.JoinType;
import org.tsflink.proto.v1.LateralJoin;
import org.tsflink.proto.v1.ModelPredict;
import org.tsflink.proto.v1.ModifyColumns;
import org.tsflink.proto.v1.Plan;
import org.tsflink.proto.v1.Relation;
import org.tsflink.proto.v1.SetOperation;
import org.tsflink.proto.v1.SqlQuery;
import org.tsflink.proto.v1.Values;

import javax.annotation.Nullable;

import java.util.List;

/** Plans as tables of Flink: one relation, one call of the Table API. */
public final class PlanTranslator {

    private final TableEnvironmentInternal environment;
    private final FunctionTranslator functions;
    private final Caches caches;
    private final Uploads uploads;

    public PlanTranslator(
            TableEnvironmentInternal environment,
            FunctionTranslator functions,
            Caches caches,
            Uploads uploads) {
        this.environment = environment;
        this.functions = functions;
        this.caches = caches;
        this.uploads = uploads;
    }

    /** The table that a plan stands for. */
    public Table translate(Plan plan) {
        if (plan.getRelationsCount() == 0) {
            throw new GatewayException(ErrorCode.PLAN_INVALID, "A plan has no relations.");
        }
        return translateAll(plan).get(plan.getRelationsCount() - 1);
    }

    /** The query of one of the cached tables of a plan. */
    public Table queryOf(Plan plan, Cached cached) {
        List<Relation> before = plan.getRelationsList().subList(0, cached.getInput() + 1);
        return translate(plan.toBuilder().clearRelations().addAllRelations(before).build());
    }

    /** The tables that the relations of a plan stand for. */
    Inputs translateAll(Plan plan) {
        Inputs inputs = new Inputs();
        ExpressionTranslator expressions =
                new ExpressionTranslator(
                        environment,
                        plan.getFunctionsList().stream().map(functions::translate).toList(),
                        inputs);
        for (Relation relation : plan.getRelationsList()) {
            try {
                inputs.add(translate(relation, inputs, expressions));
            } catch (RuntimeException e) {
                Culprit culprit = Culprit.of(relation, inputs, expressions, e);
                throw LocatedException.inCall(
                        culprit.position(), culprit.call(), sqlOf(relation), e);
            }
        }
        return inputs;
    }

    /** The descriptor of a table that a client defined with its columns. */
    public TableDescriptor descriptor(org.tsflink.proto.v1.TableDescriptor table, String path) {
        return TableDescriptors.translate(table, path, outOfPlan());
    }

    /** The schema of a table or a model of a catalog. */
    public Schema schema(org.tsflink.proto.v1.TableDescriptor table) {
        return TableDescriptors.schema(table, "", outOfPlan());
    }

    // Expressions of schemas use no functions and tables of a plan.
    private ExpressionTranslator outOfPlan() {
        return new ExpressionTranslator(environment, List.of(), new Inputs());
    }

    @Nullable
    private static String sqlOf(Relation relation) {
        return relation.hasSqlQuery() ? relation.getSqlQuery().getText() : null;
    }

    private Table translate(Relation relation, Inputs inputs, ExpressionTranslator expressions) {
        return switch (relation.getNodeCase()) {
            case TABLE_SCAN -> environment.from(relation.getTableScan().getPath());
            case SQL_QUERY -> sqlQuery(relation.getSqlQuery(), inputs);
            case VALUES -> values(relation.getValues());
            case PROJECT ->
                    inputs.get(relation.getProject().getInput())
                            .select(
                                    expressions.translateAll(
                                            relation.getProject().getExpressionsList()));
            case FILTER ->
                    inputs.get(relation.getFilter().getInput())
                            .filter(expressions.translate(relation.getFilter().getPredicate()));
            case AGGREGATE -> aggregate(relation.getAggregate(), inputs, expressions);
            case RENAME -> {
                List<String> names = relation.getRename().getNamesList();
                yield inputs.get(relation.getRename().getInput())
                        .as(names.get(0), names.subList(1, names.size()).toArray(new String[0]));
            }
            case FETCH -> fetch(relation.getFetch(), inputs);
            case SORT ->
                    inputs.get(relation.getSort().getInput())
                            .orderBy(expressions.translateAll(relation.getSort().getKeysList()));
            case DISTINCT -> inputs.get(relation.getDistinct().getInput()).distinct();
            case SET_OPERATION -> setOperation(relation.getSetOperation(), inputs);
            case JOIN -> join(relation.getJoin(), inputs, expressions);
            case MODIFY_COLUMNS -> modifyColumns(relation.getModifyColumns(), inputs, expressions);
            case WINDOW_AGGREGATE ->
                    Windows.aggregate(relation.getWindowAggregate(), inputs, expressions);
            case APPLY_AGGREGATE ->
                    AggregateApplication.translate(
                            relation.getApplyAggregate(), inputs, expressions);
            case OVER_WINDOW_PROJECT ->
                    Windows.over(relation.getOverWindowProject(), inputs, expressions);
            case LATERAL_JOIN -> lateralJoin(relation.getLateralJoin(), inputs, expressions);
            case APPLY_FUNCTION ->
                    FunctionApplication.translate(relation.getApplyFunction(), inputs, expressions);
            case FUNCTION_SCAN ->
                    // TableEnvironment.fromCall takes no function that is not registered.
                    ((TableEnvironmentImpl) environment)
                            .createTable(
                                    environment
                                            .getOperationTreeBuilder()
                                            .tableFunction(
                                                    expressions.translate(
                                                            relation.getFunctionScan().getCall())));
            case DESCRIPTOR_SCAN ->
                    environment.from(
                            TableDescriptors.translate(
                                    relation.getDescriptorScan().getTable(),
                                    "(of a descriptor)",
                                    expressions));
            case MODEL_PREDICT -> predict(relation.getModelPredict(), inputs);
            case CACHED -> cached(relation.getCached(), inputs);
            case NODE_NOT_SET ->
                    throw new GatewayException(ErrorCode.PLAN_INVALID, "A relation is empty.");
        };
    }

    private Table values(Values values) {
        DataType type = LogicalTypes.toDataType(values.getType());
        return values.getUpload().isEmpty()
                ? ValuesTableFactory.scan(environment, type, values.getRows().toByteArray())
                : uploads.scan(environment, values.getUpload(), type);
    }

    /** The rows that were kept, where the table was computed. */
    private Table cached(Cached cached, Inputs inputs) {
        return caches.scan(environment, cached.getId())
                .orElseGet(() -> inputs.get(cached.getInput()));
    }

    private Table sqlQuery(SqlQuery query, Inputs inputs) {
        List<InlineView> views = query.getViewsList();
        int registered = 0;
        try {
            for (InlineView view : views) {
                environment.createTemporaryView(view.getName(), inputs.get(view.getRelation()));
                registered++;
            }
            Table table = environment.sqlQuery(query.getText());
            if (query.getExpectedCount() > 0) {
                ExpectedColumns.check(query.getExpectedList(), table.getResolvedSchema());
            }
            return table;
        } finally {
            views.subList(0, registered)
                    .forEach(view -> environment.dropTemporaryView(view.getName()));
        }
    }

    private static Table aggregate(
            Aggregate aggregate, Inputs inputs, ExpressionTranslator expressions) {
        Table input = inputs.get(aggregate.getInput());
        var selected = expressions.translateAll(aggregate.getExpressionsList());
        return aggregate.getKeysCount() == 0
                ? input.select(selected)
                : input.groupBy(expressions.translateAll(aggregate.getKeysList())).select(selected);
    }

    private static Table fetch(Fetch fetch, Inputs inputs) {
        Table table = inputs.get(fetch.getInput());
        if (fetch.hasOffset()) {
            table = table.offset(fetch.getOffset());
        }
        return fetch.hasFetch() ? table.fetch(fetch.getFetch()) : table;
    }

    private static Table setOperation(SetOperation operation, Inputs inputs) {
        Table left = inputs.get(operation.getLeft());
        Table right = inputs.get(operation.getRight());
        return switch (operation.getOperator()) {
            case SET_OPERATOR_UNION -> left.union(right);
            case SET_OPERATOR_UNION_ALL -> left.unionAll(right);
            case SET_OPERATOR_INTERSECT -> left.intersect(right);
            case SET_OPERATOR_INTERSECT_ALL -> left.intersectAll(right);
            case SET_OPERATOR_MINUS -> left.minus(right);
            case SET_OPERATOR_MINUS_ALL -> left.minusAll(right);
            case SET_OPERATOR_UNSPECIFIED, UNRECOGNIZED ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID, "A set operation lacks its operator.");
        };
    }

    private static Table join(Join join, Inputs inputs, ExpressionTranslator expressions) {
        Table left = inputs.get(join.getLeft());
        Table right = inputs.get(join.getRight());
        if (!join.hasCondition()) {
            return switch (join.getType()) {
                case JOIN_TYPE_INNER -> left.join(right);
                case JOIN_TYPE_LEFT_OUTER ->
                        OuterJoins.nullableRight(left.leftOuterJoin(right), left);
                default ->
                        throw new GatewayException(
                                ErrorCode.PLAN_INVALID,
                                "A " + join.getType() + " lacks its condition.");
            };
        }
        var condition = expressions.translate(join.getCondition());
        return switch (join.getType()) {
            case JOIN_TYPE_INNER -> left.join(right, condition);
            case JOIN_TYPE_LEFT_OUTER ->
                    OuterJoins.nullableRight(left.leftOuterJoin(right, condition), left);
            case JOIN_TYPE_RIGHT_OUTER ->
                    OuterJoins.nullableLeft(left.rightOuterJoin(right, condition), left);
            case JOIN_TYPE_FULL_OUTER ->
                    OuterJoins.nullableLeft(
                            OuterJoins.nullableRight(left.fullOuterJoin(right, condition), left),
                            left);
            case JOIN_TYPE_UNSPECIFIED, UNRECOGNIZED ->
                    throw new GatewayException(ErrorCode.PLAN_INVALID, "A join lacks its type.");
        };
    }

    private static Table lateralJoin(
            LateralJoin join, Inputs inputs, ExpressionTranslator expressions) {
        Table input = inputs.get(join.getInput());
        var call = expressions.translate(join.getCall());
        boolean inner = join.getType() == JoinType.JOIN_TYPE_INNER;
        if (!join.hasCondition()) {
            return inner
                    ? input.joinLateral(call)
                    : OuterJoins.nullableRight(input.leftOuterJoinLateral(call), input);
        }
        var condition = expressions.translate(join.getCondition());
        return inner
                ? input.joinLateral(call, condition)
                : OuterJoins.nullableRight(input.leftOuterJoinLateral(call, condition), input);
    }

    private static Table modifyColumns(
            ModifyColumns modify, Inputs inputs, ExpressionTranslator expressions) {
        Table input = inputs.get(modify.getInput());
        var columns = expressions.translateAll(modify.getColumnsList());
        return switch (modify.getOperator()) {
            case COLUMN_OPERATOR_ADD -> input.addColumns(columns);
            case COLUMN_OPERATOR_ADD_OR_REPLACE -> input.addOrReplaceColumns(columns);
            case COLUMN_OPERATOR_RENAME -> input.renameColumns(columns);
            case COLUMN_OPERATOR_DROP -> input.dropColumns(columns);
            case COLUMN_OPERATOR_UNSPECIFIED, UNRECOGNIZED ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID, "A change of columns lacks its operator.");
        };
    }

    private Table predict(ModelPredict predict, Inputs inputs) {
        Model model =
                predict.hasInline()
                        ? environment.fromModel(CatalogModels.descriptor(predict.getInline(), this))
                        : environment.fromModel(predict.getPath());
        ColumnList columns = ColumnList.of(predict.getColumnsList());
        return model.predict(inputs.get(predict.getInput()), columns, predict.getOptionsMap());
    }
}

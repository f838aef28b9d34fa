package org.tsflink.gateway.plan;

import org.apache.flink.table.api.InsertConflictStrategy;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TablePipeline;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.LocatedException;
import org.tsflink.proto.v1.Insert;
import org.tsflink.proto.v1.InsertStatement;
import org.tsflink.proto.v1.StatementSet;

import javax.annotation.Nullable;

import java.util.List;

/** Inserts, one or several, as pipelines and statement sets of Flink. */
public final class PipelineTranslator {

    private final TableEnvironmentInternal environment;
    private final PlanTranslator plans;

    public PipelineTranslator(TableEnvironmentInternal environment, PlanTranslator plans) {
        this.environment = environment;
        this.plans = plans;
    }

    /** Table.insertInto(sink) */
    public TablePipeline translate(Insert insert) {
        return pipeline(plans.translate(insert.getPlan()), insert);
    }

    /** TableEnvironment.createStatementSet(), with its statements. */
    public org.apache.flink.table.api.StatementSet translate(StatementSet set) {
        Inputs tables = plans.translateAll(set.getPlan());
        var statements = environment.createStatementSet();
        for (InsertStatement statement : set.getStatementsList()) {
            try {
                switch (statement.getStatementCase()) {
                    case INSERT ->
                            statements.add(
                                    pipeline(
                                            tables.get(statement.getRelation()),
                                            statement.getInsert()));
                    case SQL -> statements.addInsertSql(statement.getSql());
                    case STATEMENT_NOT_SET ->
                            throw new GatewayException(
                                    ErrorCode.PLAN_INVALID, "A statement of a set is empty.");
                }
            } catch (RuntimeException e) {
                throw LocatedException.at(
                        statement.getSource(), statement.hasSql() ? statement.getSql() : null, e);
            }
        }
        return statements;
    }

    private TablePipeline pipeline(Table table, Insert insert) {
        InsertConflictStrategy strategy = strategy(insert.getConflictStrategy());
        if (!insert.hasTable()) {
            return table.insertInto(insert.getPath(), strategy, insert.getOverwrite());
        }
        TableDescriptor sink =
                TableDescriptors.translate(
                        insert.getTable(),
                        "(the sink)",
                        new ExpressionTranslator(environment, List.of(), new Inputs()));
        return table.insertInto(sink, strategy, insert.getOverwrite());
    }

    @Nullable
    private static InsertConflictStrategy strategy(String name) {
        return switch (name) {
            case "" -> null;
            case "ERROR" -> InsertConflictStrategy.error();
            case "NOTHING" -> InsertConflictStrategy.nothing();
            case "DEDUPLICATE" -> InsertConflictStrategy.deduplicate();
            default ->
                    throw new GatewayException(
                            ErrorCode.PLAN_INVALID,
                            "There is no conflict strategy '" + name + "'.",
                            "There are ERROR, NOTHING and DEDUPLICATE.");
        };
    }
}

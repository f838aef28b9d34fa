package org.tsflink.gateway.session;

import org.apache.flink.table.api.CompiledPlan;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.internal.TableEnvironmentInternal;
import org.apache.flink.table.api.internal.TableResultInternal;
import org.apache.flink.table.operations.Operation;
import org.apache.flink.table.operations.QueryOperation;
import org.apache.flink.table.operations.command.ResetOperation;
import org.apache.flink.table.operations.command.SetOperation;
import org.tsflink.gateway.catalog.Operations;
import org.tsflink.gateway.cluster.RemoteTarget;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.LocatedException;
import org.tsflink.gateway.plan.CompiledPlans;
import org.tsflink.gateway.plan.FunctionTranslator;
import org.tsflink.gateway.plan.JobFiles;
import org.tsflink.gateway.plan.PipelineTranslator;
import org.tsflink.gateway.plan.PlanTranslator;
import org.tsflink.proto.v1.Command;
import org.tsflink.proto.v1.CompilePlanRequest;
import org.tsflink.proto.v1.CompilePlanResponse;
import org.tsflink.proto.v1.CreateFunction;
import org.tsflink.proto.v1.ExecuteRequest;
import org.tsflink.proto.v1.ExplainRequest;
import org.tsflink.proto.v1.OperateRequest;
import org.tsflink.proto.v1.OperationResult;
import org.tsflink.proto.v1.Plan;

import javax.annotation.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statements and commands of one session, on its TableEnvironment. */
public final class Statements {

    private final TableEnvironmentInternal environment;
    private final FunctionTranslator functions;
    private final CachedTables cached;
    private final JobFiles files;
    private final SessionOptions options;
    private final PlanTranslator plans;
    private final PipelineTranslator pipelines;
    private final Operations operations;

    private Statements(Session session) {
        this.environment = session.environment();
        this.functions = new FunctionTranslator(session.artifacts(), environment.getConfig());
        this.files = session.files();
        this.options = session.options();
        this.plans =
                new PlanTranslator(environment, functions, session.caches(), session.uploads());
        this.cached = new CachedTables(session, plans);
        this.pipelines = new PipelineTranslator(environment, plans);
        this.operations = new Operations(environment, plans, functions);
    }

    /** The statements of a request, after the commands that the client gathered before it. */
    public static Statements after(List<Command> commands, Session session) {
        Statements statements = new Statements(session);
        statements.run(commands);
        return statements;
    }

    /** What a statement gave, and whether its rows come from a query that runs for them only. */
    public record Outcome(TableResultInternal result, boolean query) {}

    /** A cached table that a statement needs and that is being computed. */
    public Optional<String> pendingCache(ExecuteRequest request) {
        try {
            return switch (request.getStatementCase()) {
                case QUERY -> cached.begin(request.getQuery());
                case INSERT -> cached.begin(request.getInsert().getPlan());
                case STATEMENT_SET -> cached.begin(request.getStatementSet().getPlan());
                default -> Optional.empty(); // they bring no plan
            };
        } catch (RuntimeException e) {
            throw LocatedException.at(request.getSource(), e);
        }
    }

    /** The same of a statement that is to be compiled. */
    public Optional<String> pendingCache(CompilePlanRequest request) {
        try {
            return switch (request.getStatementCase()) {
                case INSERT -> cached.begin(request.getInsert().getPlan());
                case STATEMENT_SET -> cached.begin(request.getStatementSet().getPlan());
                default -> Optional.empty(); // they bring no plan
            };
        } catch (RuntimeException e) {
            throw LocatedException.at(request.getSource(), e);
        }
    }

    public Outcome execute(ExecuteRequest request) {
        try (var jars = RemoteTarget.shipJars(environment.getConfig());
                var shipped = files.ship(environment.getConfig())) {
            return switch (request.getStatementCase()) {
                case SQL -> executeSql(request.getSql());
                case QUERY -> new Outcome(internal(table(request.getQuery()).execute()), true);
                case INSERT ->
                        new Outcome(
                                internal(pipelines.translate(request.getInsert()).execute()),
                                false);
                case STATEMENT_SET ->
                        new Outcome(
                                internal(pipelines.translate(request.getStatementSet()).execute()),
                                false);
                case COMPILED_PLAN ->
                        new Outcome(internal(load(request.getCompiledPlan()).execute()), false);
                case CREATE_FUNCTION -> createFunction(request.getCreateFunction());
                case STATEMENT_NOT_SET -> new Outcome(TableResultInternal.TABLE_RESULT_OK, false);
            };
        } catch (RuntimeException e) {
            throw LocatedException.at(request.getSource(), sql(request), e);
        }
    }

    @Nullable
    private static String sql(ExecuteRequest request) {
        return switch (request.getStatementCase()) {
            case SQL -> request.getSql();
            case CREATE_FUNCTION -> request.getCreateFunction().getSql();
            default -> null;
        };
    }

    public String explain(ExplainRequest request) {
        ExplainDetail[] details =
                request.getDetailsList().stream()
                        .map(ExplainDetail::valueOf)
                        .toArray(ExplainDetail[]::new);
        try {
            return switch (request.getStatementCase()) {
                case SQL -> environment.explainSql(request.getSql(), details);
                case QUERY -> plans.translate(request.getQuery()).explain(details);
                case INSERT -> pipelines.translate(request.getInsert()).explain(details);
                case STATEMENT_SET ->
                        pipelines.translate(request.getStatementSet()).explain(details);
                case COMPILED_PLAN -> load(request.getCompiledPlan()).explain(details);
                case STATEMENT_NOT_SET ->
                        throw new GatewayException(ErrorCode.PLAN_INVALID, "Nothing to explain.");
            };
        } catch (RuntimeException e) {
            throw LocatedException.at(
                    request.getSource(), request.hasSql() ? request.getSql() : null, e);
        }
    }

    public CompilePlanResponse compile(CompilePlanRequest request) {
        try {
            CompiledPlan plan =
                    switch (request.getStatementCase()) {
                        case SQL -> environment.compilePlanSql(request.getSql());
                        case INSERT -> pipelines.translate(request.getInsert()).compilePlan();
                        case STATEMENT_SET ->
                                pipelines.translate(request.getStatementSet()).compilePlan();
                        case COMPILED_PLAN -> load(request.getCompiledPlan());
                        case STATEMENT_NOT_SET ->
                                throw new GatewayException(
                                        ErrorCode.PLAN_INVALID, "Nothing to compile.");
                    };
            return CompiledPlans.toProto(plan, request.getSmile());
        } catch (RuntimeException e) {
            throw LocatedException.at(
                    request.getSource(), request.hasSql() ? request.getSql() : null, e);
        }
    }

    private CompiledPlan load(org.tsflink.proto.v1.CompiledPlan plan) {
        return CompiledPlans.load(environment, plan);
    }

    public Table table(Plan plan) {
        return plans.translate(plan);
    }

    /** Calls a method of the environment or of a catalog. */
    public OperationResult operate(OperateRequest request) {
        try {
            return operations.run(request.getOperation());
        } catch (RuntimeException e) {
            throw LocatedException.at(request.getSource(), e);
        }
    }

    /** Runs the commands that a client gathered, in their order; the first that fails ends it. */
    private void run(List<Command> commands) {
        for (int i = 0; i < commands.size(); i++) {
            try {
                run(commands.get(i));
            } catch (RuntimeException e) {
                throw LocatedException.atCommand(commands.get(i).getSource(), i, e);
            }
        }
    }

    private void run(Command command) {
        switch (command.getCommandCase()) {
            case CREATE_TEMPORARY_VIEW -> {
                var view = command.getCreateTemporaryView();
                // Waits for it, as what comes later may need the view.
                cached.compute(view.getPlan());
                environment.createTemporaryView(view.getPath(), table(view.getPlan()));
            }
            case CREATE_TEMPORARY_SYSTEM_FUNCTION -> {
                var function = command.getCreateTemporarySystemFunction().getFunction();
                environment.createTemporarySystemFunction(
                        function.getName(), functions.translate(function));
            }
            case SET_CONFIGURATION -> {
                var set = command.getSetConfiguration();
                if (set.hasValue()) {
                    options.set(set.getKey(), set.getValue());
                } else {
                    options.reset(set.getKey());
                }
            }
            case DROP_TEMPORARY_VIEW ->
                    environment.dropTemporaryView(command.getDropTemporaryView().getPath());
            case DROP_TEMPORARY_SYSTEM_FUNCTION ->
                    environment.dropTemporarySystemFunction(
                            command.getDropTemporarySystemFunction().getName());
            case CREATE_TEMPORARY_TABLE -> {
                var table = command.getCreateTemporaryTable();
                environment.createTemporaryTable(
                        table.getPath(),
                        plans.descriptor(table.getTable(), table.getPath()),
                        table.getIgnoreIfExists());
            }
            case OPERATION -> operations.run(command.getOperation());
            case INVALIDATE_CACHE -> cached.invalidate(command.getInvalidateCache().getId());
            case COMMAND_NOT_SET ->
                    throw new GatewayException(ErrorCode.PLAN_INVALID, "A command is empty.");
        }
    }

    private Outcome createFunction(CreateFunction create) {
        Operation operation =
                CreateFunctionStatement.of(
                        parse(CreateFunctionStatement.inJava(create)),
                        functions.translate(create.getFunction()),
                        environment.getCatalogManager());
        return new Outcome(environment.executeInternal(operation), false);
    }

    private Operation parse(String sql) {
        List<Operation> operations = environment.getParser().parse(sql);
        if (operations.size() != 1) {
            throw new GatewayException(
                    ErrorCode.SQL_PARSE_ERROR,
                    "executeSql takes one statement, and this text has " + operations.size() + ".",
                    "Call it once for each statement.");
        }
        return operations.get(0);
    }

    // As TableEnvironment.executeSql, which does not say what kind of statement it ran; SET and
    // RESET as the SQL client.
    private Outcome executeSql(String sql) {
        Operation operation = parse(sql);
        TableResultInternal done = TableResultInternal.TABLE_RESULT_OK;
        if (operation instanceof SetOperation set) {
            if (set.getKey().isEmpty()) {
                return new Outcome(options.show(), false);
            }
            options.set(set.getKey().get(), set.getValue().orElseThrow());
            return new Outcome(done, false);
        }
        if (operation instanceof ResetOperation reset) {
            reset.getKey().ifPresentOrElse(options::reset, options::resetAll);
            return new Outcome(done, false);
        }
        return new Outcome(
                environment.executeInternal(operation), operation instanceof QueryOperation);
    }

    /** The options that are set, or the one asked for if it is. */
    public Map<String, String> configuration(String key) {
        Map<String, String> all = environment.getConfig().toMap();
        if (key.isEmpty()) {
            return all;
        }
        return all.containsKey(key) ? Map.of(key, all.get(key)) : Map.of();
    }

    private static TableResultInternal internal(TableResult result) {
        return (TableResultInternal) result;
    }
}

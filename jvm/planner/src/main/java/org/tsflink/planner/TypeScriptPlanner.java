package org.tsflink.planner;

import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.internal.TableEnvironmentImpl;
import org.apache.flink.table.catalog.ContextResolvedFunction;
import org.apache.flink.table.delegation.Planner;
import org.apache.flink.table.functions.FunctionDefinition;
import org.apache.flink.table.planner.calcite.CalciteConfig;
import org.apache.flink.table.planner.delegation.PlannerBase;
import org.apache.flink.table.planner.plan.optimize.program.BatchOptimizeContext;
import org.apache.flink.table.planner.plan.optimize.program.FlinkBatchProgram;
import org.apache.flink.table.planner.plan.optimize.program.FlinkChainedProgram;
import org.apache.flink.table.planner.plan.optimize.program.FlinkStreamProgram;
import org.apache.flink.table.planner.plan.optimize.program.StreamOptimizeContext;
import org.apache.flink.table.planner.plan.rules.physical.batch.BatchPhysicalCalcRule;
import org.apache.flink.table.planner.plan.rules.physical.batch.BatchPhysicalConstantTableFunctionScanRule;
import org.apache.flink.table.planner.plan.rules.physical.batch.BatchPhysicalCorrelateRule;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalAsyncCalcRule;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalAsyncCorrelateRule;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalCalcRule;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalConstantTableFunctionScanRule;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalCorrelateRule;
import org.apache.flink.table.planner.plan.rules.physical.stream.StreamPhysicalProcessTableFunctionRule;
import org.tsflink.planner.exec.TypeScriptExecNodes;
import org.tsflink.planner.physical.BatchPhysicalOtherCalcRule;
import org.tsflink.planner.physical.BatchPhysicalOtherCorrelateRule;
import org.tsflink.planner.physical.BatchPhysicalOtherScanRule;
import org.tsflink.planner.physical.BatchPhysicalTypeScriptCalcRule;
import org.tsflink.planner.physical.BatchPhysicalTypeScriptCorrelateRule;
import org.tsflink.planner.physical.BatchPhysicalTypeScriptScanRule;
import org.tsflink.planner.physical.StreamPhysicalOtherAsyncCorrelateRule;
import org.tsflink.planner.physical.StreamPhysicalOtherCalcRule;
import org.tsflink.planner.physical.StreamPhysicalOtherCorrelateRule;
import org.tsflink.planner.physical.StreamPhysicalOtherScanRule;
import org.tsflink.planner.physical.StreamPhysicalProcessRule;
import org.tsflink.planner.physical.StreamPhysicalTypeScriptAsyncCalcRule;
import org.tsflink.planner.physical.StreamPhysicalTypeScriptCalcRule;
import org.tsflink.planner.physical.StreamPhysicalTypeScriptCorrelateRule;
import org.tsflink.planner.physical.StreamPhysicalTypeScriptScanRule;

import java.util.List;
import java.util.Optional;

import scala.Option;

/**
 * Flink's planner, extended so that calls of TypeScript functions run in batch operators. Install
 * it in a table environment before its first query.
 */
public final class TypeScriptPlanner implements CalciteConfig {

    private final TableConfig tableConfig;
    private final Planner planner;

    private TypeScriptPlanner(TableConfig tableConfig, Planner planner) {
        this.tableConfig = tableConfig;
        this.planner = planner;
    }

    /** Makes a table environment plan with us. */
    public static void install(TableEnvironment environment) {
        install(environment.getConfig(), ((TableEnvironmentImpl) environment).getPlanner());
    }

    static void install(TableConfig tableConfig, Planner planner) {
        TypeScriptExecNodes.register();
        tableConfig.setPlannerConfig(new TypeScriptPlanner(tableConfig, planner));
    }

    /** The function that SQL of the environment finds under a name. */
    public Optional<FunctionDefinition> function(String name) {
        return ((PlannerBase) planner)
                .getFlinkContext()
                .getFunctionCatalog()
                .lookupFunction(planner.getParser().parseIdentifier(name))
                .map(ContextResolvedFunction::getDefinition);
    }

    @Override
    public Option<FlinkChainedProgram<StreamOptimizeContext>> getStreamProgram() {
        return Option.apply(
                OptimizeProgram.addAggregates(
                        OptimizeProgram.extend(
                                FlinkStreamProgram.buildProgram(tableConfig),
                                FlinkStreamProgram.PHYSICAL(),
                                List.of(
                                        StreamPhysicalCalcRule.INSTANCE(),
                                        StreamPhysicalAsyncCalcRule.INSTANCE,
                                        StreamPhysicalCorrelateRule.INSTANCE(),
                                        StreamPhysicalAsyncCorrelateRule.INSTANCE,
                                        StreamPhysicalConstantTableFunctionScanRule.INSTANCE,
                                        StreamPhysicalProcessTableFunctionRule.INSTANCE),
                                List.of(
                                        StreamPhysicalOtherCalcRule.INSTANCE,
                                        StreamPhysicalTypeScriptCalcRule.INSTANCE,
                                        StreamPhysicalTypeScriptAsyncCalcRule.INSTANCE,
                                        StreamPhysicalOtherCorrelateRule.INSTANCE,
                                        StreamPhysicalOtherAsyncCorrelateRule.INSTANCE,
                                        StreamPhysicalTypeScriptCorrelateRule.INSTANCE,
                                        StreamPhysicalOtherScanRule.INSTANCE,
                                        StreamPhysicalTypeScriptScanRule.INSTANCE,
                                        StreamPhysicalProcessRule.INSTANCE))));
    }

    @Override
    public Option<FlinkChainedProgram<BatchOptimizeContext>> getBatchProgram() {
        return Option.apply(
                OptimizeProgram.extend(
                        FlinkBatchProgram.buildProgram(tableConfig),
                        FlinkBatchProgram.PHYSICAL(),
                        List.of(
                                BatchPhysicalCalcRule.INSTANCE(),
                                BatchPhysicalCorrelateRule.INSTANCE(),
                                BatchPhysicalConstantTableFunctionScanRule.INSTANCE),
                        List.of(
                                BatchPhysicalOtherCalcRule.INSTANCE,
                                BatchPhysicalTypeScriptCalcRule.INSTANCE,
                                BatchPhysicalOtherCorrelateRule.INSTANCE,
                                BatchPhysicalTypeScriptCorrelateRule.INSTANCE,
                                BatchPhysicalOtherScanRule.INSTANCE,
                                BatchPhysicalTypeScriptScanRule.INSTANCE)));
    }

    @Override
    public boolean replacesSqlOperatorTable() {
        return false;
    }

    @Override
    public Option<SqlOperatorTable> getSqlOperatorTable() {
        return Option.empty();
    }

    @Override
    public Option<SqlParser.Config> getSqlParserConfig() {
        return Option.empty();
    }

    @Override
    public Option<SqlToRelConverter.Config> getSqlToRelConverterConfig() {
        return Option.empty();
    }
}

package org.tsflink.planner;

import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.hep.HepMatchOrder;
import org.apache.calcite.tools.RuleSets;
import org.apache.flink.table.planner.plan.optimize.program.FlinkChainedProgram;
import org.apache.flink.table.planner.plan.optimize.program.FlinkHepRuleSetProgram;
import org.apache.flink.table.planner.plan.optimize.program.FlinkOptimizeContext;
import org.apache.flink.table.planner.plan.optimize.program.FlinkRuleSetProgram;
import org.apache.flink.table.planner.plan.optimize.program.FlinkStreamProgram;
import org.apache.flink.table.planner.plan.optimize.program.StreamOptimizeContext;
import org.apache.flink.table.planner.plan.rules.logical.FlinkLogicalCalcRemoveRule;
import org.apache.flink.table.planner.plan.rules.logical.RemoteCorrelateSplitRule;
import org.apache.flink.table.planner.plan.rules.logical.SplitRemoteConditionFromJoinRule.SplitRemoteConditionFromJoinRuleConfig;
import org.tsflink.planner.limits.PlanLimits;
import org.tsflink.planner.logical.ArgumentCasts;
import org.tsflink.planner.logical.LateralCalcRule;
import org.tsflink.planner.logical.LookupCalcRule;
import org.tsflink.planner.logical.TypeScriptCalcSplitRule;
import org.tsflink.planner.physical.StreamPhysicalTypeScriptGroupAggregateRule;
import org.tsflink.planner.physical.StreamPhysicalTypeScriptGroupTableAggregateRule;
import org.tsflink.planner.rex.TypeScriptCallFinder;

import java.util.List;

/** Puts our rules into the optimizer program of a mode. */
final class OptimizeProgram {

    private static final String LIMITS = "typescript_plan_limits";
    private static final String CASTS = "typescript_argument_casts";
    private static final String SPLIT = "typescript_split";
    private static final String AGGREGATES = "typescript_aggregates";

    private OptimizeProgram() {}

    /**
     * @param physical the step of the program that makes physical nodes
     * @param replaced Flink's rules in that step whose place ours take
     * @param ours the rules that take it
     */
    static <C extends FlinkOptimizeContext> FlinkChainedProgram<C> extend(
            FlinkChainedProgram<C> program,
            String physical,
            List<RelOptRule> replaced,
            List<RelOptRule> ours) {
        program.addFirst(LIMITS, new PlanLimits<C>());
        // Where subqueries have become joins, and nothing else has been decided.
        program.addBefore(FlinkStreamProgram.LOGICAL(), CASTS, new ArgumentCasts<C>());
        // After time attributes became timestamps, whose casts would hide the calls from the split.
        program.addBefore(physical, SPLIT, splitProgram());
        FlinkRuleSetProgram<C> physicalProgram = program.getFlinkRuleSetProgram(physical).get();
        physicalProgram.remove(RuleSets.ofList(replaced));
        physicalProgram.add(RuleSets.ofList(ours));
        return program;
    }

    /** Adds the step that plans aggregations, the last of all. */
    static FlinkChainedProgram<StreamOptimizeContext> addAggregates(
            FlinkChainedProgram<StreamOptimizeContext> program) {
        FlinkHepRuleSetProgram<StreamOptimizeContext> aggregates = new FlinkHepRuleSetProgram<>();
        aggregates.setHepMatchOrder(HepMatchOrder.BOTTOM_UP);
        aggregates.add(
                RuleSets.ofList(
                        StreamPhysicalTypeScriptGroupAggregateRule.INSTANCE,
                        StreamPhysicalTypeScriptGroupTableAggregateRule.INSTANCE));
        program.addLast(AGGREGATES, aggregates);
        return program;
    }

    private static <C extends FlinkOptimizeContext> FlinkHepRuleSetProgram<C> splitProgram() {
        TypeScriptCallFinder finder = new TypeScriptCallFinder();
        FlinkHepRuleSetProgram<C> program = new FlinkHepRuleSetProgram<>();
        program.setHepMatchOrder(HepMatchOrder.BOTTOM_UP);
        program.add(
                RuleSets.ofList(
                        SplitRemoteConditionFromJoinRuleConfig.DEFAULT
                                .withRemoteCallFinder(finder)
                                .toRule(),
                        LateralCalcRule.INSTANCE,
                        RemoteCorrelateSplitRule.Config.createDefault(finder).toRule(),
                        LookupCalcRule.INSTANCE,
                        TypeScriptCalcSplitRule.INSTANCE,
                        FlinkLogicalCalcRemoveRule.INSTANCE));
        return program;
    }
}

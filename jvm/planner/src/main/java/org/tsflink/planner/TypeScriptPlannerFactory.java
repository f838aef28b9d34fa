package org.tsflink.planner;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.table.delegation.Planner;
import org.apache.flink.table.delegation.PlannerFactory;
import org.apache.flink.table.planner.delegation.DefaultPlannerFactory;

import java.util.Set;

/**
 * Makes Flink's planner with ours installed. It has the name of Flink's own factory, so that tools
 * that know nothing of us (the SQL client, the SQL gateway) plan with us: only a class path on
 * which Flink's is not found can have it.
 */
public final class TypeScriptPlannerFactory implements PlannerFactory {

    private final PlannerFactory flink = new DefaultPlannerFactory();

    @Override
    public Planner create(Context context) {
        Planner planner = flink.create(context);
        TypeScriptPlanner.install(context.getTableConfig(), planner);
        return planner;
    }

    @Override
    public String factoryIdentifier() {
        return flink.factoryIdentifier();
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return flink.requiredOptions();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return flink.optionalOptions();
    }
}

package org.tsflink.planner.limits;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/**
 * How large plans may be: Flink takes minutes for larger ones, and nothing can end it meanwhile.
 */
public final class PlanOptions {

    public static final ConfigOption<Long> MAX_EXPRESSIONS =
            ConfigOptions.key("tsflink.plan.max-expressions")
                    .longType()
                    .defaultValue(5000L)
                    .withDescription(
                            "How many calls of functions and operators one select may have, with"
                                    + " those of the selects below that Flink puts into it."
                                    + " A larger one fails with PLAN_TOO_LARGE: the time that Flink"
                                    + " takes to generate its code grows with the square.");

    public static final ConfigOption<Long> MAX_AGGREGATES =
            ConfigOptions.key("tsflink.plan.max-aggregates")
                    .longType()
                    .defaultValue(500L)
                    .withDescription(
                            "How many aggregates one select may have. A larger one fails with"
                                    + " PLAN_TOO_LARGE.");

    public static final ConfigOption<Long> MAX_BRANCHES =
            ConfigOptions.key("tsflink.plan.max-branches")
                    .longType()
                    .defaultValue(500L)
                    .withDescription(
                            "How many branches one CASE may have, with those of the CASE in its"
                                    + " branches: Flink generates them one within the other."
                                    + " A larger one fails with PLAN_TOO_LARGE.");

    public static final ConfigOption<Long> MAX_TABLES =
            ConfigOptions.key("tsflink.plan.max-tables")
                    .longType()
                    .defaultValue(2000L)
                    .withDescription(
                            "How many tables a plan may read, each as often as it is read. A larger"
                                    + " one fails with PLAN_TOO_LARGE.");

    public static final ConfigOption<MemorySize> MAX_LITERALS =
            ConfigOptions.key("tsflink.plan.max-literals")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(128))
                    .withDescription(
                            "How large the texts and bytes that are literals of a plan may be"
                                    + " together. A larger plan fails with PLAN_TOO_LARGE.");

    private PlanOptions() {}
}

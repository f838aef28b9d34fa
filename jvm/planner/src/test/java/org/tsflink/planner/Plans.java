package org.tsflink.planner;

import org.apache.commons.lang3.StringUtils;
import org.apache.flink.table.api.TableEnvironment;

/** Looks into explained plans. */
final class Plans {

    private static final String EXECUTION_PLAN = "== Optimized Execution Plan ==";

    private Plans() {}

    static String executionPlan(TableEnvironment tables, String sql) {
        return StringUtils.substringAfter(tables.explainSql(sql), EXECUTION_PLAN);
    }

    /** The nodes that call V8 a batch at a time. */
    static int batchedNodes(String plan) {
        return StringUtils.countMatches(plan, "TypeScriptCalc(");
    }

    /** The nodes that call table functions a batch at a time. */
    static int correlates(String plan) {
        return StringUtils.countMatches(plan, "TypeScriptCorrelate(");
    }
}

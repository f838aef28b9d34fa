package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.ExplainDetail;
import org.apache.flink.table.api.TableEnvironment;
import org.junit.jupiter.api.Test;
import org.tsflink.planner.testing.Tables;
import org.tsflink.planner.testing.TestEnvironment;
import org.tsflink.planner.testing.TypeScriptFunctions;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainTest {

    private final TableEnvironment tables;

    ExplainTest() {
        TestEnvironment environment =
                TestEnvironment.create(RuntimeExecutionMode.STREAMING, new Configuration());
        Tables.create(environment);
        tables = environment.tables();
        new TypeScriptFunctions(tables, "functions.js")
                .add("upper", DataTypes.STRING(), DataTypes.STRING());
    }

    @Test
    void aCalcReadsLikeTheQuery() {
        String plan =
                Plans.executionPlan(
                        tables,
                        "SELECT province, COUNT(*), SUM(a) FROM (SELECT upper(s) AS province, a FROM v) GROUP BY province");
        assertThat(plan.strip())
                .isEqualTo(
                        """
                        GroupAggregate(groupBy=[province], select=[province, COUNT(*) AS EXPR$1, SUM(a) AS EXPR$2])
                        +- Exchange(distribution=[hash[province]])
                           +- TypeScriptCalc(select=[upper(s) AS province, a])
                              +- WatermarkAssigner(rowtime=[ts], watermark=[ts])
                                 +- Calc(select=[s, a, ts])
                                    +- TableSourceScan(table=[[default_catalog, default_database, v]], fields=[a, b, s, ts])
                        """
                                .strip());
    }

    @Test
    void theFieldOfACallIsNamedAfterTheFunction() {
        assertThat(Plans.executionPlan(tables, "SELECT upper(s) || '!', a FROM v WHERE a > 1"))
                .contains(
                        "Calc(select=[||(upper$1, '!') AS EXPR$0, a])",
                        "TypeScriptCalc(select=[a, upper(s) AS upper$1])",
                        "Calc(select=[a, s], where=[(a > 1)])");
    }

    @Test
    void theOperatorCarriesTheName() {
        assertThat(tables.explainSql("SELECT upper(s) FROM v", ExplainDetail.JSON_EXECUTION_PLAN))
                .containsPattern("\"type\" : \"TypeScriptCalc\\[\\d+\\]\"")
                .contains("TypeScriptCalc(select=[upper(s) AS EXPR$0])");
    }
}

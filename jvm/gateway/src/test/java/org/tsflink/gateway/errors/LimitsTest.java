package org.tsflink.gateway.errors;

import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableException;
import org.junit.jupiter.api.Test;
import org.tsflink.planner.TypeScriptPlanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class LimitsTest {

    @Test
    void tellsThatAStatementIsTooDeep() {
        var failure = new TableException("Failed to plan", new StackOverflowError());
        var detail = ErrorMapper.detail(failure, null, JobOperators.NONE);
        assertThat(detail.getCode()).isEqualTo("PLAN_TOO_DEEP");
        assertThat(detail.getHint()).contains("in(…)");
    }

    @Test
    void tellsHowLargeARowMayBe() {
        var failure =
                new RuntimeException(
                        "Record size is too large for CollectSinkFunction. Record size is 5000020 bytes, but max bytes per batch is only 2097152 bytes. Please consider …");
        var detail = ErrorMapper.detail(failure, null, JobOperators.NONE);
        assertThat(detail.getCode()).isEqualTo("RESULT_ROW_TOO_LARGE");
        assertThat(detail.getMessage()).contains("5000020 bytes").contains("2097152");
    }

    @Test
    void tellsWhichOptionLetsALargerPlanThrough() {
        var environment = TableEnvironment.create(EnvironmentSettings.inBatchMode());
        TypeScriptPlanner.install(environment);
        environment.getConfig().set("tsflink.plan.max-tables", "1");
        var failure =
                catchThrowable(() -> environment.explainSql("VALUES (1) UNION ALL VALUES (2)"));
        var detail = ErrorMapper.detail(failure, environment, JobOperators.NONE);
        assertThat(detail.getCode()).isEqualTo("PLAN_TOO_LARGE");
        assertThat(detail.getMessage())
                .isEqualTo(
                        "Tables of the plan: 2, and at most 1 by the option 'tsflink.plan.max-tables'");
    }

    @Test
    void tellsHowToRunLongChainsOfJoins() {
        var failure =
                new IllegalArgumentException(
                        "Only up to 63 inputs are supported at once, while encountered 100");
        var detail = ErrorMapper.detail(failure, null, JobOperators.NONE);
        assertThat(detail.getCode()).isEqualTo("PLAN_TOO_LARGE");
        assertThat(detail.getHint()).contains("table.optimizer.multiple-input-enabled");
    }
}

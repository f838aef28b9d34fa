package org.tsflink.gateway.errors;

import org.apache.flink.table.api.TableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
}

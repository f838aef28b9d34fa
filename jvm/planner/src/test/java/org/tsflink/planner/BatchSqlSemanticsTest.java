package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;

class BatchSqlSemanticsTest extends SqlSemanticsTest {

    BatchSqlSemanticsTest() {
        super(RuntimeExecutionMode.BATCH);
    }
}

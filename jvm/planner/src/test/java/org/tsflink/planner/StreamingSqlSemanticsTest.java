package org.tsflink.planner;

import org.apache.flink.api.common.RuntimeExecutionMode;

class StreamingSqlSemanticsTest extends SqlSemanticsTest {

    StreamingSqlSemanticsTest() {
        super(RuntimeExecutionMode.STREAMING);
    }
}

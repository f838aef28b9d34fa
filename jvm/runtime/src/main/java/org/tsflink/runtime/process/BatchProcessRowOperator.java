package org.tsflink.runtime.process;

import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.table.runtime.generated.HashFunction;
import org.apache.flink.table.runtime.generated.RecordEqualiser;
import org.apache.flink.table.runtime.operators.process.ProcessRowTableOperator;

/** Flink's operator of a table with row semantics, a batch of calls at a time. */
final class BatchProcessRowOperator extends ProcessRowTableOperator {
    private final BatchRunner runner;

    BatchProcessRowOperator(
            StreamOperatorParameters<RowData> parameters,
            BatchProcessSpec spec,
            BatchRunner runner) {
        super(
                parameters,
                spec.tables(),
                spec.state(),
                runner,
                new HashFunction[0],
                new RecordEqualiser[0],
                spec.changes());
        this.runner = runner;
    }

    @Override
    public void open() throws Exception {
        runner.of(null, TimeContext::clearAllTimers, getProcessingTimeService());
        super.open();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        runner.flush();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        runner.flush();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        runner.close();
        super.close();
    }
}

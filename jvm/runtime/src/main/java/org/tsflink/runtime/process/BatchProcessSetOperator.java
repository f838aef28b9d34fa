package org.tsflink.runtime.process;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.table.runtime.generated.HashFunction;
import org.apache.flink.table.runtime.generated.RecordComparator;
import org.apache.flink.table.runtime.generated.RecordEqualiser;
import org.apache.flink.table.runtime.operators.process.ProcessSetTableOperator;
import org.apache.flink.table.runtime.typeutils.StringDataSerializer;

import java.util.ArrayList;
import java.util.List;

/** Flink's operator of tables with set semantics, a batch of calls at a time. */
final class BatchProcessSetOperator extends ProcessSetTableOperator {
    private final BatchRunner runner;
    private final FlushingOutput flushing;

    BatchProcessSetOperator(
            StreamOperatorParameters<RowData> parameters,
            BatchProcessSpec spec,
            RecordComparator[] orders,
            BatchRunner runner,
            FlushingOutput flushing) {
        super(
                parameters,
                spec.tables(),
                spec.state(),
                orders,
                runner,
                new HashFunction[0],
                new RecordEqualiser[0],
                spec.changes(),
                spec.orderTimes());
        this.runner = runner;
        this.flushing = flushing;
    }

    @Override
    public void open() throws Exception {
        runner.of(this, this::clearTimers, getProcessingTimeService());
        flushing.of(watermark -> timeServiceManager.advanceWatermark(watermark));
        super.open();
    }

    /**
     * Timers of partitions that have no call waiting are gathered. One of a partition that has one
     * must see what that call does to timers: it waits with those of Flink until it is made.
     */
    @Override
    public void onEventTime(InternalTimer<RowData, Object> timer) throws Exception {
        if (!runner.hasCallsOf(timer.getKey())) {
            super.onEventTime(timer);
            return;
        }
        if (timer.getNamespace() instanceof StringData name) {
            named().registerEventTimeTimer(name, timer.getTimestamp());
        } else {
            unnamed().registerEventTimeTimer(VoidNamespace.INSTANCE, timer.getTimestamp());
        }
        runner.flush();
    }

    // Flink's own (2.3.0) leaves the partition of some timer current, and clears the timers of that
    // one.
    private void clearTimers(TimeContext<Long> times) throws Exception {
        Object key = getCurrentKey();
        List<Long> unnamed = new ArrayList<>();
        List<String> named = new ArrayList<>();
        unnamed()
                .forEachEventTimeTimer(
                        (none, time) -> {
                            if (key.equals(getCurrentKey())) {
                                unnamed.add(time);
                            }
                        });
        named().forEachEventTimeTimer(
                        (name, time) -> {
                            if (key.equals(getCurrentKey())) {
                                named.add(name.toString());
                            }
                        });
        setCurrentKey(key);
        unnamed.forEach(times::clearTimer);
        named.forEach(times::clearTimer);
    }

    private InternalTimerService<StringData> named() {
        return timers("user-named-timers", StringDataSerializer.INSTANCE);
    }

    private InternalTimerService<VoidNamespace> unnamed() {
        return timers("user-unnamed-timers", VoidNamespaceSerializer.INSTANCE);
    }

    /** Those that Flink's operator has. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private <N> InternalTimerService<N> timers(String name, TypeSerializer<N> namespaces) {
        return getInternalTimerService(name, namespaces, (Triggerable) this);
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

package org.tsflink.runtime.process;

import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.table.runtime.generated.GeneratedRecordComparator;
import org.apache.flink.table.runtime.operators.process.RuntimeChangelogMode;
import org.apache.flink.table.runtime.operators.process.RuntimeStateInfo;
import org.apache.flink.table.runtime.operators.process.RuntimeTableSemantics;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * A call of a process table function.
 *
 * @param argumentTypes the types of tables and scalars, as the call has them
 * @param scalars the row of the scalars
 * @param tables how tables were given
 * @param orders how the rows of each table are ordered; null where they are not
 * @param orderTimes how long rows that wait for their order are kept
 * @param changes the changes that are sent on
 * @param stateRetentionMillis how long state is kept that says nothing itself; 0 for ever
 */
public record BatchProcessSpec(
        ProcessDescriptor descriptor,
        List<LogicalType> argumentTypes,
        byte[] scalars,
        List<RuntimeTableSemantics> tables,
        GeneratedRecordComparator[] orders,
        List<StateTtlConfig> orderTimes,
        RuntimeChangelogMode changes,
        long stateRetentionMillis)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The types of the scalars of a call. */
    public static RowType scalars(ProcessDescriptor descriptor, List<LogicalType> argumentTypes) {
        return new ProcessLayout(descriptor, argumentTypes, FunctionOptions.DEFAULT).scalars;
    }

    /** Whether there are partitions. */
    public boolean hasSetSemantics() {
        return tables.stream().anyMatch(RuntimeTableSemantics::hasSetSemantics);
    }

    /** The state as Flink's operator keeps it. */
    List<RuntimeStateInfo> state() {
        return descriptor.state().stream()
                .map(
                        entry ->
                                new RuntimeStateInfo(
                                        entry.name(),
                                        ProcessInference.stateType(entry),
                                        entry.timeToLive() == null
                                                ? defaultTimeToLive()
                                                : entry.timeToLive().toMillis()))
                .toList();
    }

    // As Flink has it: kept so that a time to live may be set later.
    private long defaultTimeToLive() {
        return stateRetentionMillis == 0 ? Long.MAX_VALUE : stateRetentionMillis;
    }
}

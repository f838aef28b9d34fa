package org.tsflink.runtime.process;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.ProcessTableFunction.Context;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.table.functions.TableSemantics;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.RowType;
import org.tsflink.runtime.state.Answer;
import org.tsflink.runtime.state.HostExchange;
import org.tsflink.runtime.state.PayloadRows;
import org.tsflink.runtime.state.StateEntry;
import org.tsflink.runtime.state.ViewAccess;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a process table function calls back for: its state, and time. */
final class ProcessHost implements HostExchange.Operations {
    private static final int EXCHANGE_BYTES = 1 << 16;
    private static final int CLEAR_STATE = 3;
    private static final int TIME = 10;
    private static final int TABLE_WATERMARK = 11;
    private static final int CURRENT_WATERMARK = 12;
    private static final int REGISTER_ON_TIME = 13;
    private static final int REGISTER_NAMED = 14;
    private static final int CLEAR_TIMER = 15;
    private static final int CLEAR_NAMED = 16;
    private static final int CLEAR_ALL_TIMERS = 17;
    private static final int TABLE_SEMANTICS = 18;

    private final RowDataSerializer millis = new RowDataSerializer(RowType.of(new BigIntType()));
    private final HostExchange exchange = new HostExchange(EXCHANGE_BYTES, this);
    private final List<String> tables;
    private final List<String> viewNames;
    private final ViewAccess[] views;
    private final List<Integer> viewEntries;
    private Context context;

    /**
     * @param viewEntries the entries of the state that are views
     */
    ProcessHost(ProcessDescriptor descriptor, List<Integer> viewEntries) {
        this.viewEntries = viewEntries;
        tables =
                descriptor.arguments().stream()
                        .filter(ProcessArgument::isTable)
                        .map(ProcessArgument::name)
                        .toList();
        List<StateEntry> entries = viewEntries.stream().map(descriptor.state()::get).toList();
        viewNames = entries.stream().map(StateEntry::name).toList();
        views = entries.stream().map(ViewAccess::of).toArray(ViewAccess[]::new);
    }

    HostExchange exchange() {
        return exchange;
    }

    /** Begins a call, with its state. */
    void begin(Context call, Object[] state) {
        context = call;
        for (int i = 0; i < views.length; i++) {
            views[i].pointTo(state[viewEntries.get(i)]);
        }
    }

    @Override
    public Answer answer(int operation, int number, byte[] payload) {
        switch (operation) {
            case CLEAR_STATE -> context.clearState(viewNames.get(number));
            case TIME -> {
                return time(times().time());
            }
            case TABLE_WATERMARK -> {
                return time(times().tableWatermark());
            }
            case CURRENT_WATERMARK -> {
                return time(times().currentWatermark());
            }
            case REGISTER_ON_TIME -> times().registerOnTime(PayloadRows.row(payload, 1).getLong(0));
            case REGISTER_NAMED -> {
                BinaryRowData timer = PayloadRows.row(payload, 2);
                times().registerOnTime(timer.getString(0).toString(), timer.getLong(1));
            }
            case CLEAR_TIMER -> times().clearTimer(PayloadRows.row(payload, 1).getLong(0));
            case CLEAR_NAMED ->
                    times().clearTimer(PayloadRows.row(payload, 1).getString(0).toString());
            case CLEAR_ALL_TIMERS -> context.clearAllTimers();
            case TABLE_SEMANTICS -> {
                return Answer.of(semantics(context.tableSemanticsFor(tables.get(number))));
            }
            default -> {
                return views[number].answer(operation, payload);
            }
        }
        return Answer.DONE;
    }

    private TimeContext<Long> times() {
        return context.timeContext(Long.class);
    }

    private Answer time(Long time) {
        if (time == null || time == Long.MIN_VALUE) {
            return Answer.NOTHING;
        }
        return Answer.of(PayloadRows.payload(millis, GenericRowData.of(time)));
    }

    private static byte[] semantics(TableSemantics table) {
        return "{\"partitionByColumns\":%s,\"timeColumn\":%d}"
                .formatted(Arrays.toString(table.partitionByColumns()), table.timeColumn())
                .getBytes(StandardCharsets.UTF_8);
    }
}

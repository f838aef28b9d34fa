package org.tsflink.runtime.process;

import org.apache.flink.core.memory.MemorySegmentFactory;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.functions.ProcessTableFunction.Context;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.table.functions.TableSemantics;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.engine.ProgramHandle;
import org.tsflink.runtime.program.SharedBuffer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * What a function calls back for (packages/runtime/src/process/host-exchange.ts). Payloads go to
 * and fro in pieces of the shared memory; the answer to a question for bytes is their number, or
 * -1.
 */
final class ProcessHost implements IntBinaryOperator {
    private static final int EXCHANGE_BYTES = 1 << 16;
    private static final int NOTHING = -1;

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
    private final SharedBuffer exchange = new SharedBuffer(EXCHANGE_BYTES);
    private final List<String> tables;
    private final List<String> viewNames;
    private final ViewAccess[] views;
    private final List<Integer> viewEntries;
    private byte[] received = new byte[0];
    private byte[] toSend = new byte[0];
    private int sent;
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

    SharedBuffer exchange() {
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
    public int applyAsInt(int operation, int number) {
        switch (operation) {
            case ProgramHandle.SEND -> {
                int before = received.length;
                received = Arrays.copyOf(received, before + number);
                exchange.segment.get(0, received, before, number);
                return 0;
            }
            case ProgramHandle.RECEIVE -> {
                int size = Math.min(toSend.length - sent, exchange.capacity());
                exchange.segment.put(0, toSend, sent, size);
                sent += size;
                return size;
            }
            default -> {
                byte[] payload = received;
                received = new byte[0];
                return answer(operation, number, payload);
            }
        }
    }

    private int answer(int operation, int number, byte[] payload) {
        switch (operation) {
            case CLEAR_STATE -> context.clearState(viewNames.get(number));
            case TIME -> {
                return send(times().time());
            }
            case TABLE_WATERMARK -> {
                return send(times().tableWatermark());
            }
            case CURRENT_WATERMARK -> {
                return send(times().currentWatermark());
            }
            case REGISTER_ON_TIME -> times().registerOnTime(row(payload, 1).getLong(0));
            case REGISTER_NAMED -> {
                BinaryRowData timer = row(payload, 2);
                times().registerOnTime(timer.getString(0).toString(), timer.getLong(1));
            }
            case CLEAR_TIMER -> times().clearTimer(row(payload, 1).getLong(0));
            case CLEAR_NAMED -> times().clearTimer(row(payload, 1).getString(0).toString());
            case CLEAR_ALL_TIMERS -> context.clearAllTimers();
            case TABLE_SEMANTICS -> {
                return send(semantics(context.tableSemanticsFor(tables.get(number))));
            }
            default -> {
                return view(operation, views[number], payload);
            }
        }
        return 0;
    }

    private int view(int operation, ViewAccess view, byte[] payload) {
        try {
            ViewAccess.Answer answer = view.answer(operation, payload);
            return answer.bytes() == null ? answer.number() : send(answer.bytes());
        } catch (Exception e) {
            throw new FlinkRuntimeException("The state could not be read or written", e);
        }
    }

    private TimeContext<Long> times() {
        return context.timeContext(Long.class);
    }

    private int send(Long time) {
        if (time == null || time == Long.MIN_VALUE) {
            return NOTHING;
        }
        return send(bytes(millis, GenericRowData.of(time)));
    }

    private int send(byte[] bytes) {
        toSend = bytes;
        sent = 0;
        return bytes.length;
    }

    private static byte[] semantics(TableSemantics table) {
        return "{\"partitionByColumns\":%s,\"timeColumn\":%d}"
                .formatted(Arrays.toString(table.partitionByColumns()), table.timeColumn())
                .getBytes(StandardCharsets.UTF_8);
    }

    static BinaryRowData row(byte[] bytes, int arity) {
        BinaryRowData row = new BinaryRowData(arity);
        row.pointTo(MemorySegmentFactory.wrap(bytes), 0, bytes.length);
        return row;
    }

    static byte[] bytes(RowDataSerializer serializer, RowData row) {
        BinaryRowData binary = serializer.toBinaryRow(row);
        return BinarySegmentUtils.copyToBytes(
                binary.getSegments(), binary.getOffset(), binary.getSizeInBytes());
    }
}

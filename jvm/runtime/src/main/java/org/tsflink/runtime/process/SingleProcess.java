package org.tsflink.runtime.process;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ProcessTableFunction.Context;
import org.apache.flink.table.functions.ProcessTableFunction.OnTimerContext;
import org.apache.flink.table.functions.ProcessTableFunction.TimeContext;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.process.ProcessProgram.Moment;
import org.tsflink.runtime.state.PayloadRows;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls of a process table function row by row, where Flink's own operator makes them. */
final class SingleProcess implements AutoCloseable {
    private final ProcessDescriptor descriptor;
    private final ProcessLayout layout;
    private final List<Integer> valueEntries = new ArrayList<>();
    private final List<Integer> viewEntries = new ArrayList<>();
    private final RowDataSerializer scalars;
    private final List<RowDataSerializer> tables;
    private final List<RowDataSerializer> values;
    private final RowData.FieldGetter[][] valueGetters;
    @Nullable private final RowData.FieldGetter resultGetter;
    private final ProcessProgram program;

    SingleProcess(
            ProcessDescriptor descriptor,
            List<LogicalType> argumentTypes,
            FunctionContext context,
            FunctionOptions options) {
        this.descriptor = descriptor;
        for (int i = 0; i < descriptor.state().size(); i++) {
            (descriptor.state().get(i).isView() ? viewEntries : valueEntries).add(i);
        }
        layout = new ProcessLayout(descriptor, argumentTypes, options);
        scalars = new RowDataSerializer(layout.scalars);
        tables = layout.tables.stream().map(RowDataSerializer::new).toList();
        values = layout.values.stream().map(RowDataSerializer::new).toList();
        valueGetters =
                layout.values.stream()
                        .map(SingleProcess::getters)
                        .toArray(RowData.FieldGetter[][]::new);
        LogicalType returns = descriptor.function().returnType();
        resultGetter = returns instanceof RowType ? null : RowData.createFieldGetter(returns, 0);
        program = new ProcessProgram(descriptor, layout, context, options);
    }

    private static RowData.FieldGetter[] getters(RowType row) {
        RowData.FieldGetter[] getters = new RowData.FieldGetter[row.getFieldCount()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(row.getTypeAt(i), i);
        }
        return getters;
    }

    /**
     * Calls {@code eval}.
     *
     * @param given values and views of the state, then arguments
     */
    void eval(Context context, Object[] given, Consumer<Object> collector) throws Exception {
        int first = descriptor.state().size();
        GenericRowData scalar = new GenericRowData(layout.scalars.getFieldCount());
        int tableOfRow = -1;
        RowData row = null;
        for (int i = 0, scalarCount = 0, tableCount = 0; first + i < given.length; i++) {
            if (!descriptor.arguments().get(i).isTable()) {
                scalar.setField(scalarCount++, given[first + i]);
                continue;
            }
            if (given[first + i] != null) {
                tableOfRow = tableCount;
                row = (RowData) given[first + i];
            }
            tableCount++;
        }
        int state = program.addState(state(given));
        program.addRow(
                tableOfRow,
                row == null ? null : tables.get(tableOfRow).toBinaryRow(row),
                row == null ? RowKind.INSERT : row.getRowKind(),
                0,
                program.addScalars(PayloadRows.payload(scalars, scalar)),
                state,
                moment(context));
        run(context, given, collector);
    }

    /**
     * Calls {@code onTimer}.
     *
     * @param given values and views of the state
     */
    void onTimer(OnTimerContext context, Object[] given, Consumer<Object> collector)
            throws Exception {
        int state = program.addState(state(given));
        BinaryRowData name = TimerName.row(StringData.fromString(context.currentTimer()));
        program.addTimer(name, 0, state, moment(context));
        run(context, given, collector);
    }

    private BinaryRowData[] state(Object[] given) {
        BinaryRowData[] rows = new BinaryRowData[values.size()];
        for (int i = 0; i < rows.length; i++) {
            Row row = (Row) given[valueEntries.get(i)];
            GenericRowData fields = new GenericRowData(row.getArity());
            for (int j = 0; j < fields.getArity(); j++) {
                fields.setField(j, row.getField(j));
            }
            rows[i] = values.get(i).toBinaryRow(fields);
        }
        return rows;
    }

    private static Moment moment(Context context) {
        TimeContext<Long> times = context.timeContext(Long.class);
        return Moment.of(times.time(), times.tableWatermark(), times.currentWatermark());
    }

    private void run(Context context, Object[] given, Consumer<Object> collector) throws Exception {
        program.run(
                1,
                context,
                (partition, view) -> given[viewEntries.get(view)],
                new ProcessProgram.Outcome() {
                    @Override
                    public void row(int call, BinaryRowData row) {
                        collector.accept(
                                resultGetter == null ? row : resultGetter.getFieldOrNull(row));
                    }

                    @Override
                    public void timer(int call, BinaryRowData change) throws Exception {
                        TimerChange.apply(
                                change,
                                context.timeContext(Long.class),
                                TimeContext::clearAllTimers);
                    }

                    @Override
                    public void value(int partition, int value, @Nullable BinaryRowData row) {
                        keep((Row) given[valueEntries.get(value)], valueGetters[value], row);
                    }
                });
    }

    // Flink keeps the values; the memory is the next call's.
    private static void keep(
            Row entry, RowData.FieldGetter[] getters, @Nullable BinaryRowData row) {
        RowData kept = row == null ? null : row.copy();
        for (int i = 0; i < getters.length; i++) {
            entry.setField(i, kept == null ? null : getters[i].getFieldOrNull(kept));
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

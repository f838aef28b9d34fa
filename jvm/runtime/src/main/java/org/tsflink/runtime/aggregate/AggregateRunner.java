package org.tsflink.runtime.aggregate;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.TableAggregateFunction.RetractableCollector;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.Collector;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.function.FunctionOptions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Works on the accumulators of one function, one at a time, as Flink's generated code asks: rows
 * wait in their accumulator until its value is wanted, or they are many.
 */
public final class AggregateRunner implements AccumulatorOwner, AutoCloseable {
    // What waits is part of the state, of which there may be millions.
    private static final int MOST_ROWS = 64;
    private static final int MOST_BYTES = 4096;
    private static final byte[] NO_ROWS = {};

    private final Thread thread = Thread.currentThread();
    private final AggregateProgram program;
    private final AccumulatorForm form;

    /** Accumulators with views that are loaded, by their numbers. */
    private final List<Object> loaded = new ArrayList<>();

    private final RowDataSerializer rowSerializer;
    private final RowData.FieldGetter valueGetter;
    private final boolean deterministic;
    private final BinaryRowData output = new BinaryRowData(1);
    private byte[] state;
    private Object value;
    private boolean emptyValueKnown;
    private Object emptyValue;

    AggregateRunner(FunctionDescriptor function, FunctionContext context, FunctionOptions options) {
        RowType inputType =
                RowType.of(
                        function.parameters().stream()
                                .map(Parameter::type)
                                .toArray(LogicalType[]::new));
        List<Integer> arguments = IntStream.range(0, inputType.getFieldCount()).boxed().toList();
        program =
                new AggregateProgram(
                        List.of(new AggregateCall(function, arguments, -1)),
                        inputType,
                        context,
                        options);
        form = new AccumulatorForm(function);
        rowSerializer = new RowDataSerializer(inputType);
        valueGetter = RowData.createFieldGetter(function.returnType(), 0);
        deterministic = function.deterministic();
    }

    Object create() {
        return form.create();
    }

    /** Arguments are Flink's internal data structures. */
    void add(Object inFlink, Object[] arguments, boolean retract) {
        Accumulator accumulator = form.accumulator(inFlink);
        // Java takes a single null for the array.
        Object[] fields = arguments == null ? new Object[1] : arguments;
        accumulator.add(rowSerializer.toBinaryRow(GenericRowData.of(fields)), retract, this);
        if (form.hasViews()) {
            // Flink's state is at the key and window of the views now.
            load(inFlink);
            store(inFlink);
        } else if (accumulator.rowCount() >= MOST_ROWS || accumulator.rowBytes() >= MOST_BYTES) {
            settle(accumulator);
        }
    }

    @Override
    public boolean isOfThisThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void settle(Accumulator accumulator) {
        program.load(0, accumulator);
        program.add(Instruction.STORE, 0);
        run(-1);
        accumulator.update(state);
    }

    void merge(Object inFlink, Iterable<Object> others) {
        for (Object other : others) {
            load(other);
            program.add(Instruction.SET_ASIDE, 0);
        }
        load(inFlink);
        program.add(Instruction.MERGE, 0);
        store(inFlink);
    }

    /** The accumulator becomes the current one, with a number by which its views are known. */
    private void load(Object inFlink) {
        if (form.hasViews()) {
            program.add(Instruction.SELECT, 0, loaded.size());
            loaded.add(inFlink);
        }
        program.load(0, form.accumulator(inFlink));
    }

    /** Takes what V8 makes of the accumulator that was loaded last. */
    private void store(Object inFlink) {
        program.add(Instruction.STORE, 0);
        run(-1);
        form.accumulator(inFlink).update(state);
    }

    /** The value, as Flink's internal data structure. */
    Object value(Object inFlink) {
        Accumulator accumulator = form.accumulator(inFlink);
        if (form.hasViews()) {
            load(inFlink);
            run(program.add(Instruction.VALUE, 0));
            return value;
        }
        if (accumulator.isValueKnown()) {
            return accumulator.value();
        }
        boolean empty = accumulator.state() == null && accumulator.rowCount() == 0;
        if (empty && emptyValueKnown) {
            return emptyValue;
        }
        boolean changed = accumulator.rowCount() > 0;
        program.load(0, accumulator);
        int valueInstruction = program.add(Instruction.VALUE, 0);
        if (changed) {
            program.add(Instruction.STORE, 0);
        }
        run(valueInstruction);
        if (changed) {
            accumulator.update(state);
        }
        if (empty && deterministic) {
            emptyValueKnown = true;
            emptyValue = value;
        }
        accumulator.setValue(value);
        return value;
    }

    /** Emits the rows of an accumulator. */
    void emitValue(Object accumulator, Collector<Object> out) {
        emit(Instruction.EMIT, accumulator, (row, retracted) -> out.collect(row));
    }

    /** Emits what has changed, and takes back what is no more. */
    void emitUpdate(Object accumulator, RetractableCollector<Object> out) {
        emit(
                Instruction.EMIT_UPDATE,
                accumulator,
                (row, retracted) -> {
                    if (retracted) {
                        out.retract(row);
                    } else {
                        out.collect(row);
                    }
                });
    }

    // What was emitted may be noted in the accumulator: it is stored in any case.
    private void emit(int kind, Object inFlink, BiConsumer<Object, Boolean> out) {
        load(inFlink);
        int rowsInstruction = program.add(kind, 0);
        program.add(Instruction.STORE, 0);
        byte[][] rows = {NO_ROWS};
        program.run(
                (instruction, segments, offset, size) -> {
                    byte[] bytes = new byte[size];
                    segments[0].get(offset, bytes);
                    if (instruction == rowsInstruction) {
                        rows[0] = bytes;
                    } else {
                        state = bytes;
                    }
                },
                this::view,
                0);
        loaded.clear();
        form.accumulator(inFlink).update(state);
        for (int at = 0; at < rows[0].length; ) {
            int size = RowBytes.getInt(rows[0], at);
            boolean retracted = RowBytes.getInt(rows[0], at + 4) == 1;
            output.pointTo(RowBytes.wrap(rows[0]), at + Accumulator.ROW_HEADER, size);
            out.accept(valueGetter.getFieldOrNull(output), retracted);
            at += Accumulator.ROW_HEADER + size;
        }
    }

    private Object view(int accumulator, int view) {
        return form.view(loaded.get(accumulator), view);
    }

    private void run(int valueInstruction) {
        program.run(
                (instruction, segments, offset, size) -> {
                    byte[] bytes = new byte[size];
                    segments[0].get(offset, bytes);
                    if (instruction == valueInstruction) {
                        output.pointTo(RowBytes.wrap(bytes), 0, size);
                        value = valueGetter.getFieldOrNull(output);
                    } else {
                        state = bytes;
                    }
                },
                this::view,
                0);
        loaded.clear();
    }

    @Override
    public void close() {
        program.close();
    }
}

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
        rowSerializer = new RowDataSerializer(inputType);
        valueGetter = RowData.createFieldGetter(function.returnType(), 0);
        deterministic = function.deterministic();
    }

    /** Arguments are Flink's internal data structures. */
    void add(Accumulator accumulator, Object[] arguments, boolean retract) {
        // Java takes a single null for the array.
        Object[] fields = arguments == null ? new Object[1] : arguments;
        accumulator.add(rowSerializer.toBinaryRow(GenericRowData.of(fields)), retract, this);
        if (accumulator.rowCount() >= MOST_ROWS || accumulator.rowBytes() >= MOST_BYTES) {
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
        run();
        accumulator.update(state);
    }

    void merge(Accumulator accumulator, Iterable<Accumulator> others) {
        for (Accumulator other : others) {
            program.load(0, other);
            program.add(Instruction.SET_ASIDE, 0);
        }
        program.load(0, accumulator);
        program.add(Instruction.MERGE, 0);
        program.add(Instruction.STORE, 0);
        run();
        accumulator.update(state);
    }

    /** The value, as Flink's internal data structure. */
    Object value(Accumulator accumulator) {
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
    void emitValue(Accumulator accumulator, Collector<Object> out) {
        emit(Instruction.EMIT, accumulator, (row, retracted) -> out.collect(row));
    }

    /** Emits what has changed, and takes back what is no more. */
    void emitUpdate(Accumulator accumulator, RetractableCollector<Object> out) {
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
    private void emit(int kind, Accumulator accumulator, BiConsumer<Object, Boolean> out) {
        program.load(0, accumulator);
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
                });
        accumulator.update(state);
        for (int at = 0; at < rows[0].length; ) {
            int size = RowBytes.getInt(rows[0], at);
            boolean retracted = RowBytes.getInt(rows[0], at + 4) == 1;
            output.pointTo(RowBytes.wrap(rows[0]), at + Accumulator.ROW_HEADER, size);
            out.accept(valueGetter.getFieldOrNull(output), retracted);
            at += Accumulator.ROW_HEADER + size;
        }
    }

    private void run() {
        run(-1);
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
                });
    }

    @Override
    public void close() {
        program.close();
    }
}

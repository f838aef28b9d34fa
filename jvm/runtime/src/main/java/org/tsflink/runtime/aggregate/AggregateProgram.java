package org.tsflink.runtime.aggregate;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySection;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionJson;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.GrowingBuffer;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;
import org.tsflink.runtime.state.HostExchange;
import org.tsflink.runtime.state.NumberedViews;
import org.tsflink.runtime.state.StateEntry;
import org.tsflink.runtime.state.Views;
import org.tsflink.runtime.types.TypeJson;

import java.util.List;

/**
 * Aggregate functions in V8: instructions are gathered, {@link #run} carries them out in one
 * crossing, and what they wrote can be read until the next ones are gathered.
 */
public final class AggregateProgram implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FIRST_INSTRUCTIONS = 256;
    private static final int FIRST_BYTES = 16 * 1024;

    private final NumberedViews views;
    private final HostExchange exchange;
    private final Program program;
    private final SharedBuffer progress = new SharedBuffer(Integer.BYTES);
    private final GrowingBuffer input = new GrowingBuffer(FIRST_BYTES);
    private SharedBuffer output = new SharedBuffer(FIRST_BYTES);
    private SharedBuffer instructions =
            new SharedBuffer(FIRST_INSTRUCTIONS * Instruction.SIZE * Integer.BYTES);
    private SharedBuffer ends = new SharedBuffer(FIRST_INSTRUCTIONS * Integer.BYTES);
    private int count;
    private int rows;

    /** Called for what an instruction wrote, in order; the memory is good until the next run. */
    public interface Reader {
        void read(int instruction, MemorySegment[] segments, int offset, int size);
    }

    /**
     * @param inputType of the rows that are accumulated and retracted
     */
    public AggregateProgram(
            List<AggregateCall> calls,
            RowType inputType,
            FunctionContext context,
            FunctionOptions options) {
        List<StateEntry> entries =
                calls.stream().flatMap(call -> call.function().views().stream()).toList();
        views = new NumberedViews(entries);
        exchange = HostExchange.of(!entries.isEmpty(), views);
        program =
                new Program(
                        specOf(calls, inputType),
                        calls.stream().map(AggregateCall::function).toList(),
                        new byte[0],
                        exchange,
                        context,
                        options);
    }

    private static String specOf(List<AggregateCall> calls, RowType inputType) {
        ObjectNode spec = MAPPER.createObjectNode();
        spec.put("program", "aggregate");
        spec.set("input", TypeJson.fieldsOf(inputType));
        ArrayNode described = spec.putArray("calls");
        for (AggregateCall call : calls) {
            ObjectNode json = described.addObject();
            json.set("function", FunctionJson.of(call.function()));
            ArrayNode arguments = json.putArray("arguments");
            call.arguments().forEach(arguments::add);
        }
        return spec.toString();
    }

    /** Instructions gathered. */
    public int count() {
        return count;
    }

    /** Bytes of input gathered. */
    public int inputBytes() {
        return input.size();
    }

    /** Adds an instruction that needs no input; returns its number. */
    public int add(int kind, int call) {
        return add(kind, call, 0);
    }

    /** Adds an instruction on a row in an array; returns its number. */
    public int add(int kind, int call, byte[] row) {
        return add(kind, call, input.put(row, row.length));
    }

    /** Adds an instruction on a binary row; returns its number. */
    int add(int kind, int call, BinarySection row) {
        return add(kind, call, input.put(row));
    }

    /** Copies a row to the input; returns where it is. */
    int put(BinaryRowData row, RowKind kind) {
        int at = input.put(row);
        input.memory().segment.put(at, kind.toByteValue());
        return at;
    }

    /** The memory in which rows lie; until one is added. */
    MemorySegment[] inputSegments() {
        return input.memory().segments;
    }

    /**
     * Adds instructions that make an accumulator the current one, with the rows that it waits for.
     */
    public void load(int call, Accumulator accumulator) {
        if (accumulator.state() == null) {
            add(Instruction.CREATE, call);
        } else {
            add(Instruction.LOAD, call, accumulator.state());
        }
        byte[] rows = accumulator.rows();
        int end = accumulator.rowBytes();
        int base = input.put(rows, end);
        for (int at = 0; at < end; ) {
            int kind =
                    RowBytes.getInt(rows, at + 4) == 0
                            ? Instruction.ACCUMULATE
                            : Instruction.RETRACT;
            add(kind, call, base + at + Accumulator.ROW_HEADER);
            at += Accumulator.ROW_HEADER + (RowBytes.getInt(rows, at) + 7 & -8);
        }
    }

    /** Adds an instruction on what lies somewhere in the input; returns its number. */
    int add(int kind, int call, int at) {
        if (kind == Instruction.ACCUMULATE || kind == Instruction.RETRACT) {
            rows++;
        }
        if ((count + 1) * Integer.BYTES > ends.capacity()) {
            instructions = instructions.grown(0);
            ends = ends.grown(0);
        }
        instructions.putInt(count * Instruction.SIZE, kind + (call << 4));
        instructions.putInt(count * Instruction.SIZE + 1, at);
        return count++;
    }

    /**
     * Carries the instructions out, hands out what they wrote, and forgets them.
     *
     * @param of where the views of accumulators are that functions ask for meanwhile
     * @param owners how many accumulators of each call have views of their own; 0 if some may share
     *     them
     */
    void run(Reader reader, Views of, int owners) {
        views.pointTo(of, owners);
        int done = 0;
        input.seal();
        instructions.filled(count * Instruction.SIZE * Integer.BYTES);
        try {
            while (done < count) {
                program.bind(
                        input.memory(), output, instructions, ends, exchange.memory(), progress);
                int next = program.run(done, count, rows);
                rows = 0;
                for (int begin = 0; done < next; done++) {
                    int end = ends.getInt(done);
                    if (end > begin) {
                        reader.read(done, output.segments, begin, end - begin);
                    }
                    begin = end;
                }
                if (done < count) {
                    // What was written stays where it is; there is a larger place for the rest.
                    output = output.grown(0);
                }
            }
        } finally {
            count = 0;
            input.clear();
            rows = 0;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

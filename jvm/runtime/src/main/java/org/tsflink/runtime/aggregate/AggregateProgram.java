package org.tsflink.runtime.aggregate;

import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.binary.BinarySection;
import org.apache.flink.table.data.binary.BinarySegmentUtils;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.FunctionJson;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.program.Program;
import org.tsflink.runtime.program.SharedBuffer;
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

    private final ViewHost host;
    private final Program program;
    private final SharedBuffer progress = new SharedBuffer(Integer.BYTES);
    private SharedBuffer input = new SharedBuffer(FIRST_BYTES);
    private SharedBuffer output = new SharedBuffer(FIRST_BYTES);
    private SharedBuffer instructions =
            new SharedBuffer(FIRST_INSTRUCTIONS * Instruction.SIZE * Integer.BYTES);
    private SharedBuffer ends = new SharedBuffer(FIRST_INSTRUCTIONS * Integer.BYTES);
    private boolean bound;
    private int count;
    private int position;
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
        host = new ViewHost(calls);
        program =
                new Program(
                        specOf(calls, inputType),
                        calls.stream().map(AggregateCall::function).toList(),
                        new byte[0],
                        host.exchange(),
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
        return position;
    }

    /** Adds an instruction that needs no input; returns its number. */
    public int add(int kind, int call) {
        return add(kind, call, 0);
    }

    /** Adds an instruction on a row in an array; returns its number. */
    public int add(int kind, int call, byte[] row) {
        return add(kind, call, put(row, row.length));
    }

    /** Adds an instruction on a binary row; returns its number. */
    int add(int kind, int call, BinarySection row) {
        return add(kind, call, put(row));
    }

    /** Copies a row to the input; returns where it is. */
    int put(BinaryRowData row, RowKind kind) {
        int at = put(row);
        input.segment.put(at, kind.toByteValue());
        return at;
    }

    private int put(BinarySection row) {
        int size = row.getSizeInBytes();
        int at = reserve(size);
        MemorySegment[] segments = row.getSegments();
        if (segments.length == 1) {
            segments[0].copyTo(row.getOffset(), input.segment, at, size);
        } else {
            input.segment.put(at, BinarySegmentUtils.copyToBytes(segments, row.getOffset(), size));
        }
        return at;
    }

    /** The memory in which rows lie; until one is added. */
    MemorySegment[] inputSegments() {
        return input.segments;
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
        int base = put(rows, end);
        for (int at = 0; at < end; ) {
            int kind =
                    RowBytes.getInt(rows, at + 4) == 0
                            ? Instruction.ACCUMULATE
                            : Instruction.RETRACT;
            add(kind, call, base + at + Accumulator.ROW_HEADER);
            at += Accumulator.ROW_HEADER + (RowBytes.getInt(rows, at) + 7 & -8);
        }
    }

    private int put(byte[] bytes, int size) {
        int at = reserve(size);
        input.segment.put(at, bytes, 0, size);
        return at;
    }

    private int reserve(int size) {
        int at = position;
        int end = Math.addExact(at, size + 7 & -8);
        if (end > input.capacity()) {
            input = grown(input, end);
        }
        position = end;
        return at;
    }

    /** Adds an instruction on what lies somewhere in the input; returns its number. */
    int add(int kind, int call, int at) {
        if (kind == Instruction.ACCUMULATE || kind == Instruction.RETRACT) {
            rows++;
        }
        if ((count + 1) * Integer.BYTES > ends.capacity()) {
            instructions = grown(instructions, 0);
            ends = grown(ends, 0);
        }
        instructions.putInt(count * Instruction.SIZE, kind + (call << 4));
        instructions.putInt(count * Instruction.SIZE + 1, at);
        return count++;
    }

    private SharedBuffer grown(SharedBuffer buffer, int least) {
        SharedBuffer larger = new SharedBuffer(Math.max(least, doubled(buffer)));
        buffer.segment.copyTo(0, larger.segment, 0, buffer.capacity());
        bound = false;
        return larger;
    }

    private static int doubled(SharedBuffer buffer) {
        if (buffer.capacity() > Integer.MAX_VALUE / 2) {
            throw new FlinkRuntimeException("The accumulators of a batch exceed 1 GB");
        }
        return buffer.capacity() * 2;
    }

    /**
     * Carries the instructions out, hands out what they wrote, and forgets them.
     *
     * @param views where the views of accumulators are that functions ask for meanwhile
     */
    void run(Reader reader, Views views) {
        host.pointTo(views);
        int done = 0;
        input.filled(position);
        instructions.filled(count * Instruction.SIZE * Integer.BYTES);
        try {
            while (done < count) {
                if (!bound) {
                    program.bind(input, output, instructions, ends, host.memory(), progress);
                    bound = true;
                }
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
                    output = new SharedBuffer(doubled(output));
                    bound = false;
                }
            }
        } finally {
            count = 0;
            position = 0;
            rows = 0;
        }
    }

    @Override
    public void close() {
        program.close();
    }
}

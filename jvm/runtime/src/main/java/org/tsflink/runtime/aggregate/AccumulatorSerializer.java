package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

import java.io.IOException;
import java.io.Serial;

/**
 * Writes accumulators. On the thread of the task V8 sees the rows first, so that what is kept does
 * not grow with them; elsewhere, as when the heap's state is written to a checkpoint, they are
 * written as they are.
 */
public final class AccumulatorSerializer extends TypeSerializer<Accumulator> {
    @Serial private static final long serialVersionUID = 1L;

    private final String types;

    /**
     * @param types the types of the accumulator and of the rows, as text: bytes of others cannot be
     *     read
     */
    public AccumulatorSerializer(String types) {
        this.types = types;
    }

    String types() {
        return types;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<Accumulator> duplicate() {
        return this;
    }

    @Override
    public Accumulator createInstance() {
        return new Accumulator();
    }

    @Override
    public Accumulator copy(Accumulator from) {
        return from.copy();
    }

    @Override
    public Accumulator copy(Accumulator from, Accumulator reuse) {
        return from.copy();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Accumulator accumulator, DataOutputView target) throws IOException {
        accumulator.settle();
        byte[] state = accumulator.state();
        target.writeInt(state == null ? -1 : state.length);
        if (state != null) {
            target.write(state);
        }
        target.writeInt(accumulator.rowCount());
        target.writeInt(accumulator.rowBytes());
        target.write(accumulator.rows(), 0, accumulator.rowBytes());
    }

    @Override
    public Accumulator deserialize(DataInputView source) throws IOException {
        int size = source.readInt();
        byte[] state = null;
        if (size >= 0) {
            state = new byte[size];
            source.readFully(state);
        }
        int rowCount = source.readInt();
        byte[] rows = new byte[source.readInt()];
        source.readFully(rows);
        return new Accumulator(state, rows, rowCount);
    }

    @Override
    public Accumulator deserialize(Accumulator reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public TypeSerializerSnapshot<Accumulator> snapshotConfiguration() {
        return new AccumulatorSerializerSnapshot(types);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AccumulatorSerializer serializer && types.equals(serializer.types);
    }

    @Override
    public int hashCode() {
        return types.hashCode();
    }
}

package org.tsflink.runtime.aggregate;

import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

import java.io.IOException;

/** What a savepoint says of the accumulators in it. */
public final class AccumulatorSerializerSnapshot implements TypeSerializerSnapshot<Accumulator> {
    private static final int VERSION = 1;

    private String types;

    /** For Flink, which reads it. */
    public AccumulatorSerializerSnapshot() {}

    AccumulatorSerializerSnapshot(String types) {
        this.types = types;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        StringValue.writeString(types, out);
    }

    @Override
    public void readSnapshot(int version, DataInputView in, ClassLoader classLoader)
            throws IOException {
        types = StringValue.readString(in);
    }

    @Override
    public TypeSerializer<Accumulator> restoreSerializer() {
        return new AccumulatorSerializer(types);
    }

    @Override
    public TypeSerializerSchemaCompatibility<Accumulator> resolveSchemaCompatibility(
            TypeSerializerSnapshot<Accumulator> before) {
        return before instanceof AccumulatorSerializerSnapshot snapshot
                        && snapshot.types.equals(types)
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}

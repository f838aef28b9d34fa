package org.tsflink.runtime.process;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import javax.annotation.Nullable;

/** Reads and writes a view of the state for the JavaScript side. */
abstract class ViewAccess {
    static final int VIEW_CLEAR = 24;

    /** A number, or bytes; the number of nothing at all is -1. */
    record Answer(int number, @Nullable byte[] bytes) {
        static final Answer DONE = new Answer(0, null);
        static final Answer NOTHING = new Answer(-1, null);

        static Answer of(byte[] bytes) {
            return new Answer(0, bytes);
        }

        static Answer of(boolean value) {
            return new Answer(value ? 1 : 0, null);
        }
    }

    static ViewAccess of(StateEntry entry) {
        LogicalType value = entry.value().type();
        return entry.kind() == StateEntry.Kind.LIST_VIEW
                ? new ListViewAccess(value)
                : new MapViewAccess(entry.key().type(), value);
    }

    /** Sets the view of the call. */
    abstract void pointTo(Object view);

    abstract Answer answer(int operation, byte[] payload) throws Exception;

    /** A row of arrays of the types. */
    static RowType arraysOf(LogicalType... elements) {
        LogicalType[] arrays = new LogicalType[elements.length];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new ArrayType(false, elements[i]);
        }
        return RowType.of(arrays);
    }
}

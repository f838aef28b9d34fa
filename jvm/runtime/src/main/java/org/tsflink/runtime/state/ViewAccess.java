package org.tsflink.runtime.state;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.FlinkRuntimeException;

/** Reads and writes a view of the state for the JavaScript side. */
public abstract class ViewAccess {
    static final int VIEW_CLEAR = 24;

    public static ViewAccess of(StateEntry entry) {
        LogicalType value = entry.value().type();
        return entry.kind() == StateEntry.Kind.LIST_VIEW
                ? new ListViewAccess(value)
                : new MapViewAccess(entry.key().type(), value);
    }

    /** Sets the view of the call. */
    public abstract void pointTo(Object view);

    /** Carries an operation out on it. */
    public final Answer answer(int operation, byte[] payload) {
        try {
            return tryTo(operation, payload);
        } catch (Exception e) {
            throw new FlinkRuntimeException("The state could not be read or written", e);
        }
    }

    abstract Answer tryTo(int operation, byte[] payload) throws Exception;

    /** A row of arrays of the types. */
    static RowType arraysOf(LogicalType... elements) {
        LogicalType[] arrays = new LogicalType[elements.length];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new ArrayType(false, elements[i]);
        }
        return RowType.of(arrays);
    }
}

package org.tsflink.runtime.state;

import org.apache.flink.table.types.logical.ArrayType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.FlinkRuntimeException;

import javax.annotation.Nullable;

/** Reads and writes a view of the state for the JavaScript side. */
public abstract class ViewAccess {
    static final int LIST_GET = 20;
    static final int VIEW_CLEAR = 24;
    static final int MAP_GET = 30;
    static final int MAP_CONTAINS = 33;

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
            throw failure(e);
        }
    }

    abstract Answer tryTo(int operation, byte[] payload) throws Exception;

    /** All that it holds; null if that is more than so many elements or entries. */
    @Nullable
    final byte[] content(int most) {
        try {
            return tryToRead(most);
        } catch (Exception e) {
            throw failure(e);
        }
    }

    @Nullable
    abstract byte[] tryToRead(int most) throws Exception;

    /** Whether an operation asks for what {@link #content} has. */
    static boolean isRead(int operation) {
        return operation == LIST_GET || operation == MAP_GET || operation >= MAP_CONTAINS;
    }

    private static FlinkRuntimeException failure(Exception e) {
        return new FlinkRuntimeException("The state could not be read or written", e);
    }

    /** A row of arrays of the types. */
    static RowType arraysOf(LogicalType... elements) {
        LogicalType[] arrays = new LogicalType[elements.length];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = new ArrayType(false, elements[i]);
        }
        return RowType.of(arrays);
    }
}

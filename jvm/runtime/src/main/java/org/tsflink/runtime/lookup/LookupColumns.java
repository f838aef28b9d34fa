package org.tsflink.runtime.lookup;

import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.types.logical.RowType;

import java.io.Serial;
import java.io.Serializable;

/**
 * What a look-up function is called with, and what rows of the table are made of its results.
 *
 * @param keyType the columns that the table is looked up by, in Flink's order
 * @param arguments for each parameter of the function the key that it takes; -1 for NULL
 * @param resultType the function's rows
 * @param columns for each column of the table the result's field, or the complement of the key
 */
public record LookupColumns(RowType keyType, int[] arguments, RowType resultType, int[] columns)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    /** The arguments of a call. */
    Object[] argumentsOf(RowData key) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i] < 0 ? null : fieldOf(key, keyType, arguments[i]);
        }
        return values;
    }

    /** A row of the table. */
    RowData rowOf(RowData key, RowData result) {
        GenericRowData row = new GenericRowData(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int from = columns[i];
            row.setField(
                    i, from < 0 ? fieldOf(key, keyType, ~from) : fieldOf(result, resultType, from));
        }
        return row;
    }

    private static Object fieldOf(RowData row, RowType type, int index) {
        return RowData.createFieldGetter(type.getTypeAt(index), index).getFieldOrNull(row);
    }
}

package org.tsflink.runtime.calc;

import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.types.logical.RowType;

import java.io.Serial;
import java.io.Serializable;

/**
 * The literals among the arguments of an operator's calls, as one row.
 *
 * @param row the bytes of a {@link BinaryRowData} of {@code type}
 */
public record Constants(RowType type, byte[] row) implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    public static final Constants NONE =
            new Constants(RowType.of(), new byte[BinaryRowData.calculateFixPartSizeInBytes(0)]);
}

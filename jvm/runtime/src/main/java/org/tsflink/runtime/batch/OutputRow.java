package org.tsflink.runtime.batch;

import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.MapData;
import org.apache.flink.table.data.RawValueData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.apache.flink.types.RowKind;
import org.apache.flink.types.bitmap.Bitmap;
import org.apache.flink.types.variant.Variant;

/**
 * A view of an input row and a result row as one: field i is field {@code mapping[i]} of the input,
 * or {@code ~mapping[i]} of the result.
 */
public final class OutputRow implements RowData {
    private final int[] mapping;
    private final RowData input;
    private final RowData result;
    private RowKind kind = RowKind.INSERT;

    public OutputRow(int[] mapping, RowData input, RowData result) {
        this.mapping = mapping;
        this.input = input;
        this.result = result;
    }

    private RowData row(int pos) {
        return mapping[pos] >= 0 ? input : result;
    }

    private int field(int pos) {
        int field = mapping[pos];
        return field >= 0 ? field : ~field;
    }

    @Override
    public int getArity() {
        return mapping.length;
    }

    @Override
    public RowKind getRowKind() {
        return kind;
    }

    @Override
    public void setRowKind(RowKind kind) {
        this.kind = kind;
    }

    @Override
    public boolean isNullAt(int pos) {
        return row(pos).isNullAt(field(pos));
    }

    @Override
    public boolean getBoolean(int pos) {
        return row(pos).getBoolean(field(pos));
    }

    @Override
    public byte getByte(int pos) {
        return row(pos).getByte(field(pos));
    }

    @Override
    public short getShort(int pos) {
        return row(pos).getShort(field(pos));
    }

    @Override
    public int getInt(int pos) {
        return row(pos).getInt(field(pos));
    }

    @Override
    public long getLong(int pos) {
        return row(pos).getLong(field(pos));
    }

    @Override
    public float getFloat(int pos) {
        return row(pos).getFloat(field(pos));
    }

    @Override
    public double getDouble(int pos) {
        return row(pos).getDouble(field(pos));
    }

    @Override
    public StringData getString(int pos) {
        return row(pos).getString(field(pos));
    }

    @Override
    public DecimalData getDecimal(int pos, int precision, int scale) {
        return row(pos).getDecimal(field(pos), precision, scale);
    }

    @Override
    public TimestampData getTimestamp(int pos, int precision) {
        return row(pos).getTimestamp(field(pos), precision);
    }

    @Override
    public <T> RawValueData<T> getRawValue(int pos) {
        return row(pos).getRawValue(field(pos));
    }

    @Override
    public byte[] getBinary(int pos) {
        return row(pos).getBinary(field(pos));
    }

    @Override
    public ArrayData getArray(int pos) {
        return row(pos).getArray(field(pos));
    }

    @Override
    public MapData getMap(int pos) {
        return row(pos).getMap(field(pos));
    }

    @Override
    public RowData getRow(int pos, int numFields) {
        return row(pos).getRow(field(pos), numFields);
    }

    @Override
    public Variant getVariant(int pos) {
        return row(pos).getVariant(field(pos));
    }

    @Override
    public Bitmap getBitmap(int pos) {
        return row(pos).getBitmap(field(pos));
    }
}

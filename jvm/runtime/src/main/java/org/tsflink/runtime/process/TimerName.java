package org.tsflink.runtime.process;

import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.writer.BinaryRowWriter;

import javax.annotation.Nullable;

/** The row of a timer's name. */
final class TimerName {

    private TimerName() {}

    static BinaryRowData row(@Nullable StringData name) {
        BinaryRowData row = new BinaryRowData(1);
        BinaryRowWriter writer = new BinaryRowWriter(row);
        if (name == null) {
            writer.setNullAt(0);
        } else {
            writer.writeString(0, name);
        }
        writer.complete();
        return row;
    }
}

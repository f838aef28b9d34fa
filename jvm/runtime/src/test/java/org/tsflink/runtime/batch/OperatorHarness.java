package org.tsflink.runtime.batch;

import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamElement;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.runtime.generated.GeneratedProjection;
import org.apache.flink.table.runtime.generated.Projection;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.types.RowKind;
import org.tsflink.runtime.function.FunctionException;

import java.util.ArrayList;
import java.util.List;

/** An operator that gathers batches, in Flink's harness. */
public class OperatorHarness implements AutoCloseable {
    public final OneInputStreamOperatorTestHarness<RowData, RowData> harness;
    private final RowType outputType;
    private final RowDataSerializer inputSerializer;

    public OperatorHarness(
            OneInputStreamOperator<RowData, RowData> operator,
            RowType inputType,
            RowType outputType)
            throws Exception {
        this.outputType = outputType;
        inputSerializer = new RowDataSerializer(inputType);
        harness = new OneInputStreamOperatorTestHarness<>(operator);
        harness.setup(InternalTypeInfo.of(outputType).toSerializer());
        harness.open();
    }

    /** The fields of two rows as one. */
    public static RowType joined(RowType left, RowType right) {
        List<LogicalType> types = new ArrayList<>(left.getChildren());
        types.addAll(right.getChildren());
        return RowType.of(types.toArray(new LogicalType[0]));
    }

    /** Stands for the planner's generated projection: all fields, as they are. */
    public static GeneratedProjection toBinary(RowType type) {
        return new ToBinary(type);
    }

    public void process(Object... fields) throws Exception {
        process(RowKind.INSERT, fields);
    }

    public void process(RowKind kind, Object... fields) throws Exception {
        GenericRowData row = GenericRowData.ofKind(kind, fields);
        harness.processElement(new StreamRecord<>(inputSerializer.toBinaryRow(row)));
    }

    /** Rows and watermarks that came out so far, as text: {@code +I[1, 2]}, {@code W7}. */
    public List<String> output() {
        List<String> lines = new ArrayList<>();
        RowData.FieldGetter[] getters = new RowData.FieldGetter[outputType.getFieldCount()];
        for (int i = 0; i < getters.length; i++) {
            getters[i] = RowData.createFieldGetter(outputType.getTypeAt(i), i);
        }
        for (Object element : harness.getOutput()) {
            if (element instanceof Watermark watermark) {
                lines.add("W" + watermark.getTimestamp());
            } else if (element instanceof StreamRecord<?> record) {
                RowData row = (RowData) record.getValue();
                List<String> fields = new ArrayList<>();
                for (RowData.FieldGetter getter : getters) {
                    fields.add(String.valueOf(getter.getFieldOrNull(row)));
                }
                lines.add(row.getRowKind().shortString() + fields);
            } else {
                lines.add(((StreamElement) element).toString());
            }
        }
        return lines;
    }

    /** The last field of each row that came out. */
    public List<Object> results() {
        int last = outputType.getFieldCount() - 1;
        RowData.FieldGetter getter = RowData.createFieldGetter(outputType.getTypeAt(last), last);
        List<Object> results = new ArrayList<>();
        for (Object element : harness.getOutput()) {
            if (element instanceof StreamRecord<?> record) {
                results.add(getter.getFieldOrNull((RowData) record.getValue()));
            }
        }
        return results;
    }

    public static StringData text(String text) {
        return StringData.fromString(text);
    }

    @Override
    public void close() throws Exception {
        try {
            harness.close();
        } catch (FunctionException e) {
            // The harness finishes the operator first, even one that failed; a task does not.
            harness.getOperator().close();
        }
    }

    private static final class ToBinary extends GeneratedProjection {
        private final RowType type;

        ToBinary(RowType type) {
            super("ToBinary", "", new Object[0]);
            this.type = type;
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Projection newInstance(ClassLoader classLoader) {
            RowDataSerializer serializer = new RowDataSerializer(type);
            return (Projection<RowData, BinaryRowData>) serializer::toBinaryRow;
        }
    }
}

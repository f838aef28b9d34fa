package org.tsflink.runtime.calc;

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
import org.tsflink.runtime.function.FunctionOptions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A BatchCalcOperator in Flink's harness: all input fields forwarded, then the results. */
final class CalcHarness implements AutoCloseable {
    final OneInputStreamOperatorTestHarness<RowData, RowData> harness;
    private final RowType outputType;
    private final RowDataSerializer inputSerializer;

    CalcHarness(RowType inputType, FunctionOptions options, CallTree... calls) throws Exception {
        this(inputType, Constants.NONE, options, calls);
    }

    CalcHarness(RowType inputType, Constants constants, FunctionOptions options, CallTree... calls)
            throws Exception {
        RowType resultType =
                RowType.of(
                        Arrays.stream(calls)
                                .map(call -> call.function().returnType())
                                .toArray(LogicalType[]::new));
        List<LogicalType> output = new ArrayList<>(inputType.getChildren());
        output.addAll(resultType.getChildren());
        outputType = RowType.of(output.toArray(new LogicalType[0]));
        int[] mapping = new int[output.size()];
        for (int i = 0; i < mapping.length; i++) {
            int arity = inputType.getFieldCount();
            mapping[i] = i < arity ? i : ~(i - arity);
        }
        inputSerializer = new RowDataSerializer(inputType);
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new BatchCalcOperator(
                                calls,
                                inputType,
                                constants,
                                resultType,
                                mapping,
                                true,
                                new ToBinary(inputType),
                                options));
        harness.setup(InternalTypeInfo.of(outputType).toSerializer());
        harness.open();
    }

    void process(Object... fields) throws Exception {
        process(RowKind.INSERT, fields);
    }

    void process(RowKind kind, Object... fields) throws Exception {
        GenericRowData row = GenericRowData.ofKind(kind, fields);
        harness.processElement(new StreamRecord<>(inputSerializer.toBinaryRow(row)));
    }

    /** Rows and watermarks that came out so far, as text: {@code +I[1, 2]}, {@code W7}. */
    List<String> output() {
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
    List<Object> results() {
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

    static StringData text(String text) {
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

    /** Stands for the planner's generated projection: all fields, as they are. */
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

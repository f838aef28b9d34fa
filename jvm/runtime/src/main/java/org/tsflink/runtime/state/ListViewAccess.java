package org.tsflink.runtime.state;

import org.apache.flink.table.api.dataview.ListView;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A list of Flink's internal data structures. */
final class ListViewAccess extends ViewAccess {
    private static final int LIST_SET = 21;
    private static final int LIST_ADD = 22;
    private static final int LIST_REMOVE = 23;

    private final RowDataSerializer all;
    private final ArrayData.ElementGetter elements;
    private final RowData.FieldGetter one;
    private ListView<Object> view;

    ListViewAccess(LogicalType element) {
        all = new RowDataSerializer(arraysOf(element));
        elements = ArrayData.createElementGetter(element);
        one = RowData.createFieldGetter(element, 0);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void pointTo(Object of) {
        view = (ListView<Object>) of;
    }

    @Override
    Answer tryTo(int operation, byte[] payload) throws Exception {
        switch (operation) {
            case LIST_GET -> {
                return Answer.of(tryToRead(Integer.MAX_VALUE));
            }
            case LIST_SET -> view.setList(values(payload));
            case LIST_ADD -> view.addAll(values(payload));
            case LIST_REMOVE -> {
                return Answer.of(view.remove(one.getFieldOrNull(PayloadRows.row(payload, 1))));
            }
            case VIEW_CLEAR -> view.clear();
            default -> throw new IllegalArgumentException("No operation of lists: " + operation);
        }
        return Answer.DONE;
    }

    @Override
    @Nullable
    byte[] tryToRead(int most) throws Exception {
        List<Object> values = new ArrayList<>();
        Iterable<Object> found = view.get();
        if (found != null) {
            for (Object value : found) {
                if (values.size() == most) {
                    return null;
                }
                values.add(value);
            }
        }
        GenericArrayData array = new GenericArrayData(values.toArray());
        return PayloadRows.payload(all, GenericRowData.of(array));
    }

    private List<Object> values(byte[] payload) {
        ArrayData array = PayloadRows.row(payload, 1).getArray(0);
        List<Object> values = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            values.add(elements.getElementOrNull(array, i));
        }
        return values;
    }
}

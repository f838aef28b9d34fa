package org.tsflink.runtime.state;

import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.data.ArrayData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.runtime.typeutils.RowDataSerializer;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A map of Flink's internal data structures. */
final class MapViewAccess extends ViewAccess {
    private static final int MAP_PUT = 31;
    private static final int MAP_REMOVE = 32;
    private static final int MAP_ENTRIES = 34;
    private static final int MAP_KEYS = 35;
    private static final int MAP_VALUES = 36;
    private static final int MAP_IS_EMPTY = 37;

    private final boolean wrapsValues;
    private final RowData.FieldGetter wrapped;
    private final RowDataSerializer oneValue;
    private final RowDataSerializer allKeys;
    private final RowDataSerializer allValues;
    private final RowDataSerializer allEntries;
    private final RowData.FieldGetter key;
    private final ArrayData.ElementGetter keys;
    private final ArrayData.ElementGetter values;
    private MapView<Object, Object> view;

    MapViewAccess(LogicalType keyType, LogicalType valueType) {
        wrapsValues = valueType.isNullable();
        wrapped = RowData.createFieldGetter(valueType, 0);
        oneValue = new RowDataSerializer(RowType.of(valueType));
        allKeys = new RowDataSerializer(arraysOf(keyType));
        allValues = new RowDataSerializer(arraysOf(valueType));
        allEntries = new RowDataSerializer(arraysOf(keyType, valueType));
        key = RowData.createFieldGetter(keyType, 0);
        keys = ArrayData.createElementGetter(keyType);
        values = ArrayData.createElementGetter(valueType);
    }

    /**
     * The type of what the state has as values: not of NULLs, which it cannot write when it keeps
     * them for a time only (as that of process table functions always is).
     */
    static LogicalType keptType(LogicalType valueType) {
        return valueType.isNullable() ? RowType.of(false, valueType) : valueType;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void pointTo(Object of) {
        view = (MapView<Object, Object>) of;
    }

    @Override
    Answer tryTo(int operation, byte[] payload) throws Exception {
        switch (operation) {
            case MAP_GET -> {
                Object kept = view.get(key(payload));
                return kept == null
                        ? Answer.NOTHING
                        : Answer.of(
                                PayloadRows.payload(oneValue, GenericRowData.of(valueOf(kept))));
            }
            case MAP_PUT -> put(payload);
            case MAP_REMOVE -> view.remove(key(payload));
            case MAP_CONTAINS -> {
                return Answer.of(view.contains(key(payload)));
            }
            case MAP_ENTRIES -> {
                return Answer.of(tryToRead(Integer.MAX_VALUE));
            }
            case MAP_KEYS -> {
                return many(allKeys, view.keys(), UnaryOperator.identity());
            }
            case MAP_VALUES -> {
                return many(allValues, view.values(), this::valueOf);
            }
            case MAP_IS_EMPTY -> {
                return Answer.of(view.isEmpty());
            }
            case VIEW_CLEAR -> view.clear();
            default -> throw new IllegalArgumentException("No operation of maps: " + operation);
        }
        return Answer.DONE;
    }

    @Override
    @Nullable
    byte[] tryToRead(int most) throws Exception {
        List<Object> foundKeys = new ArrayList<>();
        List<Object> foundValues = new ArrayList<>();
        Iterable<Map.Entry<Object, Object>> entries = view.entries();
        if (entries != null) {
            for (Map.Entry<Object, Object> entry : entries) {
                if (foundKeys.size() == most) {
                    return null;
                }
                foundKeys.add(entry.getKey());
                foundValues.add(valueOf(entry.getValue()));
            }
        }
        return PayloadRows.payload(
                allEntries, GenericRowData.of(array(foundKeys), array(foundValues)));
    }

    private Object key(byte[] payload) {
        return key.getFieldOrNull(PayloadRows.row(payload, 1));
    }

    private void put(byte[] payload) throws Exception {
        BinaryRowData row = PayloadRows.row(payload, 2);
        ArrayData newKeys = row.getArray(0);
        ArrayData newValues = row.getArray(1);
        for (int i = 0; i < newKeys.size(); i++) {
            Object value = values.getElementOrNull(newValues, i);
            view.put(
                    keys.getElementOrNull(newKeys, i),
                    wrapsValues ? GenericRowData.of(value) : value);
        }
    }

    private Object valueOf(Object kept) {
        return wrapsValues ? wrapped.getFieldOrNull((RowData) kept) : kept;
    }

    private static Answer many(
            RowDataSerializer serializer, Iterable<Object> found, UnaryOperator<Object> value) {
        List<Object> all = new ArrayList<>();
        if (found != null) {
            found.forEach(each -> all.add(value.apply(each)));
        }
        return Answer.of(PayloadRows.payload(serializer, GenericRowData.of(array(all))));
    }

    private static GenericArrayData array(List<Object> elements) {
        return new GenericArrayData(elements.toArray());
    }
}

package org.tsflink.runtime.state;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.api.dataview.DataView;
import org.apache.flink.table.api.dataview.ListView;
import org.apache.flink.table.api.dataview.MapView;
import org.apache.flink.table.runtime.dataview.StateDataViewStore;
import org.apache.flink.table.runtime.typeutils.InternalSerializers;
import org.apache.flink.table.types.DataType;
import org.apache.flink.util.FlinkRuntimeException;
import org.tsflink.runtime.function.DeclaredType;
import org.tsflink.runtime.types.InternalTypes;

import javax.annotation.Nullable;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;

/**
 * An entry of the state of a process table function, or a view of accumulators.
 *
 * @param key of a map view; else null
 * @param value a row, or the elements of a list view, or the values of a map view
 * @param timeToLive null for that of the job
 */
public record StateEntry(
        String name,
        Kind kind,
        @Nullable DeclaredType key,
        DeclaredType value,
        @Nullable Duration timeToLive)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** How the entry is kept. */
    public enum Kind {
        VALUE,
        LIST_VIEW,
        MAP_VIEW
    }

    public boolean isView() {
        return kind != Kind.VALUE;
    }

    /** The type of a view, of Flink's internal data. */
    public DataType viewType() {
        return key == null
                ? ListView.newListViewDataType(InternalTypes.of(value.type()))
                : MapView.newMapViewDataType(
                        InternalTypes.of(key.type()),
                        InternalTypes.of(MapViewAccess.keptType(value.type())));
    }

    /** A view that holds its content itself. */
    public DataView createView() {
        return key == null ? new ListView<>() : new MapView<>();
    }

    /** A view whose content is in Flink's state, under a name. */
    public DataView open(StateDataViewStore store, String stateName) {
        try {
            return key == null
                    ? store.getStateListView(stateName, InternalSerializers.create(value.type()))
                    : store.getStateMapView(
                            stateName,
                            false,
                            InternalSerializers.create(key.type()),
                            InternalSerializers.create(MapViewAccess.keptType(value.type())));
        } catch (Exception e) {
            throw new FlinkRuntimeException("The view " + name + " could not be opened", e);
        }
    }

    /** What the JavaScript side is told of a view (packages/runtime/src/state/view-spec.ts). */
    public ObjectNode viewJson() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("name", name).set("value", value.node());
        if (key != null) {
            json.set("key", key.node());
        }
        return json;
    }
}

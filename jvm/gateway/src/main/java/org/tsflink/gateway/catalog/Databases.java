package org.tsflink.gateway.catalog;

import org.apache.flink.table.catalog.CatalogDatabase;
import org.apache.flink.table.catalog.CatalogDatabaseImpl;
import org.tsflink.proto.v1.CatalogObject;
import org.tsflink.proto.v1.Properties;

import javax.annotation.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Databases of catalogs, and other objects that have only properties. */
final class Databases {

    private Databases() {}

    static CatalogDatabase fromProto(CatalogObject object) {
        Properties properties = object.getProperties();
        return new CatalogDatabaseImpl(
                new HashMap<>(properties.getValuesMap()),
                properties.hasComment() ? properties.getComment() : null);
    }

    static CatalogObject toProto(CatalogDatabase database) {
        return toProto(database.getProperties(), database.getComment());
    }

    static CatalogObject toProto(Map<String, String> values, @Nullable String comment) {
        Properties.Builder properties = Properties.newBuilder().putAllValues(values);
        if (comment != null) {
            properties.setComment(comment);
        }
        return CatalogObject.newBuilder().setProperties(properties).build();
    }
}

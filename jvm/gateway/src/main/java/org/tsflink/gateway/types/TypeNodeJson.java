package org.tsflink.gateway.types;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.tsflink.proto.v1.DataType;
import org.tsflink.proto.v1.Field;
import org.tsflink.proto.v1.TimestampKind;
import org.tsflink.proto.v1.TypeRoot;

/**
 * Types of the protocol as TypeNode JSON, the form in which a function's JavaScript side reads
 * them.
 */
public final class TypeNodeJson {

    private static final String ROOT_PREFIX = "TYPE_ROOT_";
    private static final String KIND_PREFIX = "TIMESTAMP_KIND_";

    private TypeNodeJson() {}

    /** The TypeNode of a type, with the JavaScript form of its values. */
    public static String of(DataType type) {
        return node(type).toString();
    }

    private static ObjectNode node(DataType type) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("root", type.getRoot().name().substring(ROOT_PREFIX.length()));
        node.put("nullable", type.getNullable());
        switch (type.getRoot()) {
            case TYPE_ROOT_CHAR, TYPE_ROOT_VARCHAR, TYPE_ROOT_BINARY, TYPE_ROOT_VARBINARY ->
                    node.put("length", type.getLength());
            case TYPE_ROOT_DECIMAL, TYPE_ROOT_INTERVAL_DAY_TIME ->
                    node.put("precision", type.getPrecision()).put("scale", type.getScale());
            case TYPE_ROOT_TIME_WITHOUT_TIME_ZONE,
                    TYPE_ROOT_TIMESTAMP_WITHOUT_TIME_ZONE,
                    TYPE_ROOT_TIMESTAMP_WITH_LOCAL_TIME_ZONE,
                    TYPE_ROOT_INTERVAL_YEAR_MONTH ->
                    node.put("precision", type.getPrecision());
            default -> {}
        }
        if (type.getChildrenCount() > 0) {
            ArrayNode children = node.putArray("children");
            type.getChildrenList().forEach(child -> children.add(node(child)));
        }
        if (type.getRoot() == TypeRoot.TYPE_ROOT_ROW) {
            ArrayNode fields = node.putArray("fields");
            for (Field field : type.getFieldsList()) {
                fields.addObject().put("name", field.getName()).set("type", node(field.getType()));
            }
        }
        if (!type.getBridgedTo().isEmpty()) {
            node.put("bridgedTo", type.getBridgedTo());
        }
        if (type.getTimestampKind() != TimestampKind.TIMESTAMP_KIND_UNSPECIFIED) {
            node.put(
                    "timestampKind",
                    type.getTimestampKind().name().substring(KIND_PREFIX.length()));
        }
        return node;
    }
}

package org.tsflink.runtime.types;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

import java.util.List;

/** Flink's types as TypeNode, the JSON form in which the JavaScript side knows them. */
public final class TypeJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TypeJson() {}

    /** The TypeNode of a type; types that only the JVM knows are OPAQUE. */
    public static ObjectNode of(LogicalType type) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("nullable", type.isNullable());
        switch (type.getTypeRoot()) {
            case BOOLEAN, TINYINT, SMALLINT, INTEGER, BIGINT, FLOAT, DOUBLE, DATE, NULL -> {}
            case INTERVAL_YEAR_MONTH, INTERVAL_DAY_TIME, VARIANT, BITMAP -> {}
            case CHAR, VARCHAR, BINARY, VARBINARY ->
                    node.put("length", LogicalTypeChecks.getLength(type));
            case DECIMAL -> {
                node.put("precision", ((DecimalType) type).getPrecision());
                node.put("scale", ((DecimalType) type).getScale());
            }
            case TIME_WITHOUT_TIME_ZONE,
                    TIMESTAMP_WITHOUT_TIME_ZONE,
                    TIMESTAMP_WITH_LOCAL_TIME_ZONE ->
                    node.put("precision", LogicalTypeChecks.getPrecision(type));
            case ARRAY, MULTISET, MAP -> {
                ArrayNode children = node.putArray("children");
                type.getChildren().forEach(child -> children.add(of(child)));
            }
            case ROW, STRUCTURED_TYPE -> {
                ArrayNode fields = node.putArray("fields");
                List<String> names = LogicalTypeChecks.getFieldNames(type);
                for (int i = 0; i < names.size(); i++) {
                    ObjectNode field = fields.addObject();
                    field.put("name", names.get(i));
                    field.set("type", of(type.getChildren().get(i)));
                }
                return node.put("root", LogicalTypeRoot.ROW.name());
            }
            default -> {
                return node.put("root", "OPAQUE");
            }
        }
        return node.put("root", type.getTypeRoot().name());
    }

    /** The TypeNodes of a row's fields. */
    public static ArrayNode fieldsOf(RowType row) {
        ArrayNode fields = MAPPER.createArrayNode();
        row.getChildren().forEach(type -> fields.add(of(type)));
        return fields;
    }

    /** Whether values of a type hold text. */
    public static boolean holdsText(LogicalType type) {
        return isText(type) || type.getChildren().stream().anyMatch(TypeJson::holdsText);
    }

    /** Whether values of a type are text. */
    public static boolean isText(LogicalType type) {
        return type.is(LogicalTypeRoot.CHAR) || type.is(LogicalTypeRoot.VARCHAR);
    }
}

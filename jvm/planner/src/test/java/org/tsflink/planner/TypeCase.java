package org.tsflink.planner;

import org.apache.flink.table.types.DataType;

/**
 * A SQL type to hand to a function and back.
 *
 * @param column an expression of the type over table v
 * @param literal a literal of the type, or a constant expression where there are no literals
 */
record TypeCase(DataType type, String column, String literal) {

    String sqlType() {
        return type.getLogicalType().asSerializableString();
    }

    @Override
    public String toString() {
        return sqlType();
    }
}

package org.tsflink.runtime.types;

import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;

import java.util.List;

/** Which types have values of one form: lengths, precisions and nullability change none. */
public final class ValueForms {

    private ValueForms() {}

    public static boolean areSame(LogicalType type, LogicalType other) {
        if (type.getTypeRoot() != other.getTypeRoot()) {
            return areBoth(type, other, LogicalTypeFamily.CHARACTER_STRING)
                    || areBoth(type, other, LogicalTypeFamily.BINARY_STRING);
        }
        List<LogicalType> children = type.getChildren();
        List<LogicalType> others = other.getChildren();
        if (children.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!areSame(children.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areBoth(LogicalType type, LogicalType other, LogicalTypeFamily family) {
        return type.is(family) && other.is(family);
    }
}

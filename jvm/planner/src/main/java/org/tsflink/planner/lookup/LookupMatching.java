package org.tsflink.planner.lookup;

import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.utils.LogicalTypeCasts;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionDescriptor.Parameter;
import org.tsflink.runtime.lookup.LookupColumns;

import java.util.Arrays;
import java.util.List;

/**
 * Matches the parameters and the result of a function with the columns of the table that it looks
 * up: parameters by name, or by position where they have none.
 */
final class LookupMatching {
    private final FunctionDescriptor function;
    private final RowType table;
    private final int[] keys;

    private LookupMatching(FunctionDescriptor function, RowType table, int[] keys) {
        this.function = function;
        this.table = table;
        this.keys = keys;
    }

    /**
     * @param keys the columns that the condition of the join gives values for
     */
    static LookupColumns match(FunctionDescriptor function, RowType table, int[] keys) {
        LookupMatching matching = new LookupMatching(function, table, keys);
        if (function.isOpen()) {
            throw matching.refused("its types must be declared, for no call tells them");
        }
        RowType keyType =
                new RowType(Arrays.stream(keys).mapToObj(table.getFields()::get).toList());
        return new LookupColumns(
                keyType, matching.arguments(), function.resultRow(), matching.columns());
    }

    private int[] arguments() {
        List<Parameter> parameters = function.parameters();
        int[] arguments = new int[parameters.size()];
        for (int i = 0; i < arguments.length; i++) {
            Parameter parameter = parameters.get(i);
            arguments[i] = function.namedArguments() ? keyOf(parameter) : at(i);
            if (arguments[i] >= 0) {
                check(keys[arguments[i]], parameter.type(), "it takes");
            }
        }
        for (int key = 0; key < keys.length; key++) {
            int taken = key;
            if (Arrays.stream(arguments).noneMatch(argument -> argument == taken)) {
                throw refused(
                        "the condition of the join compares '%s', which it does not take"
                                .formatted(nameOf(keys[key])));
            }
        }
        return arguments;
    }

    private int keyOf(Parameter parameter) {
        for (int key = 0; key < keys.length; key++) {
            if (nameOf(keys[key]).equals(parameter.name())) {
                return key;
            }
        }
        if (parameter.optional()) {
            return -1;
        }
        throw refused(
                "the condition of the join must compare the column '%s', which it takes, with ="
                        .formatted(parameter.name()));
    }

    private int at(int position) {
        if (position < keys.length) {
            return position;
        }
        throw refused(
                "it takes %d values, and the condition of the join compares %d columns with ="
                        .formatted(function.parameters().size(), keys.length));
    }

    private int[] columns() {
        RowType results = function.resultRow();
        int[] columns = new int[table.getFieldCount()];
        for (int i = 0; i < columns.length; i++) {
            int column = i;
            int key = Arrays.stream(keys).boxed().toList().indexOf(column);
            int result = results.getFieldIndex(nameOf(column));
            if (result >= 0) {
                check(column, results.getTypeAt(result), "it gives");
            } else if (key < 0) {
                throw refused(
                        "it does not give the column '%s', which is none that the join compares"
                                .formatted(nameOf(column)));
            }
            columns[i] = result >= 0 ? result : ~key;
        }
        return columns;
    }

    private void check(int column, LogicalType of, String what) {
        LogicalType type = table.getTypeAt(column);
        // A key is never NULL: Flink does not look such rows up.
        if (!LogicalTypeCasts.supportsAvoidingCast(of.copy(true), type.copy(true))
                || of.isNullable() && !type.isNullable() && what.equals("it gives")) {
            throw refused(
                    "the column '%s' is of the type %s, and %s %s"
                            .formatted(nameOf(column), type, what, of));
        }
    }

    private String nameOf(int column) {
        return table.getFieldNames().get(column);
    }

    private ValidationException refused(String why) {
        return new ValidationException(
                "The function '%s' cannot look this table up: %s.".formatted(function.name(), why));
    }
}

package org.tsflink.gateway.plan;

import org.apache.flink.table.api.Table;
import org.apache.flink.table.catalog.Column;
import org.apache.flink.table.expressions.Expression;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.utils.LogicalTypeChecks;

import java.util.ArrayList;
import java.util.List;

import static org.apache.flink.table.api.Expressions.$;
import static org.apache.flink.table.api.Expressions.ifThenElse;
import static org.apache.flink.table.api.Expressions.lit;
import static org.apache.flink.table.api.Expressions.nullOf;

/**
 * Outer joins: Flink's Table API leaves columns NOT NULL that are NULL in a row without partner,
 * and its sinks then refuse the row. SQL does not.
 */
final class OuterJoins {

    private OuterJoins() {}

    /** The join, its first columns, which come from the left side, being nullable. */
    static Table nullableLeft(Table join, Table left) {
        return nullable(join, 0, left.getResolvedSchema().getColumnCount());
    }

    /** The join, the columns behind those of the left side being nullable. */
    static Table nullableRight(Table join, Table left) {
        int columns = join.getResolvedSchema().getColumnCount();
        return nullable(join, left.getResolvedSchema().getColumnCount(), columns);
    }

    private static Table nullable(Table join, int from, int to) {
        List<Column> columns = join.getResolvedSchema().getColumns();
        List<Expression> selected = new ArrayList<>();
        boolean changed = false;
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            boolean change = i >= from && i < to && isToChange(column);
            selected.add(change ? nullable(column) : $(column.getName()));
            changed |= change;
        }
        return changed ? join.select(selected.toArray(new Expression[0])) : join;
    }

    // A time attribute would not be one any more.
    private static boolean isToChange(Column column) {
        LogicalType type = column.getDataType().getLogicalType();
        return !type.isNullable() && !LogicalTypeChecks.isTimeAttribute(type);
    }

    // The planner takes the condition away; the type stays.
    private static Expression nullable(Column column) {
        return ifThenElse(lit(true), $(column.getName()), nullOf(column.getDataType().nullable()))
                .as(column.getName());
    }
}

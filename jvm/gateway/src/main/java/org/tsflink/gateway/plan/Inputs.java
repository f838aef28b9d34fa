package org.tsflink.gateway.plan;

import org.apache.flink.table.api.Table;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;

import java.util.ArrayList;
import java.util.List;

/** The tables of a plan, as far as it is translated: relations find their inputs there. */
final class Inputs {

    private final List<Table> tables = new ArrayList<>();

    /** The table of a relation that came before. */
    Table get(int index) {
        if (!has(index)) {
            throw new GatewayException(
                    ErrorCode.PLAN_INVALID,
                    "Relation %d uses relation %d, which does not come before it."
                            .formatted(tables.size(), index));
        }
        return tables.get(index);
    }

    boolean has(int index) {
        return index >= 0 && index < tables.size();
    }

    void add(Table table) {
        tables.add(table);
    }
}

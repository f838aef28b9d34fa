package org.tsflink.runtime.function;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.CallContext;
import org.apache.flink.table.types.inference.TypeStrategy;
import org.tsflink.runtime.types.InternalTypes;

import java.util.Optional;

/** A strategy whose results are Flink's internal data. */
record InternalResult(TypeStrategy strategy) implements TypeStrategy {

    @Override
    public Optional<DataType> inferType(CallContext context) {
        return strategy.inferType(context)
                .map(type -> InternalTypes.ofResult(type.getLogicalType()));
    }
}

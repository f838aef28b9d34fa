package org.tsflink.runtime.types;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.TypeTransformation;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.apache.flink.table.types.utils.TypeConversions;

/** Types whose values are Flink's internal data: no conversion to and from Java objects. */
public final class InternalTypes {

    private InternalTypes() {}

    public static DataType of(LogicalType type) {
        return DataTypeUtils.toInternalDataType(TypeConversions.fromLogicalToDataType(type));
    }

    /** Of what a function gives. */
    public static DataType ofResult(LogicalType type) {
        DataType declared = TypeConversions.fromLogicalToDataType(type);
        return DataTypeUtils.toInternalDataType(
                DataTypeUtils.transform(declared, INTERVALS_OF_PLANNER));
    }

    // The planner has no other intervals, and refuses functions that give others when it calls
    // them.
    private static final TypeTransformation INTERVALS_OF_PLANNER =
            type -> {
                DataType interval =
                        switch (type.getLogicalType().getTypeRoot()) {
                            case INTERVAL_YEAR_MONTH -> DataTypes.INTERVAL(DataTypes.MONTH());
                            case INTERVAL_DAY_TIME -> DataTypes.INTERVAL(DataTypes.SECOND(3));
                            default -> null;
                        };
                if (interval == null) {
                    return type;
                }
                return type.getLogicalType().isNullable() ? interval : interval.notNull();
            };
}

package org.tsflink.runtime.types;

import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.utils.DataTypeUtils;
import org.apache.flink.table.types.utils.TypeConversions;

/** Types whose values are Flink's internal data: no conversion to and from Java objects. */
public final class InternalTypes {

    private InternalTypes() {}

    public static DataType of(LogicalType type) {
        return DataTypeUtils.toInternalDataType(TypeConversions.fromLogicalToDataType(type));
    }
}

package org.tsflink.gateway.plan;

import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.proto.v1.Column;

import java.util.List;

/** Checks that a SQL query yields the columns that its program declared. */
final class ExpectedColumns {

    private ExpectedColumns() {}

    static void check(List<Column> expected, ResolvedSchema actual) {
        List<String> names = expected.stream().map(Column::getName).toList();
        if (!names.equals(actual.getColumnNames())) {
            throw new GatewayException(
                    ErrorCode.SCHEMA_MISMATCH,
                    "The query yields the columns (%s), declared are (%s)."
                            .formatted(
                                    String.join(", ", actual.getColumnNames()),
                                    String.join(", ", names)),
                    "Declare the columns in the order of the query, or name them with AS.");
        }
        for (int i = 0; i < expected.size(); i++) {
            LogicalType declared = LogicalTypes.toLogicalType(expected.get(i).getType());
            LogicalType given = actual.getColumnDataTypes().get(i).getLogicalType();
            // A column without NULLs fits one that may have some, not the other way round.
            boolean nullsFit = declared.isNullable() || !given.isNullable();
            if (!nullsFit || !sameApartFromNulls(declared, given)) {
                throw new GatewayException(
                        ErrorCode.SCHEMA_MISMATCH,
                        "The column '%s' of the query is %s, declared is %s."
                                .formatted(
                                        names.get(i),
                                        given.asSummaryString(),
                                        declared.asSummaryString()),
                        "Declare it as %s, or CAST it in the query."
                                .formatted(given.asSummaryString()));
            }
        }
    }

    private static boolean sameApartFromNulls(LogicalType declared, LogicalType given) {
        // Time attributes are equal to plain timestamps of their precision.
        return declared.copy(true).equals(given.copy(true))
                || declared.copy(true)
                        .asSummaryString()
                        .equals(given.copy(true).asSerializableString());
    }
}

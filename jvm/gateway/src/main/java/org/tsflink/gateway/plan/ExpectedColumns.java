package org.tsflink.gateway.plan;

import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarBinaryType;
import org.apache.flink.table.types.logical.VarCharType;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.proto.v1.Column;

import java.util.ArrayList;
import java.util.List;

/** Checks that a SQL query yields the columns that its program declared. */
final class ExpectedColumns {

    private static final int MOST = 8;

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
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            LogicalType declared = LogicalTypes.toLogicalType(expected.get(i).getType());
            LogicalType given = actual.getColumnDataTypes().get(i).getLogicalType();
            if (!fits(declared, given)) {
                wrong.add(
                        "The column '%s' of the query is %s, declared is %s."
                                .formatted(
                                        names.get(i),
                                        given.asSummaryString(),
                                        declared.asSummaryString()));
            }
        }
        if (!wrong.isEmpty()) {
            String more =
                    wrong.size() > MOST ? "\n… and %d more.".formatted(wrong.size() - MOST) : "";
            throw new GatewayException(
                    ErrorCode.SCHEMA_MISMATCH,
                    String.join("\n", wrong.subList(0, Math.min(MOST, wrong.size()))) + more,
                    "Declare %s as the query gives %s, or CAST in the query."
                            .formatted(
                                    wrong.size() == 1 ? "it" : "them",
                                    wrong.size() == 1 ? "it" : "them"));
        }
    }

    /** Whether values of a type are values of the one that was declared. */
    private static boolean fits(LogicalType declared, LogicalType given) {
        // What has no NULLs fits what may have some, not the other way round.
        if (given.isNullable() && !declared.isNullable()) {
            return false;
        }
        // Text of any length holds every text.
        if (declared instanceof VarCharType text && text.getLength() == VarCharType.MAX_LENGTH) {
            return given.is(LogicalTypeFamily.CHARACTER_STRING);
        }
        if (declared instanceof VarBinaryType bytes
                && bytes.getLength() == VarBinaryType.MAX_LENGTH) {
            return given.is(LogicalTypeFamily.BINARY_STRING);
        }
        List<LogicalType> children = declared.getChildren();
        if (children.isEmpty() || declared.getTypeRoot() != given.getTypeRoot()) {
            return sameApartFromNulls(declared, given);
        }
        if (declared instanceof RowType row
                && !row.getFieldNames().equals(((RowType) given).getFieldNames())) {
            return false;
        }
        for (int i = 0; i < children.size(); i++) {
            if (!fits(children.get(i), given.getChildren().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameApartFromNulls(LogicalType declared, LogicalType given) {
        // Time attributes are equal to plain timestamps of their precision.
        return declared.copy(true).equals(given.copy(true))
                || declared.copy(true)
                        .asSummaryString()
                        .equals(given.copy(true).asSerializableString());
    }
}

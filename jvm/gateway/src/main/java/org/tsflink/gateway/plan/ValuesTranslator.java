package org.tsflink.gateway.plan;

import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableDescriptor;
import org.apache.flink.table.api.TableEnvironment;
import org.tsflink.gateway.types.LogicalTypes;
import org.tsflink.gateway.values.ValuesTableFactory;
import org.tsflink.proto.v1.Values;

import java.util.Base64;

/** TableEnvironment.fromValues, for rows of any number and any type: they travel with the job. */
final class ValuesTranslator {

    private ValuesTranslator() {}

    static Table translate(TableEnvironment environment, Values values) {
        Table table =
                environment.from(
                        TableDescriptor.forConnector(ValuesTableFactory.IDENTIFIER)
                                .schema(
                                        Schema.newBuilder()
                                                .fromRowDataType(
                                                        LogicalTypes.toDataType(values.getType()))
                                                .build())
                                .option(
                                        ValuesTableFactory.ROWS,
                                        Base64.getEncoder()
                                                .encodeToString(values.getRows().toByteArray()))
                                .build());
        // A source of no rows cannot run: the planner takes it out.
        return values.getCount() == 0 ? table.filter(Expressions.lit(false)) : table;
    }
}

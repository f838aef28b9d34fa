package org.tsflink.bench.functions;

import org.apache.flink.table.annotation.ArgumentHint;
import org.apache.flink.table.annotation.ArgumentTrait;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.StateHint;
import org.apache.flink.table.functions.ProcessTableFunction;
import org.apache.flink.types.Row;

/** The Java twin of {@code tally}. */
@DataTypeHint("ROW<n BIGINT>")
public final class Tally extends ProcessTableFunction<Row> {

    /** What is kept of a partition. */
    public static final class Seen {
        public Long count;
    }

    public void eval(
            @StateHint Seen seen, @ArgumentHint(ArgumentTrait.SET_SEMANTIC_TABLE) Row input) {
        seen.count = seen.count == null ? 1 : seen.count + 1;
        collect(Row.of(seen.count));
    }
}

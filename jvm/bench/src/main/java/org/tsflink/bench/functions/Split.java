package org.tsflink.bench.functions;

import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.annotation.FunctionHint;
import org.apache.flink.table.functions.TableFunction;
import org.apache.flink.types.Row;

/** The Java twin of {@code split}. */
@FunctionHint(output = @DataTypeHint("ROW<word STRING, size INT>"))
public final class Split extends TableFunction<Row> {

    public void eval(String text) {
        if (text != null) {
            for (String word : text.split(" ")) {
                collect(Row.of(word, word.length()));
            }
        }
    }
}

package org.tsflink.runtime.lookup;

import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.LookupFunction;
import org.tsflink.runtime.correlate.SingleCorrelate;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks rows up by a TypeScript table function. */
public final class TypeScriptLookupFunction extends LookupFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor function;
    private final LookupColumns columns;
    private final FunctionOptions options;
    private transient SingleCorrelate call;

    public TypeScriptLookupFunction(
            FunctionDescriptor function, LookupColumns columns, FunctionOptions options) {
        this.function = function;
        this.columns = columns;
        this.options = options;
    }

    @Override
    public void open(FunctionContext context) {
        call = new SingleCorrelate(function, context, options);
    }

    @Override
    public Collection<RowData> lookup(RowData key) {
        List<RowData> rows = new ArrayList<>();
        call.apply(columns.argumentsOf(key), row -> rows.add(columns.rowOf(key, row)));
        return rows;
    }

    @Override
    public void close() {
        if (call != null) {
            call.close();
            call = null;
        }
    }
}

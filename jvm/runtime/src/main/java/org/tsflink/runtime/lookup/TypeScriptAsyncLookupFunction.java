package org.tsflink.runtime.lookup;

import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.AsyncLookupFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.tsflink.runtime.async.AsyncCalls;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks rows up by an asynchronous TypeScript table function. */
public final class TypeScriptAsyncLookupFunction extends AsyncLookupFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor function;
    private final LookupColumns columns;
    private final FunctionOptions options;
    private transient AsyncCalls calls;

    public TypeScriptAsyncLookupFunction(
            FunctionDescriptor function, LookupColumns columns, FunctionOptions options) {
        this.function = function;
        this.columns = columns;
        this.options = options;
    }

    @Override
    public void open(FunctionContext context) {
        calls = new AsyncCalls(function, context, options);
    }

    @Override
    @SuppressWarnings("unchecked")
    public CompletableFuture<Collection<RowData>> asyncLookup(RowData key) {
        CompletableFuture<Object> result = new CompletableFuture<>();
        calls.call(result, columns.argumentsOf(key));
        return result.thenApply(
                rows ->
                        ((List<RowData>) rows)
                                .stream().map(row -> columns.rowOf(key, row)).toList());
    }

    @Override
    public void close() {
        if (calls != null) {
            calls.close();
            calls = null;
        }
    }
}

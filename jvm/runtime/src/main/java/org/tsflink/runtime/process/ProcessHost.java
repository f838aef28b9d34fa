package org.tsflink.runtime.process;

import org.apache.flink.table.functions.ProcessTableFunction.Context;
import org.apache.flink.table.functions.TableSemantics;
import org.tsflink.runtime.state.Answer;
import org.tsflink.runtime.state.HostExchange;
import org.tsflink.runtime.state.NumberedViews;
import org.tsflink.runtime.state.StateEntry;
import org.tsflink.runtime.state.Views;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What a process table function calls back for: views of its state, and how tables were given. */
final class ProcessHost implements HostExchange.Operations {
    private static final int TABLE_SEMANTICS = 18;

    private final NumberedViews views;
    private final List<String> tables;
    private Context context;

    ProcessHost(ProcessDescriptor descriptor) {
        views = new NumberedViews(descriptor.state().stream().filter(StateEntry::isView).toList());
        tables =
                descriptor.arguments().stream()
                        .filter(ProcessArgument::isTable)
                        .map(ProcessArgument::name)
                        .toList();
    }

    /** Begins calls, with the views of their partitions. */
    void begin(Context of, Views found, int partitions) {
        context = of;
        views.pointTo(found, partitions);
    }

    @Override
    public Answer answer(int operation, int number, byte[] payload) {
        return operation == TABLE_SEMANTICS
                ? Answer.of(semantics(context.tableSemanticsFor(tables.get(number))))
                : views.answer(operation, number, payload);
    }

    private static byte[] semantics(TableSemantics table) {
        return "{\"partitionByColumns\":%s,\"timeColumn\":%d}"
                .formatted(Arrays.toString(table.partitionByColumns()), table.timeColumn())
                .getBytes(StandardCharsets.UTF_8);
    }
}

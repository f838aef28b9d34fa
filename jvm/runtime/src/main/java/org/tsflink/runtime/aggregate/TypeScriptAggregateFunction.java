package org.tsflink.runtime.aggregate;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.AggregateFunction;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.io.Serial;

/**
 * An aggregate function written in TypeScript, for Flink's own aggregations. Flink finds by its
 * methods what a function can do: there is a class for each combination.
 */
public class TypeScriptAggregateFunction extends AggregateFunction<Object, Object>
        implements TypeScriptFunction, SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient AggregateRunner runner;

    public TypeScriptAggregateFunction(FunctionDescriptor descriptor, FunctionOptions options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    /** The function, of the class that has its methods. */
    public static TypeScriptAggregateFunction of(
            FunctionDescriptor descriptor, FunctionOptions options) {
        boolean merges = descriptor.methods().contains("merge");
        if (descriptor.methods().contains("retract")) {
            return merges
                    ? new RetractingAndMerging(descriptor, options)
                    : new Retracting(descriptor, options);
        }
        return merges
                ? new Merging(descriptor, options)
                : new TypeScriptAggregateFunction(descriptor, options);
    }

    @Override
    public FunctionDescriptor getDescriptor() {
        return descriptor;
    }

    public FunctionOptions getOptions() {
        return options;
    }

    /** Works on the accumulators of this task. */
    public AggregateRunner runner() {
        return runner;
    }

    @Override
    public UserDefinedFunction specialize(SpecializedContext context) {
        return of(descriptor.forCall(context.getCallContext()), options);
    }

    @Override
    public void open(FunctionContext context) {
        runner = new AggregateRunner(descriptor, context, options);
    }

    @Override
    public Object createAccumulator() {
        return runner.create();
    }

    /** Arguments are Flink's internal data structures. */
    public void accumulate(Object accumulator, Object... arguments) {
        runner.add(accumulator, arguments, false);
    }

    @Override
    public Object getValue(Object accumulator) {
        return runner.value(accumulator);
    }

    @Override
    public void close() {
        if (runner != null) {
            runner.close();
            runner = null;
        }
    }

    @Override
    public TypeInference getTypeInference(DataTypeFactory typeFactory) {
        return AggregateTypes.inference(descriptor);
    }

    @Override
    public String toString() {
        return descriptor.name();
    }

    /** One with {@code retract}. */
    public static final class Retracting extends TypeScriptAggregateFunction implements Retracts {
        @Serial private static final long serialVersionUID = 1L;

        Retracting(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with {@code merge}. */
    public static final class Merging extends TypeScriptAggregateFunction implements Merges {
        @Serial private static final long serialVersionUID = 1L;

        Merging(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with both. */
    public static final class RetractingAndMerging extends TypeScriptAggregateFunction
            implements Retracts, Merges {
        @Serial private static final long serialVersionUID = 1L;

        RetractingAndMerging(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }
}

package org.tsflink.runtime.aggregate;

import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.SpecializedFunction;
import org.apache.flink.table.functions.TableAggregateFunction;
import org.apache.flink.table.functions.UserDefinedFunction;
import org.apache.flink.table.types.inference.TypeInference;
import org.apache.flink.util.Collector;
import org.tsflink.runtime.function.FunctionDescriptor;
import org.tsflink.runtime.function.FunctionOptions;
import org.tsflink.runtime.function.TypeScriptFunction;

import java.io.Serial;

/**
 * A table aggregate function written in TypeScript, for Flink's own aggregations. Flink finds by
 * its methods what a function can do: there is a class for each combination.
 */
public abstract class TypeScriptTableAggregateFunction
        extends TableAggregateFunction<Object, Object>
        implements TypeScriptFunction, SpecializedFunction {
    @Serial private static final long serialVersionUID = 1L;

    private final FunctionDescriptor descriptor;
    private final FunctionOptions options;
    private transient AggregateRunner runner;

    protected TypeScriptTableAggregateFunction(
            FunctionDescriptor descriptor, FunctionOptions options) {
        this.descriptor = descriptor;
        this.options = options;
    }

    /** The function, of the class that has its methods. */
    public static TypeScriptTableAggregateFunction of(
            FunctionDescriptor descriptor, FunctionOptions options) {
        boolean updates = descriptor.methods().contains("emitUpdateWithRetract");
        boolean merges = descriptor.methods().contains("merge");
        if (descriptor.methods().contains("retract")) {
            if (merges) {
                return updates
                        ? new UpdatingRetractingMerging(descriptor, options)
                        : new RetractingMerging(descriptor, options);
            }
            return updates
                    ? new UpdatingRetracting(descriptor, options)
                    : new Retracting(descriptor, options);
        }
        if (merges) {
            return updates
                    ? new UpdatingMerging(descriptor, options)
                    : new Merging(descriptor, options);
        }
        return updates ? new Updating(descriptor, options) : new Emitting(descriptor, options);
    }

    @Override
    public FunctionDescriptor getDescriptor() {
        return descriptor;
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

    public void emitValue(Object accumulator, Collector<Object> out) {
        runner.emitValue(accumulator, out);
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

    /** One with emitValue. */
    public static final class Emitting extends TypeScriptTableAggregateFunction {
        @Serial private static final long serialVersionUID = 1L;

        Emitting(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitValue and retract. */
    public static final class Retracting extends TypeScriptTableAggregateFunction
            implements Retracts {
        @Serial private static final long serialVersionUID = 1L;

        Retracting(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitValue and merge. */
    public static final class Merging extends TypeScriptTableAggregateFunction implements Merges {
        @Serial private static final long serialVersionUID = 1L;

        Merging(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitValue, retract and merge. */
    public static final class RetractingMerging extends TypeScriptTableAggregateFunction
            implements Retracts, Merges {
        @Serial private static final long serialVersionUID = 1L;

        RetractingMerging(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitUpdateWithRetract. */
    public static final class Updating extends TypeScriptTableAggregateFunction implements Updates {
        @Serial private static final long serialVersionUID = 1L;

        Updating(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitUpdateWithRetract and retract. */
    public static final class UpdatingRetracting extends TypeScriptTableAggregateFunction
            implements Updates, Retracts {
        @Serial private static final long serialVersionUID = 1L;

        UpdatingRetracting(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitUpdateWithRetract and merge. */
    public static final class UpdatingMerging extends TypeScriptTableAggregateFunction
            implements Updates, Merges {
        @Serial private static final long serialVersionUID = 1L;

        UpdatingMerging(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }

    /** One with emitUpdateWithRetract, retract and merge. */
    public static final class UpdatingRetractingMerging extends TypeScriptTableAggregateFunction
            implements Updates, Retracts, Merges {
        @Serial private static final long serialVersionUID = 1L;

        UpdatingRetractingMerging(FunctionDescriptor descriptor, FunctionOptions options) {
            super(descriptor, options);
        }
    }
}

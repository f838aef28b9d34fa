package org.tsflink.runtime.function;

import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.table.types.inference.TypeStrategy;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.types.InternalTypes;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * The type of a function's results: Flink's {@link TypeStrategy} as plain data, which travels with
 * a job.
 */
public sealed interface ResultStrategy extends Serializable {

    /** What tells the planner the type. */
    TypeStrategy toFlink();

    /**
     * The JavaScript form of results.
     *
     * @param arguments the parameters of the call
     * @param result what the planner was told
     */
    default DeclaredType resolve(List<DeclaredType> arguments, LogicalType result) {
        return DeclaredType.of(result);
    }

    /** One type. */
    record Explicit(DeclaredType declared) implements ResultStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public TypeStrategy toFlink() {
            return TypeStrategies.explicit(InternalTypes.of(declared.type()));
        }

        @Override
        public DeclaredType resolve(List<DeclaredType> arguments, LogicalType result) {
            return declared.withNullability(result.isNullable());
        }
    }

    /** The type of an argument. */
    record Argument(int position) implements ResultStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public TypeStrategy toFlink() {
            return TypeStrategies.argument(position);
        }

        @Override
        public DeclaredType resolve(List<DeclaredType> arguments, LogicalType result) {
            return arguments.get(position).withNullability(result.isNullable());
        }
    }

    /** The common type of all arguments. */
    record Common() implements ResultStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public TypeStrategy toFlink() {
            return TypeStrategies.COMMON;
        }
    }

    /** How a type comes of another one. */
    enum Change {
        NULLABLE_IF_ARGS {
            @Override
            TypeStrategy of(TypeStrategy initial) {
                return TypeStrategies.nullableIfArgs(initial);
            }
        },
        NULLABLE_IF_ALL_ARGS {
            @Override
            TypeStrategy of(TypeStrategy initial) {
                return TypeStrategies.nullableIfAllArgs(initial);
            }
        },
        FORCE_NULLABLE {
            @Override
            TypeStrategy of(TypeStrategy initial) {
                return TypeStrategies.forceNullable(initial);
            }
        },
        VARYING_STRING {
            @Override
            TypeStrategy of(TypeStrategy initial) {
                return TypeStrategies.varyingString(initial);
            }
        };

        abstract TypeStrategy of(TypeStrategy initial);
    }

    /** Another type, changed. */
    record Changed(Change change, ResultStrategy initial) implements ResultStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public TypeStrategy toFlink() {
            return change.of(initial.toFlink());
        }

        @Override
        public DeclaredType resolve(List<DeclaredType> arguments, LogicalType result) {
            return change == Change.VARYING_STRING
                    ? DeclaredType.of(result)
                    : initial.resolve(arguments, result);
        }
    }
}

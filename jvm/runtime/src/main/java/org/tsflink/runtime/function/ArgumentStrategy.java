package org.tsflink.runtime.function;

import org.apache.flink.table.types.inference.ArgumentTypeStrategy;
import org.apache.flink.table.types.inference.InputTypeStrategies;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.apache.flink.table.types.logical.LogicalTypeRoot;
import org.apache.flink.table.types.logical.utils.LogicalTypeCasts;
import org.tsflink.runtime.types.InternalTypes;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Which arguments a parameter takes: Flink's {@link ArgumentTypeStrategy} as plain data, which
 * travels with a job.
 */
public sealed interface ArgumentStrategy extends Serializable {

    /** What tells the planner the type that an argument is cast to. */
    ArgumentTypeStrategy toFlink();

    /** Whether it takes arguments of a type as they are. */
    boolean accepts(LogicalType type);

    /** The type of the parameter in a call with an argument of that type. */
    default DeclaredType resolve(LogicalType type) {
        return DeclaredType.of(type);
    }

    /** Arguments of one type, and those that Flink casts to it. */
    record Explicit(DeclaredType declared) implements ArgumentStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public ArgumentTypeStrategy toFlink() {
            return InputTypeStrategies.explicit(InternalTypes.of(declared.type()));
        }

        @Override
        public boolean accepts(LogicalType type) {
            LogicalType expected = declared.type();
            return LogicalTypeCasts.supportsAvoidingCast(
                    type.copy(expected.isNullable()), expected);
        }

        @Override
        public DeclaredType resolve(LogicalType type) {
            return declared;
        }
    }

    /** Arguments of any type. */
    record Any() implements ArgumentStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public ArgumentTypeStrategy toFlink() {
            return InputTypeStrategies.ANY;
        }

        @Override
        public boolean accepts(LogicalType type) {
            return true;
        }
    }

    /** Arguments of the common type of all arguments of the call. */
    record CommonArg() implements ArgumentStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public ArgumentTypeStrategy toFlink() {
            return InputTypeStrategies.COMMON_ARG;
        }

        // They were cast when the call was planned.
        @Override
        public boolean accepts(LogicalType type) {
            return true;
        }
    }

    /** Arguments whose types are of a root. */
    record Root(LogicalTypeRoot root) implements ArgumentStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public ArgumentTypeStrategy toFlink() {
            return InputTypeStrategies.logical(root);
        }

        @Override
        public boolean accepts(LogicalType type) {
            return type.is(root);
        }
    }

    /** Arguments whose types are of a family. */
    record Family(LogicalTypeFamily family) implements ArgumentStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public ArgumentTypeStrategy toFlink() {
            return InputTypeStrategies.logical(family);
        }

        @Override
        public boolean accepts(LogicalType type) {
            return type.is(family);
        }
    }

    /** Arguments that one of several strategies takes. */
    record Or(List<ArgumentStrategy> alternatives) implements ArgumentStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public ArgumentTypeStrategy toFlink() {
            return InputTypeStrategies.or(
                    alternatives.stream()
                            .map(ArgumentStrategy::toFlink)
                            .toArray(ArgumentTypeStrategy[]::new));
        }

        @Override
        public boolean accepts(LogicalType type) {
            return taking(type).isPresent();
        }

        @Override
        public DeclaredType resolve(LogicalType type) {
            return taking(type)
                    .map(strategy -> strategy.resolve(type))
                    .orElseGet(() -> DeclaredType.of(type));
        }

        private Optional<ArgumentStrategy> taking(LogicalType type) {
            return alternatives.stream().filter(s -> s.accepts(type)).findFirst();
        }
    }
}

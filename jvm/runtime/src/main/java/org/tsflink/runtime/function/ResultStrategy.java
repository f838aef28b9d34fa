package org.tsflink.runtime.function;

import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.inference.TypeStrategies;
import org.apache.flink.table.types.inference.TypeStrategy;
import org.apache.flink.table.types.logical.LogicalType;
import org.tsflink.runtime.types.InternalTypes;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** An array of values of another type. */
    record Array(ResultStrategy element) implements ResultStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public TypeStrategy toFlink() {
            TypeStrategy inferred = element.toFlink();
            return call -> inferred.inferType(call).map(type -> DataTypes.ARRAY(type).notNull());
        }

        @Override
        public DeclaredType resolve(List<DeclaredType> arguments, LogicalType result) {
            ObjectNode node = DeclaredType.of(result).node();
            LogicalType type = result.getChildren().get(0);
            node.putArray("children").add(element.resolve(arguments, type).node());
            return new DeclaredType(result, node.toString());
        }
    }

    /** A field of a row. */
    record Field(String name, ResultStrategy type) implements Serializable {
        @Serial private static final long serialVersionUID = 1L;
    }

    /** A row. */
    record Row(List<Field> fields) implements ResultStrategy {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public TypeStrategy toFlink() {
            List<TypeStrategy> inferred =
                    fields.stream().map(field -> field.type().toFlink()).toList();
            return call -> {
                List<DataTypes.Field> types = new ArrayList<>();
                for (int i = 0; i < fields.size(); i++) {
                    Optional<DataType> type = inferred.get(i).inferType(call);
                    if (type.isEmpty()) {
                        return Optional.empty();
                    }
                    types.add(DataTypes.FIELD(fields.get(i).name(), type.get()));
                }
                return Optional.of(DataTypes.ROW(types).notNull());
            };
        }

        @Override
        public DeclaredType resolve(List<DeclaredType> arguments, LogicalType result) {
            ObjectNode node = DeclaredType.of(result).node();
            ArrayNode types = node.putArray("fields");
            for (int i = 0; i < fields.size(); i++) {
                LogicalType type = result.getChildren().get(i);
                ObjectNode field = types.addObject().put("name", fields.get(i).name());
                field.set("type", fields.get(i).type().resolve(arguments, type).node());
            }
            return new DeclaredType(result, node.toString());
        }
    }
}

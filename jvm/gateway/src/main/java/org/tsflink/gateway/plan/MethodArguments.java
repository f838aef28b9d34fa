package org.tsflink.gateway.plan;

import org.apache.flink.table.expressions.ApiExpressionUtils;
import org.apache.flink.table.expressions.Expression;
import org.apache.flink.table.expressions.TableSymbol;
import org.apache.flink.table.types.DataType;
import org.apache.flink.table.types.logical.LogicalTypeFamily;
import org.tsflink.gateway.types.LogicalTypes;

import javax.annotation.Nullable;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Fits the arguments of a call to the parameters of a method of Flink's expression classes. */
final class MethodArguments {

    private static final Set<Class<?>> PLAIN =
            Set.of(
                    Object.class,
                    Object[].class,
                    DataType.class,
                    String.class,
                    String[].class,
                    int.class,
                    Long.class);

    private MethodArguments() {}

    /** Whether every parameter is of a kind that a plan can carry. */
    static boolean canBind(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .allMatch(type -> PLAIN.contains(type) || isSymbol(type));
    }

    /** The values for the parameters after the first `skip` arguments; null if they do not fit. */
    @Nullable
    static Object[] bind(Method method, int skip, List<Argument> arguments) {
        Class<?>[] types = method.getParameterTypes();
        int given = arguments.size() - skip;
        boolean varArgs = method.isVarArgs();
        if (given < 0
                || (skip == 1 && arguments.get(0).expression() == null)
                || (varArgs ? given < types.length - 1 : given != types.length)) {
            return null;
        }
        Object[] values = new Object[types.length];
        int fixed = varArgs ? types.length - 1 : types.length;
        for (int i = 0; i < fixed; i++) {
            values[i] = value(types[i], arguments.get(skip + i));
            if (values[i] == null) {
                return null;
            }
        }
        if (varArgs) {
            values[fixed] = rest(types[fixed], arguments.subList(skip + fixed, arguments.size()));
            if (values[fixed] == null) {
                return null;
            }
        }
        return values;
    }

    /** All arguments as expressions; null if one is a type. */
    @Nullable
    static List<Expression> expressions(List<Argument> arguments) {
        List<Expression> expressions = new ArrayList<>();
        for (Argument argument : arguments) {
            Object value = value(Object.class, argument);
            if (value == null) {
                return null;
            }
            expressions.add(ApiExpressionUtils.objectToExpression(value));
        }
        return expressions;
    }

    @Nullable
    private static Object rest(Class<?> arrayType, List<Argument> arguments) {
        Class<?> type = arrayType.getComponentType();
        Object[] rest = (Object[]) Array.newInstance(type, arguments.size());
        for (int i = 0; i < rest.length; i++) {
            rest[i] = value(type, arguments.get(i));
            if (rest[i] == null) {
                return null;
            }
        }
        return rest;
    }

    @Nullable
    private static Object value(Class<?> type, Argument argument) {
        if (isSymbol(type)) {
            return argument.symbol() == null ? null : Symbols.of(type, argument.symbol());
        }
        if (type == Object.class) {
            return argument.symbol() == null
                    ? argument.expression()
                    : Symbols.toExpression(argument.symbol());
        }
        if (type == DataType.class) {
            return argument.type();
        }
        return argument.literal() == null ? null : plain(type, argument);
    }

    @Nullable
    private static Object plain(Class<?> type, Argument argument) {
        var literal = argument.literal();
        if (!literal.hasValue()) {
            return null;
        }
        var sqlType = LogicalTypes.toLogicalType(literal.getType());
        Object value = Literals.toJava(literal.getValue(), sqlType);
        if (type == String.class) {
            return value instanceof String ? value : null;
        }
        if (!sqlType.is(LogicalTypeFamily.INTEGER_NUMERIC)) {
            return null;
        }
        long number = ((Number) value).longValue();
        if (type == Long.class) {
            return number;
        }
        return number == (int) number ? (int) number : null;
    }

    private static boolean isSymbol(Class<?> type) {
        return type.isEnum() && TableSymbol.class.isAssignableFrom(type);
    }
}

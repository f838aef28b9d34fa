package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.internal.BaseExpressions;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.NearestNames;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Flink's built-in functions by the names of their Java methods. What may be called is what the
 * public methods of {@link BaseExpressions} (the first argument is the receiver) and of {@link
 * Expressions} return as an expression, and nothing else.
 */
final class BuiltinCalls {

    // These make no calls: the protocol has nodes of its own for them.
    private static final Set<String> OTHER_NODES = Set.of("$", "col", "lit", "call", "as");

    private static final Map<String, List<Method>> METHODS = methods();

    private BuiltinCalls() {}

    static ApiExpression call(String name, List<Argument> arguments) {
        List<Method> methods = METHODS.get(name);
        if (methods == null) {
            throw new GatewayException(
                    ErrorCode.FUNCTION_UNDEFINED,
                    "Flink has no built-in function '" + name + "'.",
                    NearestNames.hint("functions", name, METHODS.keySet()));
        }
        for (Method method : methods) {
            Object[] values = MethodArguments.bind(method, receivers(method), arguments);
            if (values != null) {
                return invoke(method, arguments, values);
            }
        }
        throw new GatewayException(
                ErrorCode.EXPRESSION_INVALID,
                "The function '%s' does not take these %d arguments."
                        .formatted(name, arguments.size()),
                "It can be called as "
                        + String.join(" or ", methods.stream().map(BuiltinCalls::form).toList())
                        + ".");
    }

    private static ApiExpression invoke(Method method, List<Argument> arguments, Object[] values) {
        Object receiver = receivers(method) == 1 ? arguments.get(0).expression() : null;
        try {
            return (ApiExpression) method.invoke(receiver, values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int receivers(Method method) {
        return Modifier.isStatic(method.getModifiers()) ? 0 : 1;
    }

    private static String form(Method method) {
        List<String> types = new ArrayList<>();
        if (receivers(method) == 1) {
            types.add("expression");
        }
        for (Class<?> type : method.getParameterTypes()) {
            types.add(
                    type == Object.class
                            ? "expression"
                            : type == Object[].class ? "expressions…" : type.getSimpleName());
        }
        return method.getName() + "(" + String.join(", ", types) + ")";
    }

    private static Map<String, List<Method>> methods() {
        Map<String, List<Method>> methods = new TreeMap<>();
        collect(BaseExpressions.class, methods);
        collect(Expressions.class, methods);
        // Methods before static functions, fewer parameters first, varargs last.
        Comparator<Method> order =
                Comparator.<Method>comparingInt(method -> -receivers(method))
                        .thenComparing(Method::isVarArgs)
                        .thenComparing(Method::getParameterCount);
        methods.values().forEach(overloads -> overloads.sort(order));
        return methods;
    }

    private static void collect(Class<?> owner, Map<String, List<Method>> methods) {
        boolean isStatic = owner == Expressions.class;
        Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
                // The type variable of BaseExpressions is erased to Object.
                .filter(
                        method ->
                                method.getReturnType()
                                        == (isStatic ? ApiExpression.class : Object.class))
                .filter(method -> !OTHER_NODES.contains(method.getName()))
                .filter(MethodArguments::canBind)
                .forEach(
                        method ->
                                methods.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                                        .add(method));
    }
}

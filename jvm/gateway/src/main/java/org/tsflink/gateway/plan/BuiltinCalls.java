package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.internal.BaseExpressions;
import org.apache.flink.table.expressions.ApiExpressionUtils;
import org.apache.flink.table.expressions.Expression;
import org.apache.flink.table.functions.BuiltInFunctionDefinition;
import org.apache.flink.table.functions.BuiltInFunctionDefinitions;
import org.apache.flink.table.types.DataType;
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
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Flink's built-in functions by the names of their Java methods. What may be called is what the
 * public methods of {@link BaseExpressions} (the first argument is the receiver) and the public
 * functions of {@link Expressions} return as an expression, and those built-in functions that
 * neither has.
 */
final class BuiltinCalls {

    // These make no calls: the protocol has nodes of its own for them.
    private static final Set<String> OTHER_NODES = Set.of("$", "col", "lit", "call", "as");

    private static final Map<String, List<Method>> METHODS = collect(BaseExpressions.class);

    private static final Map<String, List<Method>> FUNCTIONS = collect(Expressions.class);

    /** Built-in functions that Flink's Table API calls by their names in SQL only. */
    static final Map<String, BuiltInFunctionDefinition> DEFINITIONS =
            Map.of(
                    "arrayJoin", BuiltInFunctionDefinitions.ARRAY_JOIN,
                    "arraySort", BuiltInFunctionDefinitions.ARRAY_SORT,
                    "currentRowTimestamp", BuiltInFunctionDefinitions.CURRENT_ROW_TIMESTAMP,
                    "greatest", BuiltInFunctionDefinitions.GREATEST,
                    "least", BuiltInFunctionDefinitions.LEAST,
                    "now", BuiltInFunctionDefinitions.NOW,
                    "parseJson", BuiltInFunctionDefinitions.PARSE_JSON,
                    "tryParseJson", BuiltInFunctionDefinitions.TRY_PARSE_JSON,
                    "typeOf", BuiltInFunctionDefinitions.TYPE_OF);

    // Methods that do not make the call that they should: arrayConcat nests its arguments.
    private static final Map<String, BuiltInFunctionDefinition> INSTEAD_OF_METHODS =
            Map.of("arrayConcat", BuiltInFunctionDefinitions.ARRAY_CONCAT);

    // Methods whose type is not the one that the planner gives the function, so that no query with
    // them runs: with a cast to the latter it does.
    private static final Map<String, DataType> TYPES_OF_PLANNER =
            Map.of("ascii", DataTypes.INT(), "chr", DataTypes.STRING());

    private BuiltinCalls() {}

    /** A call of a method of Flink's expressions on the first argument. */
    static ApiExpression callMethod(String name, List<Argument> arguments) {
        BuiltInFunctionDefinition definition = INSTEAD_OF_METHODS.get(name);
        if (definition != null) {
            return call(name, definition, arguments);
        }
        if (!METHODS.containsKey(name)) {
            throw noMethod(name);
        }
        ApiExpression call = call(name, METHODS, arguments);
        DataType type = TYPES_OF_PLANNER.get(name);
        return type == null ? call : call.cast(type);
    }

    /** A call of a function of Flink's Expressions. */
    static ApiExpression callFunction(String name, List<Argument> arguments) {
        BuiltInFunctionDefinition definition = DEFINITIONS.get(name);
        if (definition != null) {
            return call(name, definition, arguments);
        }
        if (!FUNCTIONS.containsKey(name)) {
            throw new GatewayException(
                    ErrorCode.FUNCTION_UNDEFINED,
                    "Flink has no built-in function '" + name + "'.",
                    METHODS.containsKey(name)
                            ? "It is a method of expressions: " + forms(METHODS.get(name)) + "."
                            : NearestNames.hint("functions", name, functions()));
        }
        return call(name, FUNCTIONS, arguments);
    }

    private static GatewayException noMethod(String name) {
        String hint;
        if (FUNCTIONS.containsKey(name)) {
            hint = "It is a function: " + forms(FUNCTIONS.get(name)) + ".";
        } else if (DEFINITIONS.containsKey(name)) {
            hint = "It is a function: " + name + "(expressions…).";
        } else {
            hint = NearestNames.hint("methods", name, METHODS.keySet());
        }
        return new GatewayException(
                ErrorCode.FUNCTION_UNDEFINED, "Expressions have no method '" + name + "'.", hint);
    }

    private static ApiExpression call(
            String name, BuiltInFunctionDefinition definition, List<Argument> arguments) {
        List<Expression> expressions = MethodArguments.expressions(arguments);
        if (expressions == null) {
            throw new GatewayException(
                    ErrorCode.EXPRESSION_INVALID, "The function '" + name + "' takes no types.");
        }
        return new ApiExpression(ApiExpressionUtils.unresolvedCall(definition, expressions));
    }

    private static ApiExpression call(
            String name, Map<String, List<Method>> allowed, List<Argument> arguments) {
        List<Method> methods = allowed.get(name);
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
                "It can be called as " + forms(methods) + ".");
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

    private static String forms(List<Method> methods) {
        return String.join(" or ", methods.stream().map(BuiltinCalls::form).distinct().toList());
    }

    private static String form(Method method) {
        List<String> types = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            types.add(
                    type == Object.class
                            ? "expression"
                            : type == Object[].class ? "expressions…" : type.getSimpleName());
        }
        String receiver = receivers(method) == 1 ? "expression." : "";
        return receiver + method.getName() + "(" + String.join(", ", types) + ")";
    }

    private static Set<String> functions() {
        Set<String> names = new TreeSet<>(FUNCTIONS.keySet());
        names.addAll(DEFINITIONS.keySet());
        return names;
    }

    private static Map<String, List<Method>> collect(Class<?> owner) {
        Map<String, List<Method>> methods = new TreeMap<>();
        callable(owner)
                .filter(MethodArguments::canBind)
                .forEach(
                        method ->
                                methods.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                                        .add(method));
        // Fewer parameters first, varargs last.
        methods.values()
                .forEach(
                        overloads ->
                                overloads.sort(
                                        Comparator.comparing(Method::isVarArgs)
                                                .thenComparing(Method::getParameterCount)));
        return methods;
    }

    /** The methods that return an expression and make calls. */
    static Stream<Method> callable(Class<?> owner) {
        boolean isStatic = owner == Expressions.class;
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
                // The type variable of BaseExpressions is erased to Object.
                .filter(
                        method ->
                                method.getReturnType()
                                        == (isStatic ? ApiExpression.class : Object.class))
                .filter(method -> !OTHER_NODES.contains(method.getName()));
    }
}

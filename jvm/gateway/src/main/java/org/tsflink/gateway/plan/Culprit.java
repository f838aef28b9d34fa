package org.tsflink.gateway.plan;

import com.google.protobuf.Message;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableException;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.util.ExceptionUtils;
import org.tsflink.proto.v1.Expression;
import org.tsflink.proto.v1.Relation;
import org.tsflink.proto.v1.SourcePosition;

import javax.annotation.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The expression of a relation that Flink refused.
 *
 * @param position its place in the user's program
 * @param call the built-in function that it calls, if it does
 */
record Culprit(SourcePosition position, @Nullable String call) {

    private static final Pattern COLUMN = Pattern.compile("Cannot resolve field \\[(.+?)]");
    private static final Set<String> INPUTS = Set.of("input", "left", "right");
    // Each is tried on its own; a failure should not take longer than the query.
    private static final int MOST = 500;

    /**
     * The place of the innermost expression that fails by itself as the relation did, or that of
     * the relation.
     */
    static Culprit of(
            Relation relation,
            Inputs all,
            ExpressionTranslator translator,
            RuntimeException failure) {
        List<Expression> expressions = new ArrayList<>();
        List<Table> inputs = new ArrayList<>();
        for (var field : relation.getAllFields().entrySet()) {
            if (field.getKey().getContainingOneof() != null
                    && field.getValue() instanceof Message node) {
                gather(node, expressions);
                inputs.addAll(inputs(node, all));
            }
        }
        Expression found = named(expressions, failure);
        if (found == null) {
            found = tried(expressions, inputs, translator, failure);
        }
        return found == null
                ? new Culprit(relation.getSource(), null)
                : new Culprit(found.getSource(), call(found));
    }

    @Nullable
    private static String call(Expression expression) {
        return switch (expression.getCall().getFunctionCase()) {
            case BUILTIN -> expression.getCall().getBuiltin();
            case FUNCTION_NAME -> expression.getCall().getFunctionName();
            default -> null;
        };
    }

    /** Inner expressions before those that hold them. */
    private static void gather(Message message, List<Expression> expressions) {
        for (Object value : message.getAllFields().values()) {
            List<?> values = value instanceof List<?> list ? list : List.of(value);
            for (Object inner : values) {
                if (inner instanceof Message node) {
                    gather(node, expressions);
                }
            }
        }
        if (message instanceof Expression expression && expression.hasSource()) {
            expressions.add(expression);
        }
    }

    private static List<Table> inputs(Message node, Inputs all) {
        return node.getDescriptorForType().getFields().stream()
                .filter(field -> INPUTS.contains(field.getName()) && !field.isRepeated())
                .map(node::getField)
                .filter(index -> index instanceof Integer i && all.has(i))
                .map(index -> all.get((Integer) index))
                .toList();
    }

    /** The column that the failure names. */
    @Nullable
    private static Expression named(List<Expression> expressions, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher matcher = COLUMN.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return expressions.stream()
                        .filter(e -> e.hasColumn())
                        .filter(e -> e.getColumn().getName().equals(matcher.group(1)))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    /** The first expression that Flink refuses for the same reason on the same input. */
    @Nullable
    private static Expression tried(
            List<Expression> expressions,
            List<Table> inputs,
            ExpressionTranslator translator,
            RuntimeException failure) {
        if (inputs.isEmpty() || expressions.size() > MOST) {
            return null;
        }
        String reason = reason(failure);
        for (Expression expression : expressions) {
            for (Table input : inputs) {
                try {
                    input.select(translator.translate(expression));
                } catch (ValidationException | TableException e) {
                    if (reason.equals(reason(e))) {
                        return expression;
                    }
                }
            }
        }
        return null;
    }

    // Wrappers differ; the cause does not.
    private static String reason(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).startsWith("Invalid function call")) {
                messages.append(cause.getMessage());
            }
            root = cause;
        }
        return messages.append(
                        ExceptionUtils.stringifyException(root).lines().findFirst().orElse(""))
                .toString();
    }
}

package org.tsflink.gateway.plan;

import org.apache.flink.table.api.ApiExpression;
import org.apache.flink.table.api.Expressions;
import org.apache.flink.table.api.JsonExistsOnError;
import org.apache.flink.table.api.JsonOnNull;
import org.apache.flink.table.api.JsonQueryOnEmptyOrError;
import org.apache.flink.table.api.JsonQueryWrapper;
import org.apache.flink.table.api.JsonType;
import org.apache.flink.table.api.JsonValueOnEmptyOrError;
import org.apache.flink.table.api.OverWindowRange;
import org.apache.flink.table.expressions.TimeIntervalUnit;
import org.apache.flink.table.expressions.TimePointUnit;
import org.tsflink.gateway.errors.ErrorCode;
import org.tsflink.gateway.errors.GatewayException;
import org.tsflink.gateway.errors.NearestNames;
import org.tsflink.proto.v1.Symbol;

import javax.annotation.Nullable;

import java.util.Arrays;
import java.util.List;

/** Flink's table symbols by the names of their Java enums. */
final class Symbols {

    private static final List<Class<?>> KINDS =
            List.of(
                    TimeIntervalUnit.class,
                    TimePointUnit.class,
                    JsonType.class,
                    JsonExistsOnError.class,
                    JsonValueOnEmptyOrError.class,
                    JsonQueryWrapper.class,
                    JsonQueryOnEmptyOrError.class,
                    JsonOnNull.class,
                    OverWindowRange.class);

    private Symbols() {}

    /** The symbol as a member of an enum; null if it is of another kind. */
    @Nullable
    static Object of(Class<?> type, Symbol symbol) {
        if (!type.getSimpleName().equals(symbol.getKind())) {
            return null;
        }
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
        int index = names.indexOf(symbol.getValue());
        if (index < 0) {
            throw new GatewayException(
                    ErrorCode.EXPRESSION_INVALID,
                    symbol.getKind() + " has no member '" + symbol.getValue() + "'.",
                    NearestNames.hint("members", symbol.getValue(), names));
        }
        return type.getEnumConstants()[index];
    }

    /** The symbol as an expression. */
    static ApiExpression toExpression(Symbol symbol) {
        for (Class<?> kind : KINDS) {
            Object member = of(kind, symbol);
            if (member != null) {
                return Expressions.lit(member);
            }
        }
        throw new GatewayException(
                ErrorCode.EXPRESSION_INVALID,
                "There is no kind of symbol '" + symbol.getKind() + "'.",
                NearestNames.hint(
                        "kinds",
                        symbol.getKind(),
                        KINDS.stream().map(Class::getSimpleName).toList()));
    }
}

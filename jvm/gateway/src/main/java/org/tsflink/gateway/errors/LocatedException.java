package org.tsflink.gateway.errors;

import org.tsflink.proto.v1.SourcePosition;

import javax.annotation.Nullable;

import java.util.Locale;

/** A failure, with what it is about: a place in the user's program, or a text of SQL. */
public final class LocatedException extends RuntimeException {

    private final SourcePosition position;
    @Nullable private final String sql;
    @Nullable private final Integer command;
    @Nullable private final String call;

    private LocatedException(
            SourcePosition position,
            @Nullable String sql,
            @Nullable Integer command,
            @Nullable String call,
            Throwable cause) {
        super(cause.toString(), cause);
        this.position = position;
        this.sql = sql;
        this.command = command;
        this.call = call;
    }

    /** A failure at a place; where an inner one is known already, that is the better one. */
    public static RuntimeException at(SourcePosition position, RuntimeException failure) {
        return at(position, null, null, null, failure);
    }

    /** A failure of a text of SQL at a place. */
    public static RuntimeException at(
            SourcePosition position, @Nullable String sql, RuntimeException failure) {
        return at(position, sql, null, null, failure);
    }

    /** A failure of a call of a built-in function, or of another expression, at a place. */
    public static RuntimeException inCall(
            SourcePosition position,
            @Nullable String call,
            @Nullable String sql,
            RuntimeException failure) {
        return at(position, sql, null, call, failure);
    }

    /** A failure of one of the commands of a request. */
    public static RuntimeException atCommand(
            SourcePosition position, int command, RuntimeException failure) {
        return at(position, null, command, null, failure);
    }

    private static RuntimeException at(
            SourcePosition position,
            @Nullable String sql,
            @Nullable Integer command,
            @Nullable String call,
            RuntimeException failure) {
        if (!(failure instanceof LocatedException inner)) {
            return new LocatedException(position, sql, command, call, failure);
        }
        return new LocatedException(
                inner.position.getFile().isEmpty() ? position : inner.position,
                inner.sql == null ? sql : inner.sql,
                inner.command == null ? command : inner.command,
                inner.call == null ? call : inner.call,
                inner.getCause());
    }

    SourcePosition position() {
        return position;
    }

    /** A message with the name of the function that was called, unless it has it. */
    String named(String message) {
        return call == null || plain(message).contains(plain(call))
                ? message
                : message + "\nin the call of '" + call + "'";
    }

    private static String plain(String text) {
        return text.replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Nullable
    String sql() {
        return sql;
    }

    /** The index of the command that failed, among those of its request. */
    @Nullable
    Integer command() {
        return command;
    }
}

package org.tsflink.gateway.errors;

import org.tsflink.proto.v1.SourcePosition;

import javax.annotation.Nullable;

/** A failure, with what it is about: a place in the user's program, or a text of SQL. */
public final class LocatedException extends RuntimeException {

    private final SourcePosition position;
    @Nullable private final String sql;
    @Nullable private final Integer command;

    private LocatedException(
            SourcePosition position,
            @Nullable String sql,
            @Nullable Integer command,
            Throwable cause) {
        super(cause.toString(), cause);
        this.position = position;
        this.sql = sql;
        this.command = command;
    }

    /** A failure at a place; where an inner one is known already, that is the better one. */
    public static RuntimeException at(SourcePosition position, RuntimeException failure) {
        return at(position, null, failure);
    }

    /** A failure of a text of SQL at a place. */
    public static RuntimeException at(
            SourcePosition position, @Nullable String sql, RuntimeException failure) {
        return at(position, sql, null, failure);
    }

    /** A failure of one of the commands of a request. */
    public static RuntimeException atCommand(
            SourcePosition position, int command, RuntimeException failure) {
        return at(position, null, command, failure);
    }

    private static RuntimeException at(
            SourcePosition position,
            @Nullable String sql,
            @Nullable Integer command,
            RuntimeException failure) {
        if (!(failure instanceof LocatedException inner)) {
            return new LocatedException(position, sql, command, failure);
        }
        return new LocatedException(
                inner.position.getFile().isEmpty() ? position : inner.position,
                inner.sql == null ? sql : inner.sql,
                inner.command == null ? command : inner.command,
                inner.getCause());
    }

    SourcePosition position() {
        return position;
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

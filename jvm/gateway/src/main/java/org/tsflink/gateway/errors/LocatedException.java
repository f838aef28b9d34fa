package org.tsflink.gateway.errors;

import org.tsflink.proto.v1.Relation;
import org.tsflink.proto.v1.SourcePosition;

/** A failure, with the place in the user's program that it is about. */
public final class LocatedException extends RuntimeException {

    private final SourcePosition position;

    private LocatedException(SourcePosition position, RuntimeException cause) {
        super(cause);
        this.position = position;
    }

    /** The failure of a relation. */
    public static RuntimeException at(Relation relation, RuntimeException cause) {
        return relation.hasSource() ? at(relation.getSource(), cause) : cause;
    }

    /** A failure at a place; an inner place that is known already is the better one. */
    public static RuntimeException at(SourcePosition position, RuntimeException cause) {
        return cause instanceof LocatedException || position.getFile().isEmpty()
                ? cause
                : new LocatedException(position, cause);
    }

    public SourcePosition position() {
        return position;
    }
}

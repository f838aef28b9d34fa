package org.tsflink.runtime.calc;

import java.io.Serial;
import java.io.Serializable;

/** Where a call takes an argument from. */
public sealed interface Argument extends Serializable
        permits Argument.Field, Argument.Constant, CallTree {

    /** A field of the input row. */
    record Field(int index) implements Argument {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "$" + index;
        }
    }

    /** A field of the {@link Constants} row. */
    record Constant(int index) implements Argument {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "#" + index;
        }
    }
}
